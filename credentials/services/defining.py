"""Describing what can be earned, and publishing a description for good."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal, Refusals
from credentials.art.drawn_elsewhere import DrawnElsewhere
from credentials.description_standard import missing
from credentials.domain_events import AchievementPublished
from credentials.enums import AchievementKind
from credentials.issuer_standing import refusal_of
from credentials.models import Achievement, AchievementVersion, Issuer
from credentials.pictures import art_of
from credentials.selectors.composites import leads_back_to
from credentials.services.audiences import people_of
from credentials.services.picturing import stored_picture
from credentials.stacking import Requirement
from people.models import Group, User

# What publishing itself writes; all other fields are the description.
_NOT_DESCRIBED = {"id", "achievement", "number", "published_at", "digest"}
DESCRIBED = tuple(
    field.name for field in AchievementVersion._meta.concrete_fields if field.name not in _NOT_DESCRIBED
)


def create_draft(
    *, slug: str, kind: str, issuer: Issuer | None = None, club: Group | None = None, **description: Any
) -> AchievementVersion:
    """A draft of a new achievement, or of the next version of one that exists. One draft at a time.

    `description` are fields of AchievementVersion. Raises ValidationError for wrong ones, Refusal SLUG_TAKEN
    when the slug belongs to another kind or another owner.
    """
    with transaction.atomic():
        achievement, _created = Achievement.objects.get_or_create(
            slug=slug, defaults={"kind": kind, "issuer": issuer, "club": club}
        )
        if (achievement.kind, achievement.issuer, achievement.club) != (kind, issuer, club):
            raise Refusal("SLUG_TAKEN", _("This short name is already taken. Choose another one."), "slug")
        draft = AchievementVersion(achievement=achievement, **description)
        draft.full_clean()
        draft.save(force_insert=True)
    return draft


def publish(draft: AchievementVersion, *, actor: User | None, now: datetime) -> AchievementVersion:
    """Give the draft its number. From now on the database refuses any change of it.

    Raises Refusals that name every missing element of a microcredential; Refusal NOT_ACCREDITED, ART_UNKNOWN,
    REQUIREMENT_UNKNOWN, REQUIREMENT_CIRCLE, or ALREADY_PUBLISHED.
    """
    achievement = draft.achievement
    _check(draft, achievement)
    with transaction.atomic():
        Achievement.objects.select_for_update().get(pk=achievement.pk)
        last = achievement.versions.aggregate(last=Max("number"))["last"] or 0
        published = AchievementVersion.objects.filter(pk=draft.pk, number=None).update(
            number=last + 1, published_at=now, digest=digest_of(draft)
        )
        if published:
            achievement.current_version = draft
            achievement.save(update_fields=["current_version"])
            fact = AchievementPublished(achievement_id=achievement.pk, version_id=draft.pk)
            emit(fact, actor=actor, audience=people_of(achievement.issuer))
    draft.refresh_from_db()
    if not published:
        raise Refusal("ALREADY_PUBLISHED", _("This version has been published already."))
    return draft


def digest_of(version: AchievementVersion) -> str:
    """SHA-256 (hex) of the description alone: two versions that say the same have the same digest."""
    said = {name: getattr(version, name) for name in DESCRIBED}
    if said["result_scale"] is None:
        # Versions published before there were scales keep their digest.
        del said["result_scale"]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
    return sha256(text.encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    raise TypeError(f"{type(value).__name__} does not belong in a description")


def _check(draft: AchievementVersion, achievement: Achievement) -> None:
    try:
        art = art_of(achievement.kind, draft.art)
        if isinstance(art, DrawnElsewhere):
            stored_picture(art)
    except ValueError as error:
        raise Refusal(
            "ART_UNKNOWN", _("This picture cannot be drawn for this kind of badge."), "art"
        ) from error
    _check_requirement(draft.requires, achievement.slug)
    issuer = achievement.issuer
    refusal = refusal_of(issuer, achievement.kind) if issuer is not None else None
    if refusal is not None:
        raise refusal
    if achievement.kind != AchievementKind.MICROCREDENTIAL:
        return
    gaps = missing(draft, issuer)
    if gaps:
        raise Refusals(Refusal(f"MISSING_{gap.code}", gettext(gap.why), gap.code.lower()) for gap in gaps)


def _check_requirement(requires: Mapping[str, Any] | None, slug: str) -> None:
    try:
        requirement = Requirement.from_json(requires)
    except ValueError as error:
        raise _requirement_unknown() from error
    if requirement is None:
        return
    known = Achievement.objects.published().filter(slug__in=requirement.slugs).count()
    if known != len(requirement.slugs):
        raise _requirement_unknown()
    if leads_back_to(slug, requirement.slugs):
        raise Refusal(
            "REQUIREMENT_CIRCLE",
            _("A badge it requires requires this one in turn, so nobody could ever earn it."),
            "requires",
        )


def _requirement_unknown() -> Refusal:
    return Refusal(
        "REQUIREMENT_UNKNOWN", _("It requires badges that do not exist, or more than there are."), "requires"
    )
