"""Microcredentials, digital badges and club badges that are awarded now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cms.catalogue.describing.source import Description, Source, everywhere, register
from cms.catalogue.enums import EntryKind, Price
from cms.catalogue.fields import field_of_tags
from credentials.models import Achievement, AchievementVersion
from credentials.pictures import svg_path
from credentials.selectors.achievements import catalogue
from credentials.selectors.trust import Ladder, ladders


def describe(achievements: Iterable[Achievement]) -> list[Description]:
    """Expects current version, issuer, club and its parent; one query when club badges are among them."""
    found = list(achievements)
    standing = ladders(found)
    return [_description(one, one.current_version, standing[one.pk]) for one in found if one.current_version]


def _description(achievement: Achievement, version: AchievementVersion, trust: Ladder) -> Description:
    issuer, club, level = achievement.issuer, achievement.club, version.framework_reference
    outcomes = version.learning_outcomes
    return Description(
        kind=achievement.kind,
        object_id=achievement.pk,
        path=f"/achievements/{achievement.slug}/v{version.number}",
        title=version.name,
        summary=version.description,
        further=(
            {"pl": " ".join(version.tags)},
            version.how_to_earn,
            *(outcome["text"] for outcome in outcomes),
            *(criterion for outcome in outcomes for criterion in outcome["criteria"]),
        ),
        by=issuer.name if issuer else everywhere(club.name if club else ""),
        picture=_picture(achievement.kind, version.art),
        rung=str(trust.rung),
        hours=version.workload_hours,
        published_at=version.published_at or achievement.created_at,
        field=field_of_tags(version.tags),
        price=Price.PAID.value if version.cost_amount else Price.FREE.value,
        form=version.participation_form,
        level=str(level["pqf"]) if level else "",
        issuer=issuer.slug if issuer else "",
        accessible=bool(version.accessibility),
    )


def _picture(kind: str, art: dict[str, Any]) -> str:
    try:
        return svg_path(kind, art)
    except ValueError:
        return ""


register(
    Source(
        "achievements",
        (EntryKind.MICROCREDENTIAL, EntryKind.DIGITAL_BADGE, EntryKind.CLUB_BADGE),
        catalogue,
        describe,
    )
)
