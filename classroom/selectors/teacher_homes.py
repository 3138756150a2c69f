"""The teacher's home: who needs me today, how my classes stand, whom I have not recognised for weeks.

Six statements beside the person's own memberships, however many classes and students; for who coordinates a school
one more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import NullIf
from django.utils import timezone

from classroom.selectors.class_rosters import PersonRef
from classroom.selectors.needs import NeedsMeItem, needs_of
from core.translated import in_language
from credentials.enums import LIVING_STATES, CredentialState
from credentials.lesson import LESSON
from credentials.models import Achievement, AwardBatch, Credential
from paths.models import Enrollment
from paths.selectors.boards import Thresholds, is_stuck, thresholds
from paths.selectors.standings import Standing, standings
from people.enums import CLASS_KINDS, LEADING_ROLES, GroupKind, Role
from people.models import Group, Membership, User
from people.selectors.oneself import memberships_of

MOST_GROUPS, MOST_NEEDS, MOST_FORGOTTEN, MOST_AWARDS = 100, 30, 12, 6
WEEKS_WITHOUT = timedelta(weeks=3)
COUNTED = timedelta(days=60)


@dataclass(frozen=True)
class ClassCard:
    id: UUID
    name: str
    students: int
    to_review: int
    stuck: int
    ready: int
    path_titles: tuple[str, ...]
    sign_in_open_until: datetime | None
    led: bool


@dataclass(frozen=True)
class RecentAward:
    batch_id: UUID
    achievement: Achievement
    group_id: UUID
    group_name: str
    people: int
    at: datetime
    undo_until: datetime
    cancelled: bool


@dataclass(frozen=True)
class TeacherHome:
    classes: tuple[ClassCard, ...]
    needs_me: tuple[NeedsMeItem, ...]
    needs_me_total: int
    not_recognised: tuple[PersonRef, ...]
    recent_awards: tuple[RecentAward, ...]
    held_rate: int | None


def teacher_home(user: User, now: datetime, memberships: Sequence[Membership] | None = None) -> TeacherHome:
    """`now` is the moment against which silence and lessons are measured; `memberships` are the person's own, when
    somebody has read them already.
    """
    memberships = memberships_of(user) if memberships is None else memberships
    led = _led(memberships)
    groups = sorted([*led, *_looked_after(memberships, led)], key=lambda group: (group.name, group.pk))
    learners = _learners(groups[:MOST_GROUPS])
    all_standings = _standings(led, learners)
    limits = thresholds(timezone.localdate(now))
    needs = sorted(
        (need for one in all_standings for need in needs_of(one, limits)), key=lambda need: need.since
    )
    recent_awards, held_rate = _recent_awards(led, now)
    return TeacherHome(
        classes=tuple(
            _card(group, learners.get(group.pk, []), all_standings, limits, now, is_led=group in led)
            for group in groups[:MOST_GROUPS]
        ),
        needs_me=tuple(needs[:MOST_NEEDS]),
        needs_me_total=len(needs),
        not_recognised=_not_recognised(led, learners, now),
        recent_awards=recent_awards,
        held_rate=held_rate,
    )


def _led(memberships: Sequence[Membership]) -> list[Group]:
    return [
        one.group for one in memberships if one.role in LEADING_ROLES and one.group.kind != GroupKind.SCHOOL
    ]


def _looked_after(memberships: Sequence[Membership], led: Sequence[Group]) -> list[Group]:
    """For a coordinator the other classes of the school."""
    schools = [one.group_id for one in memberships if one.role == Role.COORDINATOR]
    if not schools:
        return []
    classes = Group.objects.open().filter(parent__in=schools, kind__in=CLASS_KINDS)
    return list(classes.exclude(pk__in=[group.pk for group in led]).order_by("name", "id")[:MOST_GROUPS])


def _learners(groups: Sequence[Group]) -> dict[UUID, list[Any]]:
    """Current learners of each group, in register order, with their persons, the moment of their last badge
    (`recognised_at`) and that until which sign-in of the class is open (`open_until`).
    """
    found: dict[UUID, list[Any]] = {}
    badges = Credential.objects.living().filter(recipient=OuterRef("user")).order_by()
    last = badges.values("recipient").annotate(last=Max("awarded_at")).values("last")
    memberships = Membership.objects.current().learning().filter(group__in=groups, user__is_active=True)
    ordered = (
        memberships.select_related("user")
        .only("group_id", "joined_at", "user__given_name", "user__family_name")
        .annotate(recognised_at=Subquery(last), sign_in=F("group__school_class__sign_in_open_until"))
        .order_by("user__family_name", "user__given_name", "user_id")
    )
    for membership in ordered:
        found.setdefault(membership.group_id, []).append(membership)
    return found


def _standings(led: Sequence[Group], learners: Mapping[UUID, Sequence[Any]]) -> list[Standing]:
    """Where everybody stands on the paths of the led groups; who has left a group is not among them."""
    groups = {group.pk: group for group in led}
    present = {(key, one.user_id): one.user for key in groups for one in learners.get(key, ())}
    enrollments = (
        Enrollment.objects.running()
        .filter(assignment__group__in=led, assignment__ended_at=None)
        .select_related("path", "assignment")
        .only("student_id", "active_at", "path__title", "assignment__group_id")
    )
    here = []
    for one in enrollments:
        student = present.get((one.assignment.group_id, one.student_id))
        if student is not None:
            one.student, one.assignment.group = student, groups[one.assignment.group_id]
            here.append(one)
    return standings(here, with_choices=False)


def _card(
    group: Group,
    learners: Sequence[Any],
    all_standings: Sequence[Standing],
    limits: Thresholds,
    now: datetime,
    *,
    is_led: bool,
) -> ClassCard:
    here = [one for one in all_standings if one.enrollment.assignment.group_id == group.pk]
    titles = {one.enrollment.path_id: in_language(one.enrollment.path.title) for one in here}
    # Nobody signs in to a class of nobody.
    sign_in = learners[0].sign_in if learners else None
    return ClassCard(
        id=group.pk,
        name=group.name,
        students=len(learners),
        to_review=sum(len(one.waiting) for one in here),
        stuck=sum(is_stuck(one, limits) for one in here),
        ready=sum(one.is_ready for one in here),
        path_titles=tuple(sorted(titles.values())),
        sign_in_open_until=sign_in if sign_in is not None and sign_in > now else None,
        led=is_led,
    )


def _not_recognised(
    led: Sequence[Group], learners: Mapping[UUID, Sequence[Any]], now: datetime
) -> tuple[PersonRef, ...]:
    """Who has had no badge for three weeks, the longest first; nobody who came only just now."""
    members = [(group, one) for group in led for one in learners.get(group.pk, ())]
    last = ((one.recognised_at or one.joined_at, group, one) for group, one in members)
    quiet = sorted((one for one in last if one[0] < now - WEEKS_WITHOUT), key=lambda found: found[0])
    people = {
        one.user_id: PersonRef(one.user_id, one.user.get_full_name(), group.pk, group.name)
        for _at, group, one in quiet
    }
    return tuple(people.values())[:MOST_FORGOTTEN]


def _recent_awards(led: Sequence[Group], now: datetime) -> tuple[tuple[RecentAward, ...], int | None]:
    """The newest acts in the groups, and the rate of `_held_rate`, which comes along with them."""
    groups = {group.pk: group for group in led}
    given = Count("credentials", filter=Q(credentials__state__in=(*LIVING_STATES, CredentialState.CANCELLED)))
    achievement = "version__achievement__"
    batches: Any = list(
        AwardBatch.objects.filter(group__in=led)
        .annotate(people=given, held_rate=Subquery(_held_rate(led, now)))
        .select_related("version__achievement__current_version")
        .only(
            "group_id", "created_at", "undo_until", "cancelled_at", "version__id", f"{achievement}slug",
            f"{achievement}kind",
            *(f"{achievement}current_version__{name}" for name in ("name", "art", "art_alt")),
        )
        .order_by("-created_at", "-id")[:MOST_AWARDS]
    )  # fmt: skip
    rate = batches[0].held_rate if batches else None
    return tuple(
        RecentAward(
            batch.pk,
            batch.version.achievement,
            batch.group_id,
            groups[batch.group_id].name,
            batch.people,
            batch.created_at,
            batch.undo_until,
            batch.cancelled_at is not None,
        )
        for batch in batches
    ), None if rate is None else round(rate)


def _held_rate(led: Sequence[Group], now: datetime) -> QuerySet[Any, Any]:
    """Percent of the badges of the last two months that were in their owner's hands within a lesson: seen by
    the owner, or signed; nothing before the first award. One row, one column.

    An award that is younger than a lesson and neither yet is not counted either way.
    """
    # The state is asked in the counts: as a condition it would lead SQLite through everybody's badges.
    acts = AwardBatch.objects.filter(group__in=led)
    given = Credential.objects.filter(batch__in=acts.values("pk"), awarded_at__gte=now - COUNTED)
    living = Q(state__in=LIVING_STATES)
    in_time = Q(celebrated_at__lte=F("awarded_at") + LESSON) | Q(
        documents__issued_at__lte=F("awarded_at") + LESSON, state=CredentialState.HELD
    )
    # What is old counts, whenever it came into hands, and needs no look at that.
    old = Q(awarded_at__lte=now - LESSON)
    held = Count("id", filter=living & in_time, distinct=True)
    counted = Count("id", filter=living & (old | in_time), distinct=True)
    together = given.order_by().annotate(all=Value(True)).values("all")
    return together.annotate(rate=held * 100.0 / NullIf(counted, 0)).values("rate")
