"""The student's home: the one next step, the paths, the newest badges, what is near. Nine statements at any number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, IntegerField, OuterRef, Subquery, Value, When, Window
from django.utils.translation import gettext as _

from classroom.selectors import notices as calm_lines
from classroom.selectors.feeds import FeedLine, newest_lines
from classroom.selectors.notices import Notice
from core.translated import in_language
from credentials.enums import LIVING_STATES
from credentials.models import Achievement, Credential, IssuedDocument
from credentials.selectors.badges import BadgeView, badge_views
from credentials.selectors.credentials import SHELF_STATES, as_badges
from paths.enums import StepState
from paths.progress import steps_to
from paths.selectors.quest_maps import PathCard, badge_of, path_cards, running_of
from paths.selectors.standings import Standing, standings
from people.enums import GroupKind
from people.models import Membership, User
from people.selectors.oneself import GroupRef, group_refs, memberships_of

MOST_LATEST, MOST_CELEBRATIONS, MOST_NEAR, MOST_LINES = 8, 20, 4, 5
# A badge further away than this is not within reach yet.
MOST_STEPS_LEFT = 3
# What a badge on a home screen needs of its long rows.
SHOWN = (
    "recipient_id", "state", "note", "result", "awarded_at", "valid_until", "celebrated_at",
    *(f"version__{name}" for name in (
        "name", "description", "art", "art_alt", "learning_outcomes", "result_scale", "workload_hours",
    )),
    "achievement__kind", "achievement__issuer__name", "achievement__club__name", "achievement__club__parent__name",
    "batch__words_hidden_at", "batch__picture_id", "batch__undo_until", "batch__group__name",
    "batch__actor__given_name", "batch__actor__family_name",
)  # fmt: skip
# What asks most of the learner comes first: an answer to a hint, then what is agreed, begun, open, waiting.
_ORDER = (
    StepState.NOT_YET, StepState.TOPIC_AGREED, StepState.CHOSEN, StepState.OPEN, StepState.TOPIC_PROPOSED,
    StepState.HANDED_IN,
)  # fmt: skip


@dataclass(frozen=True)
class NextStep:
    enrollment_id: UUID
    step_id: UUID
    path_title: str
    step_title: str
    state: str
    line: str


@dataclass(frozen=True)
class NearBadge:
    """A badge within reach; `steps_left` counts the step that carries it and those that it waits for."""

    achievement: Achievement
    steps_left: int
    enrollment_id: UUID
    step_id: UUID


@dataclass(frozen=True)
class StudentHome:
    groups: tuple[GroupRef, ...]
    next: NextStep | None
    paths: tuple[PathCard, ...]
    latest_badges: tuple[BadgeView, ...]
    badge_count: int
    near: tuple[NearBadge, ...]
    celebrations: tuple[BadgeView, ...]
    notices: tuple[Notice, ...]
    feed: tuple[FeedLine, ...]


def student_home(user: User, memberships: Sequence[Membership] | None = None) -> StudentHome:
    """`memberships` are the person's own, when somebody has read them already."""
    memberships = memberships_of(user) if memberships is None else memberships
    all_standings = standings(running_of(user), with_choices=False)
    owed = calm_lines.unread(user)
    achievements = _in_a_word(_wanted(all_standings) | calm_lines.achievements_of(owed))
    credentials = _newest_badges(user)
    views = {view.id: view for view in badge_views(credentials, user)}
    living = [one for one in credentials if one.state in LIVING_STATES]
    owed_celebrations = sorted(
        (one for one in living if not one.celebrated_at), key=lambda one: one.awarded_at
    )
    newest = sorted(credentials, key=lambda one: one.awarded_at, reverse=True)
    titles = {step.pk: in_language(step.title) for one in all_standings for step in one.path.steps}
    groups = [one.group for one in memberships if one.group.kind != GroupKind.SCHOOL]
    assignments = [one.enrollment.assignment for one in all_standings]
    for assignment, standing in zip(assignments, all_standings, strict=True):
        assignment.path = standing.enrollment.path
    return StudentHome(
        groups=group_refs(memberships),
        next=next_of(all_standings),
        paths=tuple(path_cards(all_standings, achievements)),
        latest_badges=tuple(views[one.pk] for one in newest[:MOST_LATEST]),
        badge_count=credentials[0].total if credentials else 0,
        near=tuple(_near(all_standings, achievements)),
        celebrations=tuple(views[one.pk] for one in owed_celebrations[:MOST_CELEBRATIONS]),
        notices=calm_lines.notices(owed, achievements, titles),
        feed=newest_lines(groups, assignments, MOST_LINES),
    )


def _newest_badges(user: User) -> list[Any]:
    """What is not celebrated yet, then the newest; with the size of the whole shelf. Two statements.

    Whether a badge is signed comes along as a column: a home screen needs no documents.
    """
    signed = IssuedDocument.objects.signed().filter(credential=OuterRef("pk")).order_by("issued_at")
    mine = Credential.objects.filter(recipient=user, state__in=SHELF_STATES, replaced_at=None)
    waiting_first = Case(
        When(celebrated_at=None, state__in=LIVING_STATES, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    rows: list[Any] = list(
        as_badges(mine)
        .only(*SHOWN)
        .prefetch_related(None)
        .annotate(
            waiting_first=waiting_first,
            total=Window(Count("id")),
            signed_at=Subquery(signed.values("issued_at")[:1]),
        )
        .order_by("waiting_first", "-awarded_at", "id")[: MOST_LATEST + MOST_CELEBRATIONS]
    )
    for row in rows:
        row.signed_documents = [IssuedDocument(issued_at=row.signed_at)] if row.signed_at else []
    return rows


def _in_a_word(ids: set[UUID]) -> dict[UUID, Achievement]:
    """Achievements with a name and a picture, and nothing of their long descriptions: one statement."""
    rows = Achievement.objects.filter(pk__in=ids).select_related("current_version")
    shown = rows.only("slug", "kind", *(f"current_version__{name}" for name in ("name", "art", "art_alt")))
    return {row.pk: row for row in shown}


def next_of(all_standings: Sequence[Standing]) -> NextStep | None:
    """The one next step over all paths; of equals, that of the path with the nearest date."""
    found = []
    for standing in all_standings:
        spec = standing.next
        step = standing.path.step(spec.id) if spec else None
        if spec is None or step is None or standing.progress.complete:
            continue
        state = standing.state(spec)
        due_on = standing.enrollment.assignment.due_on or date.max
        rank = _ORDER.index(state) if state in _ORDER else len(_ORDER)
        found.append((rank, due_on, str(standing.enrollment.pk), standing, step, state))
    if not found:
        return None
    *_rank, standing, step, state = min(found, key=lambda one: one[:3])
    return NextStep(
        enrollment_id=standing.enrollment.pk,
        step_id=step.pk,
        path_title=in_language(standing.enrollment.path.title),
        step_title=in_language(step.title),
        state=str(state),
        line=_line(state),
    )


def _line(state: StepState) -> str:
    match state:
        case StepState.NOT_YET:
            return _("Your teacher has left you a hint.")
        case StepState.TOPIC_AGREED:
            return _("The topic is agreed: go ahead.")
        case StepState.CHOSEN:
            return _("You have chosen; now do it.")
        case StepState.TOPIC_PROPOSED:
            return _("Your teacher is looking at your topic.")
        case StepState.HANDED_IN:
            return _("Your teacher is looking at your work.")
        case _:
            return _("This is your next step.")


def _wanted(all_standings: Sequence[Standing]) -> set[UUID]:
    """Achievements that cards and outlines show."""
    specs = ((spec, standing) for standing in all_standings for spec in standing.path.specs)
    found = (badge_of(spec, standing) for spec, standing in specs if spec.id not in standing.done)
    return {pk for pk in found if pk is not None}


def _near(all_standings: Sequence[Standing], achievements: Mapping[UUID, Achievement]) -> list[NearBadge]:
    """Badges at most three steps away, the fewest steps away first."""
    near = []
    for standing in all_standings:
        for spec in standing.path.specs:
            badge = badge_of(spec, standing)
            if spec.id in standing.done or badge not in achievements or badge is None:
                continue
            left = steps_to(spec, standing.path.specs, standing.done.keys())
            if left > MOST_STEPS_LEFT:
                continue
            near.append((left, NearBadge(achievements[badge], left, standing.enrollment.pk, spec.id)))
    near.sort(key=lambda one: one[0])
    return [badge for _left, badge in near[:MOST_NEAR]]
