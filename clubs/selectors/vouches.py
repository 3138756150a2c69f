"""Who could vouch for a club, and which clubs ask somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Exists, IntegerField, OuterRef, QuerySet, Value, When

from clubs.enums import VouchState
from clubs.models import Club, Vouch
from clubs.selectors.limits import schools_of
from people.enums import GroupKind, Role
from people.models import Group, Membership, User

MOST_VOUCHES, MOST_ANSWERING = 100, 100


@dataclass(frozen=True)
class VouchView:
    id: UUID
    group_id: UUID
    club_name: str
    purpose: str
    leader_name: str
    asked_at: datetime
    state: str


@dataclass(frozen=True)
class Answering:
    """A school or organisation that can be asked, in the shape of a group a person is in."""

    id: UUID
    name: str
    role: str = ""
    school_name: str = ""


def vouches_to_decide(user: User) -> tuple[VouchView, ...]:
    """What the person's school or organisation is asked, and what it stands behind; questions first."""
    mine = Membership.objects.current().filter(user=user, role=Role.COORDINATOR)
    vouches = Vouch.objects.filter(
        by__in=mine.values("group"), state__in=[VouchState.ASKED, VouchState.GIVEN]
    ).order_by("state", "asked_at", "pk")
    return vouch_views(vouches[:MOST_VOUCHES])


def vouch_view(vouch: Vouch) -> VouchView:
    return vouch_views(Vouch.objects.filter(pk=vouch.pk))[0]


def vouch_views(vouches: QuerySet[Vouch]) -> tuple[VouchView, ...]:
    """In the order they come, in two statements at any number."""
    rows = list(vouches.select_related("club__group"))
    leaders = _leaders_of(row.club_id for row in rows)
    return tuple(
        VouchView(
            id=row.pk,
            group_id=row.club_id,
            club_name=row.club.group.name,
            purpose=row.club.purpose,
            leader_name=leaders.get(row.club_id, ""),
            asked_at=row.asked_at,
            state=row.state,
        )
        for row in rows
    )


def last_vouch(club: Club) -> Vouch | None:
    """The newest question, whatever became of it."""
    return Vouch.objects.filter(club=club).select_related("by").order_by("-asked_at", "-pk").first()


def who_can_vouch(user: User) -> tuple[Answering, ...]:
    """Schools and organisations where somebody can answer: the person's own first, then by name."""
    own = schools_of([user.pk])
    answering = Membership.objects.current().filter(
        group=OuterRef("pk"), role=Role.COORDINATOR, user__is_active=True
    )
    near = Case(When(pk__in=own, then=Value(0)), default=Value(1), output_field=IntegerField())
    groups = (
        Group.objects.open()
        .filter(Exists(answering), kind__in=[GroupKind.SCHOOL, GroupKind.ORGANISATION])
        .annotate(near=near)
        .order_by("near", "name", "pk")
    )
    return tuple(Answering(group.pk, group.name) for group in groups[:MOST_ANSWERING])


def answers_for(user: User) -> tuple[Answering, ...]:
    """Schools and organisations that the person coordinates, and in whose name they may speak."""
    mine = Membership.objects.current().filter(user=user.pk, role=Role.COORDINATOR)
    groups = (
        Group.objects.open()
        .filter(pk__in=mine.values("group"), kind__in=[GroupKind.SCHOOL, GroupKind.ORGANISATION])
        .order_by("name", "pk")
    )
    return tuple(Answering(group.pk, group.name, Role.COORDINATOR) for group in groups[:MOST_ANSWERING])


def _leaders_of(group_ids: Iterable[UUID]) -> dict[UUID, str]:
    rows = (
        Membership.objects.current()
        .leading()
        .filter(group__in=list(group_ids), user__is_active=True)
        .select_related("user")
        .order_by("joined_at", "pk")
    )
    names: dict[UUID, list[str]] = {}
    for row in rows:
        names.setdefault(row.group_id, []).append(row.user.get_full_name())
    return {group_id: ", ".join(found) for group_id, found in names.items()}
