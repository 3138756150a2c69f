"""Public addresses and ids, all built from `PUBLIC_URL`: they end up in documents and QR codes."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from credentials.models import AchievementVersion, Issuer, SigningKey
from credentials.open_badges.did import did_web
from people.models import Group


def public(path: str) -> str:
    """The absolute address of a path of ours."""
    return f"{settings.PUBLIC_URL}{path}"


def credential_address(credential_id: UUID) -> str:
    """Page and documents of one credential; also its id in every document."""
    return public(f"/credentials/{credential_id}")


def achievement_address(slug: str, number: int | None) -> str:
    """Page and JSON-LD of one version of an achievement."""
    return public(f"/achievements/{slug}/v{number}")


def version_address(version: AchievementVersion) -> str:
    return achievement_address(version.achievement.slug, version.number)


def endorsement_path(version: AchievementVersion, endorsement_id: UUID) -> str:
    """The signed words of one organisation about a version, within the portal."""
    return f"/achievements/{version.achievement.slug}/v{version.number}/endorsements/{endorsement_id}"


def endorsement_address(version: AchievementVersion, endorsement_id: UUID) -> str:
    """The same for everybody; also their id."""
    return public(endorsement_path(version, endorsement_id))


def issuer_address(issuer: Issuer) -> str:
    return public(f"/issuers/{issuer.slug}/")


def status_list_address(list_id: UUID) -> str:
    return public(f"/status/{list_id}")


def issuer_did(issuer: Issuer | None) -> str:
    """`did:web` of an issuer; of the portal itself for None."""
    return did_web(settings.PUBLIC_URL if issuer is None else public(f"/issuers/{issuer.slug}"))


def club_did(club: Group | UUID) -> str:
    """`did:web` of a club: by its id, because names change and a did lasts."""
    return did_web(public(f"/clubs/{club.pk if isinstance(club, Group) else club}"))


def signer_did(issuer: Issuer | None, club: Group | UUID | None) -> str:
    """In whose name something is signed: an issuer's, a club's, or the portal's when both are None."""
    return issuer_did(issuer) if club is None else club_did(club)


def verification_method(key: SigningKey, did: str) -> str:
    """The DID URL of a key as it stands in a proof of `did`."""
    return f"{did}#{key.pk}"
