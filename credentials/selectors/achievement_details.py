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
    requirement = Requirement.from_json(version.requires)
    if requirement is None:
        return ()
    rows = Achievement.objects.filter(slug__in=requirement.slugs).select_related("current_version")
    names = {row.slug: in_language(row.current_version.name, language) for row in rows if row.current_version}
    all_of = tuple(names.get(slug, slug) for slug in sorted(requirement.all_of))
    if not requirement.count:
        return all_of
    others = ", ".join(sorted(names.get(slug, slug) for slug in requirement.some_of))
    return (*all_of, _("%(count)d of: %(badges)s") % {"count": requirement.count, "badges": others})
