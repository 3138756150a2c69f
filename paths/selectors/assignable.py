"""Paths that may be given to a group, with what a teacher looks at before choosing."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Q, Sum

from core.translated import in_language
from credentials.models import Achievement
from paths.enums import StepKind
from paths.models import Enrollment, LearningPath, PathAssignment, Step
from paths.selectors.quest_maps import badges_by_id
from paths.selectors.visibility import paths_visible_to
from people.models import Group, User
from people.selectors.groups import students_of

MOST_PATHS, MOST_GRANTS = 60, 4


@dataclass(frozen=True)
class AssignablePath:
    """`already_on` counts the group's learners who are on the path; `suitable` is about the type of school.

    `step_titles` and `step_sections` stand in the order of the path, one entry a step each.
    """

    id: UUID
    title: str
    description: str
    hours: float
    weeks: int
    step_count: int
    badge_count: int
    grants: tuple[Achievement, ...]
    assigned: bool
    already_on: int
    suitable: bool
    assignment_id: UUID | None
    step_titles: tuple[str, ...]
    step_sections: tuple[str, ...]


@dataclass
class _Outline:
    titles: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    grants: list[UUID] = field(default_factory=list)


def assignable_paths(user: User, group: Group) -> list[AssignablePath]:
    """Suitable paths first, then by title. Six queries."""
    paths = list(
        paths_visible_to(user)
        .filter(archived_at=None)
        .annotate(
            step_count=Count("steps", distinct=True),
            badge_count=Count(
                "steps", filter=Q(steps__achievement__isnull=False) | Q(steps__choose_count__gt=0)
            ),
            hours=Sum("steps__estimated_hours", filter=Q(steps__required=True)),
        )
        .order_by("slug")[:MOST_PATHS]
    )
    assigned = dict(PathAssignment.objects.filter(group=group, ended_at=None).values_list("path_id", "id"))
    on_it = dict(
        Enrollment.objects.running()
        .filter(student__in=students_of(group))
        .values_list("path_id")
        .annotate(Count("id"))
    )
    outlines = _outlines(paths)
    badges = badges_by_id(badge for outline in outlines.values() for badge in outline.grants)
    school = getattr(group.parent, "school", None) if group.parent_id else None
    rows = [
        _row(
            path, assigned, on_it, outlines.get(path.pk, _Outline()), badges, school.type if school else None
        )
        for path in paths
    ]
    return sorted(rows, key=lambda row: (not row.suitable, row.title))


def _outlines(paths: list[LearningPath]) -> dict[UUID, _Outline]:
    """What each path asks for, step by step, and the credentials at its end."""
    outlines: dict[UUID, _Outline] = {}
    steps = Step.objects.filter(path__in=paths).order_by("path_id", "position")
    for path_id, title, section, kind, achievement_id in steps.values_list(
        "path_id", "title", "section__title", "kind", "achievement_id"
    ):
        outline = outlines.setdefault(path_id, _Outline())
        outline.titles.append(in_language(title))
        outline.sections.append(in_language(section))
        if kind == StepKind.CREDENTIAL and achievement_id is not None:
            outline.grants.append(achievement_id)
    return outlines


def _row(
    path: LearningPath,
    assigned: dict[UUID, UUID],
    on_it: dict[UUID, int],
    outline: _Outline,
    badges: dict[UUID, Achievement],
    school_type: str | None,
) -> AssignablePath:
    return AssignablePath(
        id=path.pk,
        title=in_language(path.title),
        description=in_language(path.description),
        hours=float(path.hours or 0),  # type: ignore[attr-defined]
        weeks=path.duration_weeks,
        step_count=path.step_count,  # type: ignore[attr-defined]
        badge_count=path.badge_count,  # type: ignore[attr-defined]
        grants=tuple(badges[badge] for badge in outline.grants[:MOST_GRANTS]),
        assigned=path.pk in assigned,
        already_on=on_it.get(path.pk, 0),
        suitable=not path.school_types or school_type is None or school_type in path.school_types,
        assignment_id=assigned.get(path.pk),
        step_titles=tuple(outline.titles),
        step_sections=tuple(outline.sections),
    )
