"""The teacher's home: who needs me today, how my classes stand, whom I have not recognised for weeks.

Nine statements however many classes and students.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, Max, OuterRef, Q
from django.utils import timezone

from classroom.selectors.class_rosters import PersonRef
from classroom.selectors.needs import NeedsMeItem, needs_of
from classroom.selectors.sign_in_windows import open_until
from core.translated import in_language
from credentials.enums import LIVING_STATES, CredentialState
from credentials.lesson import LESSON
from credentials.models import Achievement, AwardBatch, Credential
from paths.models import Enrollment
from paths.selectors.boards import is_stuck, thresholds
from paths.selectors.standings import Standing, standings
from people.enums import CLASS_KINDS, LEADING_ROLES, GroupKind, Role
from people.models import Group, Membership, User

MOST_NEEDS, MOST_FORGOTTEN, MOST_AWARDS = 30, 12, 6
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


def teacher_home(user: User, now: datetime) -> TeacherHome:
    """`now` is the moment against which silence and lessons are measured."""
    groups = _groups(user)
    led = [group for group in groups if group.led]
    learners = _learners(groups)
    all_standings = _standings(led, learners)
    needs = sorted(
        (need for one in all_standings for need in needs_of(one, thresholds(timezone.localdate(now)))),
        key=lambda need: need.since,
    )
    return TeacherHome(
        classes=tuple(_card(group, learners.get(group.pk, []), all_standings, now) for group in groups),
        needs_me=tuple(needs[:MOST_NEEDS]),
        needs_me_total=len(needs),
        not_recognised=_not_recognised(led, learners, now),
        recent_awards=_recent_awards(led),
        held_rate=_held_rate(led, now),
    )


def _groups(user: User) -> list[Any]:
    """Groups the person leads, and for a coordinator all classes of the school; `led` tells them apart."""
    mine = Membership.objects.current().filter(user=user)
    leads = Exists(mine.filter(group=OuterRef("pk"), role__in=LEADING_ROLES))
    coordinates = Exists(mine.filter(group=OuterRef("parent"), role=Role.COORDINATOR))
    return list(
        Group.objects.open()
        .exclude(kind=GroupKind.SCHOOL)
        .annotate(led=leads)
        .filter(Q(led=True) | Q(coordinates, kind__in=CLASS_KINDS))
        .select_related("school_class")
        .order_by("name", "id")[:100]
    )


def _learners(groups: Sequence[Group]) -> dict[UUID, list[Membership]]:
    """Current learners of each group, in register order, with their persons."""
    found: dict[UUID, list[Membership]] = {}
    memberships = Membership.objects.current().learning().filter(group__in=groups, user__is_active=True)
    ordered = memberships.select_related("user").order_by("user__family_name", "user__given_name", "user_id")
    for membership in ordered:
        found.setdefault(membership.group_id, []).append(membership)
    return found


def _standings(led: Sequence[Group], learners: Mapping[UUID, Sequence[Membership]]) -> list[Standing]:
    """Where everybody stands on the paths of the led groups; who has left a group is not among them."""
    present = {(group.pk, one.user_id) for group in led for one in learners.get(group.pk, ())}
    enrollments = (
        Enrollment.objects.running()
        .filter(assignment__group__in=led, assignment__ended_at=None)
        .select_related("path", "assignment__group", "student")
    )
    here = [one for one in enrollments if (one.assignment.group_id, one.student_id) in present]
    return standings(here, with_choices=False)


def _card(
    group: Any, learners: Sequence[Membership], all_standings: Sequence[Standing], now: datetime
) -> ClassCard:
    here = [one for one in all_standings if one.enrollment.assignment.group_id == group.pk]
    limits = thresholds(timezone.localdate(now))
    titles = {one.enrollment.path_id: in_language(one.enrollment.path.title) for one in here}
    return ClassCard(
        id=group.pk,
        name=group.name,
        students=len(learners),
        to_review=sum(len(one.waiting) for one in here),
        stuck=sum(is_stuck(one, limits) for one in here),
        ready=sum(one.is_ready for one in here),
        path_titles=tuple(sorted(titles.values())),
        sign_in_open_until=open_until(getattr(group, "school_class", None), now),
        led=group.led,
    )


def _not_recognised(
    led: Sequence[Group], learners: Mapping[UUID, Sequence[Membership]], now: datetime
) -> tuple[PersonRef, ...]:
    """Who has had no badge for three weeks, the longest first; nobody who came only just now."""
    members = [(group, one) for group in led for one in learners.get(group.pk, ())]
    last: dict[UUID, datetime] = dict(
        Credential.objects.living()
        .filter(recipient_id__in={one.user_id for _group, one in members})
        .values_list("recipient_id")
        .annotate(Max("awarded_at"))
    )
    quiet = [
        (last.get(one.user_id) or one.joined_at, group, one)
        for group, one in members
        if (last.get(one.user_id) or one.joined_at) < now - WEEKS_WITHOUT
    ]
    quiet.sort(key=lambda found: found[0])
    people = {
        one.user_id: PersonRef(one.user_id, one.user.get_full_name(), group.pk, group.name)
        for _at, group, one in quiet
    }
    return tuple(people.values())[:MOST_FORGOTTEN]


def _recent_awards(led: Sequence[Group]) -> tuple[RecentAward, ...]:
    given = Count("credentials", filter=Q(credentials__state__in=(*LIVING_STATES, CredentialState.CANCELLED)))
    batches: Any = (
        AwardBatch.objects.filter(group__in=led)
        .annotate(people=given)
        .select_related("version__achievement__current_version", "group")
        .only(
            "id",
            "created_at",
            "undo_until",
            "cancelled_at",
            "group__name",
            "version__id",
            "version__achievement__slug",
            "version__achievement__kind",
            *(f"version__achievement__current_version__{name}" for name in ("name", "art", "art_alt")),
        )
        .order_by("-created_at", "-id")[:MOST_AWARDS]
    )
    return tuple(
        RecentAward(
            batch.pk,
            batch.version.achievement,
            batch.group_id,
            batch.group.name,
            batch.people,
            batch.created_at,
            batch.undo_until,
            batch.cancelled_at is not None,
        )
        for batch in batches
    )


def _held_rate(led: Sequence[Group], now: datetime) -> int | None:
    """Percent of the badges of the last two months that were in their owner's hands within a lesson: seen by
    the owner, or signed.

    An award that is younger than a lesson and neither yet is not counted either way.
    """
    # The state is asked in the counts: as a condition it would lead SQLite through everybody's badges.
    acts = AwardBatch.objects.filter(group__in=led)
    given = Credential.objects.filter(batch__in=acts.values("pk"), awarded_at__gte=now - COUNTED)
    living = Q(state__in=LIVING_STATES)
    in_time = Q(celebrated_at__lte=F("awarded_at") + LESSON) | Q(
        documents__issued_at__lte=F("awarded_at") + LESSON, state=CredentialState.HELD
    )
    old = Q(awarded_at__lte=now - LESSON)
    counted = given.aggregate(
        held=Count("id", filter=living & in_time, distinct=True),
        old=Count("id", filter=living & old, distinct=True),
        held_and_old=Count("id", filter=living & in_time & old, distinct=True),
    )
    total = counted["held"] + counted["old"] - counted["held_and_old"]
    return round(100 * counted["held"] / total) if total else None
