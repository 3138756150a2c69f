"""The full description of an achievement in one language, for somebody who has not earned it yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.enums import EvidenceType
from credentials.models import Achievement, AchievementVersion
from credentials.scales import Scale
from credentials.selectors.badges import ArtView, OutcomeText, art_view, issuer_name, outcomes_of
from credentials.stacking import Requirement
from people.models import User
from people.selectors.groups import groups_led_by


@dataclass(frozen=True)
class RequiredBadge:
    """A badge that a larger one asks for; without an address and a picture while nobody published it."""

    name: str
    path: str = ""
    picture: str = ""


@dataclass(frozen=True)
class RequiredBadges:
    """Badges of which `count` different ones are enough; 0: all of them."""

    count: int
    badges: tuple[RequiredBadge, ...]


@dataclass(frozen=True)
class AchievementDetail:
    id: UUID
    slug: str
    name: str
    description: str
    kind: str
    art: ArtView
    issuer_name: str
    outcomes: tuple[OutcomeText, ...]
    how_to_earn: str
    workload_hours: float | None
    sensitivity: str
    assessor_note: str
    evidence_types: tuple[str, ...]
    requires_text: str
    feedback_example: str
    result_scale: Scale | None
    public_url: str


def achievement_detail(achievement: Achievement, viewer: User) -> AchievementDetail:
    """The published description. What is written for assessors goes only to people who lead a group."""
    version = achievement.current_version
    if version is None:
        raise ValueError("only a published achievement has a description")
    staff = groups_led_by(viewer).exists()
    return AchievementDetail(
        id=achievement.pk,
        slug=achievement.slug,
        name=in_language(version.name),
        description=in_language(version.description),
        kind=achievement.kind,
        art=art_view(achievement.kind, version),
        issuer_name=issuer_name(achievement),
        outcomes=outcomes_of(version),
        how_to_earn=in_language(version.how_to_earn),
        workload_hours=float(version.workload_hours) if version.workload_hours is not None else None,
        sensitivity=version.sensitivity,
        assessor_note=in_language(version.assessor_note) if staff else "",
        evidence_types=labels_of(EvidenceType, version.evidence_types),
        requires_text="; ".join(required_names(version)),
        feedback_example=in_language(version.feedback_examples) if staff else "",
        result_scale=Scale.from_json(version.result_scale),
        public_url=f"/achievements/{achievement.slug}/v{version.number}",
    )


def labels_of(choices: type[TextChoices], codes: Iterable[str]) -> tuple[str, ...]:
    """Codes of a vocabulary in words of the active language; an unknown code stays as it is."""
    known = dict(choices.choices)
    return tuple(str(known.get(code, code)) for code in codes if code)


def required_names(version: AchievementVersion, language: str | None = None) -> tuple[str, ...]:
    """What a composite requires, in words: each of `all_of`, then "n of" the others. One query, or none."""
    words: list[str] = []
    for group in required_badges(version, language):
        names = [badge.name for badge in group.badges]
        if group.count:
            words.append(_("%(count)d of: %(badges)s") % {"count": group.count, "badges": ", ".join(names)})
        else:
            words += names
    return tuple(words)


def required_badges(version: AchievementVersion, language: str | None = None) -> tuple[RequiredBadges, ...]:
    """What a composite requires: first what all of is asked for, then what some of is. One query, or none."""
    requirement = Requirement.from_json(version.requires)
    if requirement is None:
        return ()
    rows = Achievement.objects.filter(slug__in=requirement.slugs).select_related("current_version")
    known = {row.slug: _required(row, row.current_version, language) for row in rows if row.current_version}
    all_of = [known.get(slug, RequiredBadge(slug)) for slug in sorted(requirement.all_of)]
    some_of = (
        [known.get(slug, RequiredBadge(slug)) for slug in requirement.some_of] if requirement.count else []
    )
    groups = (
        RequiredBadges(0, tuple(all_of)),
        RequiredBadges(requirement.count, tuple(sorted(some_of, key=lambda badge: badge.name))),
    )
    return tuple(group for group in groups if group.badges)


def _required(row: Achievement, version: AchievementVersion, language: str | None) -> RequiredBadge:
    return RequiredBadge(
        in_language(version.name, language),
        f"/achievements/{row.slug}/",
        art_view(row.kind, version).svg_url,
    )
