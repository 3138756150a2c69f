"""The public face of a development path: what one does on it and what one earns; nobody who walks it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.utils.translation import get_language

from core.linked_data import duration, without_empty
from core.portal_name import portal_name
from core.translated import in_language
from credentials.models import Achievement
from credentials.pictures import svg_path
from credentials.selectors.achievement_details import labels_of
from credentials.selectors.achievements import catalogue
from credentials.workload import hours_in_words
from paths.enums import StepKind, Visibility
from paths.models import LearningPath, Step
from people.enums import SchoolType


@dataclass(frozen=True)
class StepLine:
    """A step as a visitor reads it. `badges` are (name, path, picture) of what it gives or lets choose."""

    title: str
    kind_label: str
    why: str
    hours: str
    required: bool
    badges: tuple[tuple[str, str, str], ...]
    chooses: int


@dataclass(frozen=True)
class SectionLine:
    title: str
    steps: tuple[StepLine, ...]


@dataclass(frozen=True)
class PathPage:
    slug: str
    title: str
    description: str
    owner: str
    hours: str
    weeks: int
    schools: tuple[str, ...]
    sections: tuple[SectionLine, ...]
    address: str
    linked_data: dict[str, Any]


def open_paths() -> QuerySet[LearningPath]:
    """Paths for everybody."""
    return LearningPath.objects.filter(visibility=Visibility.PUBLIC, archived_at=None)


def public_paths() -> QuerySet[LearningPath]:
    """The same by short name, with their sections and steps at hand."""
    return open_paths().select_related("owner_group").prefetch_related("sections", "steps").order_by("slug")


def hours_of(path: LearningPath) -> Decimal:
    """The estimated hours of what is required; expects the steps prefetched."""
    return sum((step.estimated_hours for step in path.steps.all() if step.required), Decimal(0))


def path_page(slug: str) -> PathPage | None:
    """One public path in the active language, or None. Six statements at any number of steps."""
    shown = catalogue().select_related("current_version")
    steps = Step.objects.select_related("achievement").prefetch_related(Prefetch("choices", queryset=shown))
    found = open_paths().filter(slug=slug)
    path = (
        found.select_related("owner_group")
        .prefetch_related("sections", Prefetch("steps", queryset=steps))
        .first()
    )
    if path is None:
        return None
    given = {badge.pk: badge for badge in shown.filter(steps__path=path).distinct()}
    lines: dict[object, list[StepLine]] = {}
    for step in path.steps.all():
        lines.setdefault(step.section_id, []).append(_line(step, given))
    sections = tuple(
        SectionLine(in_language(one.title), tuple(lines.get(one.pk, ()))) for one in path.sections.all()
    )
    return PathPage(
        slug=path.slug,
        title=in_language(path.title),
        description=in_language(path.description),
        owner=path.owner_group.name if path.owner_group else "",
        hours=hours_in_words(hours_of(path)),
        weeks=path.duration_weeks,
        schools=labels_of(SchoolType, path.school_types),
        sections=sections,
        address=f"{settings.PUBLIC_URL}/paths/{path.slug}/",
        linked_data=_linked_data(path, sections),
    )  # fmt: skip


def _line(step: Step, given: dict[Any, Achievement]) -> StepLine:
    badges = [given[step.achievement_id]] if step.achievement_id in given else list(step.choices.all())
    return StepLine(
        title=in_language(step.title),
        kind_label=str(StepKind(step.kind).label),
        why=in_language(step.why),
        hours=hours_in_words(step.estimated_hours),
        required=step.required,
        badges=tuple(_badge(badge) for badge in badges if badge.current_version),
        chooses=step.choose_count,
    )


def _badge(badge: Achievement) -> tuple[str, str, str]:
    version = badge.current_version
    if version is None:
        raise ValueError("a badge on a public path is published")
    return in_language(version.name), f"/achievements/{badge.slug}/", svg_path(badge.kind, version.art)


def _linked_data(path: LearningPath, sections: tuple[SectionLine, ...]) -> dict[str, Any]:
    """The path as schema.org's Course (https://schema.org/Course), for search engines."""
    hours = hours_of(path)
    provider = path.owner_group.name if path.owner_group else portal_name()
    return without_empty(
        {
            "@context": "https://schema.org",
            "@type": "Course",
            "name": in_language(path.title),
            "description": in_language(path.description),
            "url": f"{settings.PUBLIC_URL}/paths/{path.slug}/",
            "inLanguage": (get_language() or "pl").partition("-")[0],
            "isAccessibleForFree": True,
            "provider": {"@type": "Organization", "name": provider, "url": settings.PUBLIC_URL},
            "offers": {"@type": "Offer", "category": "Free", "price": "0", "priceCurrency": "PLN"},
            "hasCourseInstance": {
                "@type": "CourseInstance", "courseMode": "Blended", "courseWorkload": duration(hours),
            },
            "syllabusSections": [{"@type": "Syllabus", "name": section.title} for section in sections],
            "educationalCredentialAwarded": list(
                dict.fromkeys(badge[0] for section in sections for step in section.steps for badge in step.badges)
            ),
        }
    )  # fmt: skip
