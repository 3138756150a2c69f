"""Writing about a badge before it is published: beginning, saving part by part, letting it be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal, Refusals
from core.text import clean_text
from core.translated import LANGUAGES
from credentials.art.choices import SHAPES, SYMBOLS
from credentials.descriptions.parts import PARTS
from credentials.descriptions.reading import read_changes
from credentials.descriptions.versions import description_of, value_of
from credentials.domain_events import BadgeDrafted, DraftDiscarded
from credentials.enums import AchievementKind
from credentials.models import Achievement, AchievementDraft, Issuer, Lineage, Upload
from credentials.selectors.drafts import issuer_of
from credentials.services.audiences import people_of
from credentials.services.picturing import check_picture, hand_on, in_draft, picture_of_upload
from credentials.slugs import plain_slug, unguessable_slug
from people.models import User

FORMAL_KINDS = (AchievementKind.MICROCREDENTIAL, AchievementKind.DIGITAL_BADGE)
FIRST_ART = {"shape": "rosette", "palette": "indigo", "symbol": "star", "ribbon": "none"}


def begin(issuer: Issuer, *, kind: str, name: str, language: str, actor: User) -> AchievementDraft:
    """A draft of a new badge; `name` is in `language`. It can be written before the issuer may publish it.

    Raises Refusal KIND_UNKNOWN or TEXT_… about the name.
    """
    if kind not in FORMAL_KINDS:
        raise Refusal("KIND_UNKNOWN", _("Choose a microcredential or a digital badge."), "kind")
    written = clean_text(name, limit=PARTS["name"].limit, multiline=False, field="name", required=True)
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    words = {"name": {spoken: written}, "art": FIRST_ART, "art_alt": picture_in_words(FIRST_ART)}
    return _begun(issuer, kind, words, actor)


def copy(source: Achievement, issuer: Issuer, *, actor: User) -> AchievementDraft:
    """A draft that begins as another issuer's badge, or an own one, stands now; its page will credit the source.

    Raises Refusal NOT_TO_COPY for a club badge, or for what is not published.
    """
    version = source.current_version
    if source.kind not in FORMAL_KINDS or version is None:
        raise Refusal("NOT_TO_COPY", _("Only a published badge of an issuer can be copied."))
    words = description_of(version) | {"auto_rule": None}
    with transaction.atomic():
        if "picture" in version.art and not hand_on(version, issuer, actor=actor):
            # Whoever drew it allowed its issuer to use it and nobody else.
            words |= {"art": FIRST_ART, "art_alt": picture_in_words(FIRST_ART)}
        draft = _begun(issuer, source.kind, words, actor)
        Lineage.objects.create(achievement=draft.achievement, source=version)
    return draft


def open_draft(achievement: Achievement, *, actor: User) -> AchievementDraft:
    """The draft of the next version: the one that is being written, or a new one of what stands now.

    Raises Refusal NOT_AN_ISSUERS for a club badge.
    """
    if achievement.kind not in FORMAL_KINDS or achievement.current_version is None:
        raise Refusal("NOT_AN_ISSUERS", _("This is not a badge of an issuer."))
    with transaction.atomic():
        draft, is_new = AchievementDraft.objects.get_or_create(
            achievement=achievement,
            defaults={"description": description_of(achievement.current_version), "edited_by": actor},
        )
        if is_new:
            _announce(draft, actor)
    return draft


def save_changes(
    draft: AchievementDraft, given: Mapping[str, Any], *, revision: int, actor: User, now: datetime
) -> AchievementDraft:
    """Write the parts that somebody changed since they read `revision`; other parts stay as others wrote them.

    Raises Refusals WRITTEN_MEANWHILE about each part that somebody else has changed since, or what is wrong in a part.
    Nothing is written then.
    """
    changes = read_changes(given, kind=draft.achievement.kind)
    with transaction.atomic():
        draft = _locked(draft)
        check_picture(draft, changes.get("art"))
        words = dict(draft.description)
        changes = _with_picture_in_words(changes, words)
        news = {key: value for key, value in changes.items() if _said(words, key) != value}
        late = {key.partition(".")[0] for key in news if draft.touched.get(key, 0) > revision}
        if late:
            raise Refusals(_written_meanwhile(field) for field in sorted(late))
        if not news:
            return draft
        for key, value in news.items():
            _write(words, key, value)
        draft.description, draft.revision = words, draft.revision + 1
        draft.touched = {**draft.touched, **dict.fromkeys(news, draft.revision)}
        draft.edited_by, draft.edited_at = actor, now
        draft.save(update_fields=["description", "revision", "touched", "edited_by", "edited_at"])
    return draft


def use_picture(
    draft: AchievementDraft, upload: Upload | None, *, revision: int, actor: User, now: datetime
) -> AchievementDraft:
    """Make a photo that `actor` has uploaded the picture of the draft. Whose the last one was is not said of this one.

    Raises Refusal PICTURE_MISSING, FILE_… about the file, Refusals WRITTEN_MEANWHILE.
    """
    picture = picture_of_upload(issuer_of(draft.achievement), upload, actor=actor)
    return save_changes(draft, {"art": in_draft(picture)}, revision=revision, actor=actor, now=now)


def discard(draft: AchievementDraft, *, actor: User) -> None:
    """Let the draft be; a badge that was never published goes with it."""
    with transaction.atomic():
        draft = _locked(draft)
        achievement = draft.achievement
        fact = DraftDiscarded(achievement_id=achievement.pk)
        emit(fact, actor=actor, audience=people_of(achievement.issuer))
        draft.delete()
        if achievement.current_version_id is None:
            achievement.delete()


def picture_in_words(art: Mapping[str, str]) -> dict[str, str]:
    """A plain description of a drawn picture in each language, for who writes none of their own; none of a file."""
    if "picture" in art:
        return dict.fromkeys(LANGUAGES, "")
    shape, symbol = SHAPES[art["shape"]], SYMBOLS[art["symbol"]]
    return {one: f"{shape.label[one]}: {symbol.label[one]}" for one in LANGUAGES}


def locked_draft(draft: AchievementDraft) -> AchievementDraft:
    """The draft as it is now, for this transaction alone. Raises Refusal DRAFT_GONE."""
    return _locked(draft)


def _begun(issuer: Issuer, kind: str, words: dict[str, Any], actor: User) -> AchievementDraft:
    with transaction.atomic():
        achievement = Achievement.objects.create(
            slug=slug_for(words["name"], issuer), kind=kind, issuer=issuer
        )
        draft = AchievementDraft.objects.create(achievement=achievement, description=words, edited_by=actor)
        _announce(draft, actor)
    return draft


def slug_for(name: Mapping[str, str], issuer: Issuer) -> str:
    """A short name for addresses: the badge's own, with the issuer's when that is taken, with a few letters then."""
    said = named(name)
    for words in (said, f"{said} {issuer.slug}"):
        slug = plain_slug(words)
        if slug and not Achievement.objects.filter(slug=slug).exists():
            return slug
    return unguessable_slug(said, "badge")


def named(name: Mapping[str, str]) -> str:
    """The name in the first language in which there is one."""
    return next((name[one] for one in LANGUAGES if name.get(one)), "")


def _announce(draft: AchievementDraft, actor: User) -> None:
    fact = BadgeDrafted(achievement_id=draft.achievement_id)
    emit(fact, actor=actor, audience=people_of(draft.achievement.issuer))


def _locked(draft: AchievementDraft) -> AchievementDraft:
    rows = AchievementDraft.objects.select_for_update(of=("self",))
    found = rows.select_related("achievement__issuer", "achievement__current_version", "edited_by")
    fresh = found.filter(pk=draft.pk).first()
    if fresh is None:
        raise Refusal("DRAFT_GONE", _("Somebody has published or discarded this draft meanwhile."))
    return fresh


def _with_picture_in_words(changes: dict[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    """A new picture brings its plain description, wherever nobody wrote one of their own."""
    art, before = changes.get("art"), value_of(dict(words), "art")
    if art is None or any(key.startswith("art_alt.") for key in changes):
        return changes
    written, plain = value_of(dict(words), "art_alt"), picture_in_words(before) if before else {}
    untouched = {one for one in LANGUAGES if not written.get(one) or written[one] == plain.get(one)}
    renewed = picture_in_words(art)
    return changes | {f"art_alt.{one}": renewed[one] for one in untouched}


def _said(words: dict[str, Any], key: str) -> Any:
    field, _dot, language = key.partition(".")
    value = value_of(words, field)
    return value.get(language, "") if language else value


def _write(words: dict[str, Any], key: str, value: Any) -> None:
    field, _dot, language = key.partition(".")
    words[field] = {**value_of(words, field), language: value} if language else value


def _written_meanwhile(field: str) -> Refusal:
    return Refusal(
        "WRITTEN_MEANWHILE",
        _("Somebody else has just written here. Look at both and choose what stays."),
        field,
    )
