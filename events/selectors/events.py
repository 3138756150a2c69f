"""What a person may see of events. Married to `rules.py` by a test."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.access import visible
from events.enums import SignUpState, Visibility
from events.map_layers import kept_off
from events.models import Attendance, Event, SignUp
from people.enums import LEADING_ROLES, GroupKind, Role
from people.models import Group, Membership, User

Person = User | AnonymousUser
# Ids of groups, with the person's role there.
Roles = set[tuple[UUID, str]]
_SHOWN = Q(published_at__isnull=False, hidden_at=None)
# A member of a class or a team belongs to what its school plans; a member of a vouched club does not.
_INNER_KINDS = (GroupKind.SCHOOL_CLASS, GroupKind.TEAM)


def public_events() -> QuerySet[Event]:
    """What the whole world may see, the cancelled among them.

    A club for which nobody vouches any more is not public, whatever its events say (answers.md 30).
    """
    return Event.objects.open_to_the_public().filter(_of_an_open_host())


def public_event_by_slug(slug: str) -> Event | None:
    return public_events().select_related("place", "group", "issuer", "series").filter(slug=slug).first()


def _of_an_open_host() -> Q:
    """Neither a club for which nobody vouches nor a group that a room upstairs keeps off (answers.md 30)."""
    closed = Q(group__kind=GroupKind.CLUB, group__parent=None)
    for groups in kept_off():
        closed |= Q(group__in=groups.values("pk"))
    return Q(group=None) | ~closed


def memberships_of(user: Person) -> QuerySet[Membership]:
    return Membership.objects.current().filter(user=user.pk)


def _in_host(mine: QuerySet[Membership], group: str) -> Q:
    """Everybody in the group, and in a class or team of the school that hosts."""
    inside = mine.filter(group__kind__in=_INNER_KINDS, group__parent=OuterRef(group))
    return Exists(mine.filter(group=OuterRef(group))) | Exists(inside)


def _keeps(mine: QuerySet[Membership]) -> Q:
    """Leads or helps the host, or coordinates the school that it is or belongs to."""
    door = mine.filter(group=OuterRef("group"), role__in=[*LEADING_ROLES, Role.HELPER, Role.COORDINATOR])
    above = mine.filter(group=OuterRef("group__parent"), role=Role.COORDINATOR)
    return Exists(door) | Exists(above)


def _invited(mine: QuerySet[Membership], user: Person) -> Q:
    groups = Event.invited_groups.through.objects.filter(
        Exists(mine.filter(group=OuterRef("group"))), event=OuterRef("pk")
    )
    people = Event.invited_people.through.objects.filter(event=OuterRef("pk"), user=user.pk)
    # Of a club for which nobody vouches, time and place are for its members (answers.md 30).
    return Q(visibility=Visibility.INVITED) & _of_an_open_host() & (Exists(groups) | Exists(people))


def _coming(user: Person) -> Q:
    sign_ups = SignUp.objects.filter(event=OuterRef("pk"), user=user.pk)
    return Q(Exists(sign_ups.exclude(state=SignUpState.CANCELLED)))


def _for_members(mine: QuerySet[Membership]) -> Q:
    return Q(visibility__in=[Visibility.GROUP, Visibility.PUBLIC]) & _in_host(mine, "group")


@visible(Event)
def events_visible_to(user: Person) -> QuerySet[Event]:
    """Public ones; those of the person's groups; those to which they are invited or signed up, or where they were.

    Who keeps the host group also sees what is not announced yet or was taken down.
    """
    if not user.is_authenticated:
        return public_events()
    if not user.is_active:
        return Event.objects.none()
    mine = memberships_of(user)
    was_there = Attendance.objects.filter(event=OuterRef("pk"), user=user.pk)
    shown = _SHOWN & (
        (Q(visibility=Visibility.PUBLIC) & _of_an_open_host())
        | _for_members(mine)
        | _invited(mine, user)
        | _coming(user)
        | Exists(was_there)
    )
    return Event.objects.filter(shown | _keeps(mine)).select_related("group")


def events_concerning(user: Person) -> QuerySet[Event]:
    """Of what is visible: their groups' events, those they lead or help at, are invited or signed up to."""
    if not user.is_authenticated or not user.is_active:
        return Event.objects.none()
    mine = memberships_of(user)
    at_the_door = mine.filter(group=OuterRef("group"), role__in=[*LEADING_ROLES, Role.HELPER])
    return Event.objects.filter(
        _SHOWN & (_for_members(mine) | Exists(at_the_door) | _invited(mine, user) | _coming(user))
    )


def roles_of(user: Person, groups: Iterable[Group]) -> Roles:
    """What the person is in these groups and in their parents: one statement."""
    if not user.is_active or user.is_anonymous:
        return set()
    wanted = {group.pk for group in groups} | {group.parent_id for group in groups if group.parent_id}
    return set(memberships_of(user).filter(group__in=wanted).values_list("group_id", "role"))


def plans_with(roles: Roles, group: Group) -> bool:
    """Leads the group; for a school (and for its classes and teams) its coordinator. Not the teachers of a school
    for the whole school, and not a coordinator for a club, whose members are its own business.
    """
    if group.kind == GroupKind.SCHOOL:
        return (group.pk, Role.COORDINATOR) in roles
    if any((group.pk, role) in roles for role in (*LEADING_ROLES, Role.COORDINATOR)):
        return True
    return group.kind in _INNER_KINDS and (group.parent_id, Role.COORDINATOR) in roles


def plans_for(user: Person, group: Group) -> bool:
    return plans_with(roles_of(user, [group]), group)


def keeps_the_door(user: Person, group: Group) -> bool:
    """May check people in: who plans, the helpers of the group, and the teachers of a school that hosts."""
    roles = roles_of(user, [group])
    own = {role for where, role in roles if where == group.pk}
    return bool(own & {*LEADING_ROLES, Role.HELPER}) or plans_with(roles, group)
