"""Reading what a page about one credential may show, and to whom: one query, and none for words already read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db.models import Q
from django.utils.translation import get_language

from credentials.enums import CredentialState, DocumentForm, ShownName
from credentials.grade_words import result_in_words
from credentials.models import AchievementVersion, Credential, IssuedDocument, Share
from credentials.openness import is_public
from credentials.selectors.achievement_pages import AchievementCard, card
from credentials.selectors.badges import OutcomeText, outcomes_of
from credentials.selectors.became import STANDS, Became, became_of
from credentials.selectors.catalogue_pages import CATALOGUE
from credentials.selectors.trust import EndorsementLine, endorsements_of, ladder

FORM = DocumentForm.OB3_DATA_INTEGRITY
# Undone and declined awards have no page, not even for their owner.
WITHOUT_PAGE = (CredentialState.CANCELLED, CredentialState.DECLINED)
WORDS_SECONDS = 60
_COLUMNS = (
    "id", "version_id", "context", "awarded_at", "valid_until", "batch__undo_until", "recipient__given_name",
    "recipient__family_name", "recipient__nickname", "issuer_standing", "documents__body", "documents__digest",
    "documents__status_list__signed_at", "documents__key__compromised_from", "revoked_at", "revocation_kind",
    "replaced_at", "corrects_id", "renews_id", "state", "result", "version__result_scale",
)  # fmt: skip
_OF_LINK = ("shown_name", "with_place", "with_result", "expires_at", "successor_id")


@dataclass(frozen=True)
class SignedBytes:
    """The stored document, and what the verdict over it depends on besides its bytes and the clock."""

    body: bytes
    valid_until: datetime | None
    list_signed_at: datetime | None
    key_compromised_from: datetime | None


@dataclass(frozen=True)
class CredentialPage:
    """What one asker may see. `document` is None while nothing is signed; `link_until` without a link."""

    id: UUID
    version_id: UUID
    awarded_at: datetime
    valid_until: datetime | None
    signed_from: datetime
    shown_name: str
    place: str
    link_until: datetime | None
    document: SignedBytes | None
    # A Standing: that of the issuer when it was awarded.
    issuer_standing: str = ""
    became: Became = STANDS
    # The grade with its scale: for its owner, who leads, and as the owner chose.
    result: str = ""


@dataclass(frozen=True)
class VersionWords:
    """The words of a version that stand on every page of a credential of it."""

    card: AchievementCard
    # Empty where the description is for members alone.
    path: str
    issuer_path: str
    endorsements: tuple[EndorsementLine, ...]
    outcomes: tuple[OutcomeText, ...]
    # A Standing: that of the issuer now; empty for a club's badge.
    issuer_standing: str = ""


def page_by_share(credential_id: UUID, digest: str, *, now: datetime) -> CredentialPage | None:
    """What the holder of a working link sees. One statement; two where the link was made for an earlier award."""
    row = _by_link(credential_id, digest, now, _COLUMNS)
    if row is None or row["state"] in WITHOUT_PAGE:
        return None
    place = row["context"].get("place", "") if row["with_place"] else ""
    return _page(row, row["shown_name"], place, row["expires_at"], with_result=row["with_result"])


def page_within(
    credential_id: UUID, *, shown_name: str = ShownName.FULL, with_place: bool = True
) -> CredentialPage | None:
    """What its owner, and who leads the class, see without a link; without the place there is no grade either. The door
    has asked whether they may.
    """
    rows = Credential.objects.filter(Q(documents__form=FORM) | Q(documents=None), pk=credential_id)
    row = rows.exclude(state__in=WITHOUT_PAGE).values(*_COLUMNS).first()
    if row is None:
        return None
    place = row["context"].get("place", "") if with_place else ""
    return _page(row, shown_name, place, None, with_result=with_place)


def words_of(version_id: UUID) -> VersionWords:
    """The words in the active language, remembered for a minute: a version never changes, its issuer may. What was
    reported is gone at once.
    """
    key = f"version-words:{CATALOGUE.now()}:{get_language()}:{version_id}"
    known: VersionWords | None = cache.get(key)
    if known is not None:
        return known
    version = AchievementVersion.objects.select_related(
        "achievement__issuer", "achievement__club__parent"
    ).get(pk=version_id)
    achievement = version.achievement
    issuer, club = achievement.issuer, achievement.club
    shown = card(achievement, version, ladder(achievement))
    words = VersionWords(
        card=shown,
        path=shown.path if club is None or (is_public(club) and not achievement.hidden_at) else "",
        issuer_path=f"/issuers/{issuer.slug}/" if issuer else "",
        endorsements=endorsements_of(achievement, AnonymousUser()),
        outcomes=outcomes_of(version),
        issuer_standing=issuer.standing if issuer else "",
    )
    cache.set(key, words, WORDS_SECONDS)
    return words


def body_by_share(credential_id: UUID, digest: str, *, now: datetime) -> bytes | None:
    """The signed bytes for the holder of a working link. Statements as in `page_by_share`."""
    row = _by_link(credential_id, digest, now, ("documents__body",))
    return bytes(row["documents__body"]) if row else None


def body_for_owner(owner_id: UUID, credential_id: UUID) -> bytes | None:
    """The signed bytes for their owner."""
    documents = IssuedDocument.objects.filter(credential__recipient_id=owner_id, credential_id=credential_id)
    body = documents.filter(form=FORM).exclude(digest="").values_list("body", flat=True).first()
    return bytes(body) if body is not None else None


def _by_link(
    credential_id: UUID, digest: str, now: datetime, columns: tuple[str, ...]
) -> dict[str, Any] | None:
    """These columns of the credential and its signed document, and those of the link, if it works and opens the
    credential: the one it was made for, or what took its place. Read from the link on: it is found at once.
    """
    for opened in ("credential", "successor"):
        working = _behind_links(opened, columns).working(now)
        for row in working.filter(**{"digest": digest, f"{opened}_id": credential_id})[:1]:
            return {name.removeprefix(f"{opened}__"): value for name, value in row.items()}
    return None


@lru_cache
def _behind_links(opened: str, columns: tuple[str, ...]) -> Any:
    """What stands signed behind all links: a queryset that is never read itself. Putting these joins and columns
    together takes longer than reading the one row, so it is done once.
    """
    signed = {f"{opened}__documents__form": FORM, f"{opened}__documents__digest__gt": ""}
    return Share.objects.filter(**signed).values(*_OF_LINK, *(f"{opened}__{name}" for name in columns))


def _page(
    row: dict[str, Any], shown: str, place: str, link_until: datetime | None, *, with_result: bool
) -> CredentialPage:
    document = None
    if row["documents__digest"]:
        document = SignedBytes(
            bytes(row["documents__body"]),
            row["valid_until"],
            row["documents__status_list__signed_at"],
            row["documents__key__compromised_from"],
        )
    return CredentialPage(
        id=row["id"],
        version_id=row["version_id"],
        awarded_at=row["awarded_at"],
        valid_until=row["valid_until"],
        signed_from=row["batch__undo_until"],
        shown_name=_shown(row, shown),
        place=str(place),
        link_until=link_until,
        document=document,
        issuer_standing=row["issuer_standing"],
        became=became_of(row),
        result=result_in_words(row["version__result_scale"], row["result"]) if with_result else "",
    )


def _shown(row: dict[str, Any], choice: str) -> str:
    names = [row["recipient__given_name"], row["recipient__family_name"]]
    initials = "".join(f"{name[0]}." for name in names if name)
    match choice:
        case ShownName.FULL:
            return " ".join(filter(None, names))
        case ShownName.NICKNAME:
            return str(row["recipient__nickname"]) or initials
    return initials
