"""A learner's paths as the phone shows them: cards, the quest map, one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from core.translated import in_language
from credentials.models import Achievement
from paths.enums import StepKind
from paths.models import Enrollment, Section, Step
from paths.progress import StepSpec
from paths.selectors.standings import Standing, standings
from paths.selectors.visibility import running_where_one_is
from people.models import User


@dataclass(frozen=True)
class StepNode:
    """One node of the map, with its state in one word. `badge` is what it carries or what was picked."""

    id: UUID
    position: int
    kind: str
    kind_label: str
    title: str
    state: str
    required: bool
    milestone: bool
    team: bool
    badge: Achievement | None
    chosen_title: str


@dataclass(frozen=True)
class QuestSection:
    key: str
    title: str
    done: int
    of: int
    steps: tuple[StepNode, ...]


@dataclass(frozen=True)
class QuestMap:
    enrollment_id: UUID
    path_id: UUID
    title: str
    description: str
    group_id: UUID
    group_name: str
    due_on: date | None
    done: int
    of: int
    completed: bool
    next_step_id: UUID | None
    sections: tuple[QuestSection, ...]


@dataclass(frozen=True)
class PathCard:
    enrollment_id: UUID
    path_id: UUID
    title: str
    description: str
    group_name: str
    done: int
    of: int
    due_on: date | None
    completed: bool
    next: StepNode | None


def with_path(enrollments: QuerySet[Enrollment]) -> list[Enrollment]:
    """Enrollments with what every card needs, in the order in which they were assigned."""
    return list(
        enrollments.select_related("path", "assignment__group").order_by("completed_at", "-created_at", "id")[
            :50
        ]
    )


def running_of(user: User) -> list[Enrollment]:
    """The learner's own running enrollments, in groups they are still in."""
    return with_path(running_where_one_is().filter(student=user))


def badges_by_id(ids: Iterable[UUID]) -> dict[UUID, Achievement]:
    wanted = set(ids)
    if not wanted:
        return {}
    rows = Achievement.objects.filter(pk__in=wanted).select_related("current_version", "issuer", "club")
    return {row.pk: row for row in rows}


def badge_of(spec: StepSpec, standing: Standing) -> UUID | None:
    return standing.used.get(spec.id) or spec.achievement


def badge_ids(all_standings: Iterable[Standing]) -> set[UUID]:
    found = (badge_of(spec, standing) for standing in all_standings for spec in standing.path.specs)
    return {badge for badge in found if badge is not None}


def node(step: Step, spec: StepSpec, standing: Standing, badges: Mapping[UUID, Achievement]) -> StepNode:
    badge_id = badge_of(spec, standing)
    badge = badges.get(badge_id) if badge_id else None
    work = standing.works.get(spec.id)
    picked = badge if badge is not None and step.choose_count else None
    name = in_language(picked.current_version.name) if picked and picked.current_version else ""
    return StepNode(
        id=step.pk,
        position=step.position,
        kind=step.kind,
        kind_label=str(StepKind(step.kind).label),
        title=in_language(step.title),
        state=str(standing.state(spec)),
        required=step.required,
        milestone=step.is_milestone,
        team=step.team,
        badge=badge,
        chosen_title=(work.topic if work else "") or name,
    )


def nodes(standing: Standing, badges: Mapping[UUID, Achievement]) -> dict[UUID, StepNode]:
    pairs = zip(standing.path.steps, standing.path.specs, strict=True)
    return {step.pk: node(step, spec, standing, badges) for step, spec in pairs}


def sections(
    standing: Standing, badges: Mapping[UUID, Achievement], rows: Iterable[Section]
) -> tuple[QuestSection, ...]:
    made = nodes(standing, badges)
    found = []
    for row in rows:
        steps = tuple(made[step.pk] for step in standing.path.steps if step.section_id == row.pk)
        required = [step for step in steps if step.required]
        done = sum(step.state == "done" for step in required)
        found.append(QuestSection(row.key, in_language(row.title), done, len(required), steps))
    return tuple(found)


def quest_map(enrollment: Enrollment) -> QuestMap:
    """The whole map of one enrollment (which brings path, assignment and group along): six queries."""
    (standing,) = standings([enrollment])
    badges = badges_by_id(badge_ids([standing]))
    following = standing.next
    counted = standing.progress
    return QuestMap(
        enrollment_id=enrollment.pk,
        path_id=enrollment.path_id,
        title=in_language(enrollment.path.title),
        description=in_language(enrollment.path.description),
        group_id=enrollment.assignment.group_id,
        group_name=enrollment.assignment.group.name,
        due_on=enrollment.assignment.due_on,
        done=counted.done,
        of=counted.of,
        completed=counted.complete,
        next_step_id=following.id if following else None,
        sections=sections(standing, badges, Section.objects.filter(path_id=enrollment.path_id)),
    )


def path_cards(
    all_standings: Iterable[Standing], badges: Mapping[UUID, Achievement] | None = None
) -> list[PathCard]:
    """One card a path; one query for the badges of all of them, none when `badges` brings them."""
    all_standings = list(all_standings)
    following = [standing.next for standing in all_standings]
    if badges is None:
        wanted = (
            badge_of(spec, standing) for spec, standing in zip(following, all_standings, strict=True) if spec
        )
        badges = badges_by_id(badge for badge in wanted if badge)
    cards = []
    for standing, spec in zip(all_standings, following, strict=True):
        enrollment, counted = standing.enrollment, standing.progress
        step = standing.path.step(spec.id) if spec else None
        cards.append(
            PathCard(
                enrollment_id=enrollment.pk,
                path_id=enrollment.path_id,
                title=in_language(enrollment.path.title),
                description=in_language(enrollment.path.description),
                group_name=enrollment.assignment.group.name,
                done=counted.done,
                of=counted.of,
                due_on=enrollment.assignment.due_on,
                completed=counted.complete,
                next=node(step, spec, standing, badges) if step and spec else None,
            )
        )
    return cards
