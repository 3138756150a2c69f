"""A credential as an Open Badges 3.0 ``AchievementCredential`` in its JSON-LD form (OB 3.0 §8.1; VC Data
Model 2.0).

No null, no empty array, no term of our own. The document is complete but unsigned:
``proofs.sign_data_integrity`` signs.
"""

from datetime import date
from typing import Any

from .contexts import CREDENTIALS_V2, OPEN_BADGES
from .facts import (
    AchievementDescription,
    Alignment,
    AwardFacts,
    BadgeImage,
    EvidenceNote,
    IssuerProfile,
    Kind,
    RecipientIdentity,
)
from .moments import format_moment
from .narrative import WORDS, criteria_narrative
from .status import status_entry

_FRAMEWORK_LEVELS = "https://europass.europa.eu/en/description-eight-eqf-levels"
_ACHIEVEMENT_TYPES: dict[Kind, str] = {
    "digital_badge": "Badge",
    "microcredential": "MicroCredential",
    "club_badge": "Badge",
}


def build_credential(
    issuer: IssuerProfile,
    achievement: AchievementDescription,
    recipient: RecipientIdentity,
    award: AwardFacts,
) -> dict[str, Any]:
    """The unsigned credential, every text in ``achievement.language``. Raises ``ValueError`` for a moment
    without zone.
    """
    subject = {
        "id": recipient.did,
        "type": ["AchievementSubject"],
        "identifier": _identifiers(recipient),
        "activityStartDate": _day(award.activity_start),
        "activityEndDate": _day(award.activity_end),
        "achievement": _achievement(issuer, achievement, award),
        "result": [_result(achievement, award.grade)] if award.grade and achievement.result_scale else [],
    }
    credential: dict[str, Any] = _given(
        {
            "@context": [CREDENTIALS_V2, OPEN_BADGES],
            "id": award.id,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": achievement.name,
            "issuer": _profile(issuer),
            "validFrom": format_moment(award.valid_from),
            "validUntil": format_moment(award.valid_until) if award.valid_until else "",
            "awardedDate": format_moment(award.awarded_at),
            "credentialSubject": subject,
            "evidence": [_evidence(note) for note in award.evidence],
            "credentialStatus": status_entry(award.status.list_url, award.status.index),
        }
    )
    return credential


def build_achievement(issuer: IssuerProfile, achievement: AchievementDescription) -> dict[str, Any]:
    """The achievement by itself, as its own address serves it."""
    built: dict[str, Any] = _given(
        {"@context": [CREDENTIALS_V2, OPEN_BADGES], **_achievement(issuer, achievement)}
    )
    return built


def build_profile(issuer: IssuerProfile) -> dict[str, Any]:
    """The issuer by itself, as its own address serves it."""
    built: dict[str, Any] = _given({"@context": [CREDENTIALS_V2, OPEN_BADGES], **_profile(issuer)})
    return built


def _profile(issuer: IssuerProfile) -> dict[str, Any]:
    register = {
        "type": "IdentifierEntry",
        "identifier": issuer.register_number,
        "identifierType": "ext:RSPO",
    }
    return {
        "id": issuer.id,
        "type": ["Profile"],
        "name": issuer.name,
        "url": issuer.url,
        "description": issuer.description,
        "address": {"type": ["Address"], "addressCountryCode": issuer.country_code}
        if issuer.country_code
        else {},
        "otherIdentifier": [register] if issuer.register_number else [],
    }


def _achievement(
    issuer: IssuerProfile, achievement: AchievementDescription, award: AwardFacts | None = None
) -> dict[str, Any]:
    return {
        "id": achievement.id,
        "type": ["Achievement"],
        "achievementType": _ACHIEVEMENT_TYPES[achievement.kind],
        "name": achievement.name,
        "description": achievement.description,
        "inLanguage": achievement.language,
        "humanCode": achievement.human_code,
        "version": achievement.version,
        "creator": {"id": issuer.id, "type": ["Profile"]},
        "image": _image(achievement.image),
        # An address of its own: two objects with one id would be one thing to JSON-LD.
        "criteria": {
            "id": f"{achievement.id}#criteria",
            "narrative": criteria_narrative(issuer, achievement, award),
        },
        "creditsAvailable": float(achievement.ects) if achievement.ects else "",
        "resultDescription": [_result_description(achievement)] if achievement.result_scale else [],
        "tag": list(achievement.tags),
        "alignment": [_alignment(entry) for entry in (*achievement.alignments, *_framework(achievement))],
    }


def _result_description(achievement: AchievementDescription) -> dict[str, Any]:
    scale = achievement.result_scale
    if scale is None:
        raise ValueError("this achievement is given without a grade")
    return {
        "id": f"{achievement.id}#result",
        "type": ["ResultDescription"],
        "name": scale.name,
        "resultType": scale.kind,
        "allowedValue": list(scale.allowed),
        "valueMin": scale.least,
        "valueMax": scale.most,
        "requiredValue": scale.required,
    }


def _result(achievement: AchievementDescription, grade: str) -> dict[str, Any]:
    """What was achieved, linked to the scale that the same document describes."""
    return {"type": ["Result"], "resultDescription": f"{achievement.id}#result", "value": grade}


def _image(image: BadgeImage | None) -> dict[str, str]:
    return {"id": image.address, "type": "Image", "caption": image.caption} if image else {}


def _framework(achievement: AchievementDescription) -> tuple[Alignment, ...]:
    framework, words = achievement.framework, WORDS[achievement.language]
    if framework is None:
        return ()
    levels = {"pqf": framework.pqf, "eqf": framework.eqf}
    name = words["level_name"].format(**levels)
    return (
        Alignment(
            name,
            _FRAMEWORK_LEVELS,
            f"EQF {framework.eqf}",
            words["framework"],
            words["level"].format(**levels),
        ),
    )


def _alignment(alignment: Alignment) -> dict[str, Any]:
    return {
        "type": ["Alignment"],
        "targetName": alignment.name,
        "targetUrl": alignment.url,
        "targetCode": alignment.code,
        "targetFramework": alignment.framework,
        "targetDescription": alignment.description,
        "targetType": "CFItem",
    }


def _identifiers(recipient: RecipientIdentity) -> list[dict[str, Any]]:
    identifiers: list[dict[str, Any]] = []
    if recipient.hashed_number:
        identifiers.append(
            {
                "type": "IdentityObject",
                "hashed": True,
                "identityHash": recipient.hashed_number,
                "identityType": "identifier",
                "salt": recipient.salt,
            }
        )
    if recipient.display_name:
        identifiers.append(
            {
                "type": "IdentityObject",
                "hashed": False,
                "identityHash": recipient.display_name,
                "identityType": "name",
            }
        )
    return identifiers


def _evidence(note: EvidenceNote) -> dict[str, Any]:
    return {
        "id": note.url,
        "type": ["Evidence"],
        "name": note.name,
        "narrative": note.narrative,
        "genre": note.genre,
    }


def _day(day: date | None) -> str:
    return f"{day.isoformat()}T00:00:00Z" if day else ""


def _given(value: Any) -> Any:
    """The value without empty texts, arrays and objects: OB 3.0 allows neither null nor an empty array."""
    if isinstance(value, dict):
        members = {key: _given(part) for key, part in value.items()}
        return {key: part for key, part in members.items() if part not in ("", [], {})}
    if isinstance(value, list):
        return [_given(part) for part in value]
    return value
