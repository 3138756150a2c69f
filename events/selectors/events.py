"""What a person may see of events. Married to `rules.py` by a test."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.access import visible
from events.enums import SignUpState, Visibility
from events.models import Attendance, Event, SignUp
from people.enums import LEADING_ROLES, GroupKind, Role
from people.models import Group, Membership, User

Person = User | AnonymousUser
# A member of a class or a team belongs to what its school plans; a member of a vouched club does not.
_INNER_KINDS = (GroupKind.SCHOOL_CLASS, GroupKind.TEAM)


def public_events() -> QuerySet[Event]:
    """What the whole world may see, the cancelled among them.

    A club for which nobody vouches any more is not public, whatever its events say (answers.md 30).
    """
    return Event.objects.open_to_the_public().filter(_not_of_an_unvouched_club())


def public_event_by_slug(slug: str) -> Event | None:
    return public_events().select_related("place", "group", "issuer", "series").filter(slug=slug).first()


def _not_of_an_unvouched_club() -> Q:
    return Q(group=None) | ~Q(group__kind=GroupKind.CLUB, group__parent=None)


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
    for_group = Q(visibility=Visibility.GROUP) | Q(visibility=Visibility.PUBLIC)
    invited_groups = Event.invited_groups.through.objects.filter(
        Exists(mine.filter(group=OuterRef("group"))), event=OuterRef("pk")
    )
    invited = Event.invited_people.through.objects.filter(event=OuterRef("pk"), user=user.pk)
    coming = SignUp.objects.filter(event=OuterRef("pk"), user=user.pk).exclude(state=SignUpState.CANCELLED)
    was_there = Attendance.objects.filter(event=OuterRef("pk"), user=user.pk)
    shown = Q(published_at__isnull=False, hidden_at=None) & (
        (Q(visibility=Visibility.PUBLIC) & _not_of_an_unvouched_club())
        | (for_group & _in_host(mine, "group"))
        | (Q(visibility=Visibility.INVITED) & (Exists(invited_groups) | Exists(invited)))
        | Exists(coming)
        | Exists(was_there)
    )
    return Event.objects.filter(shown | _keeps(mine)).select_related("group")


def plans_for(user: Person, group: Group) -> bool:
    """Leads the group; for a school (and for its classes and teams) its coordinator. Not the teachers of a school
    for the whole school, and not a coordinator for a club, whose members are its own business.
    """
    if not user.is_active or user.is_anonymous:
        return False
    roles = _roles(user, group)
    if group.kind == GroupKind.SCHOOL:
        return (group.pk, Role.COORDINATOR) in roles
    if any((group.pk, role) in roles for role in (*LEADING_ROLES, Role.COORDINATOR)):
        return True
    return group.kind in _INNER_KINDS and (group.parent_id, Role.COORDINATOR) in roles


def keeps_the_door(user: Person, group: Group) -> bool:
    """May check people in: who plans, the helpers of the group, and the teachers of a school that hosts."""
    if not user.is_active or user.is_anonymous:
        return False
    roles = _roles(user, group)
    own = {role for where, role in roles if where == group.pk}
    return bool(own & {*LEADING_ROLES, Role.HELPER}) or plans_for(user, group)


def _roles(user: Person, group: Group) -> set[tuple[UUID, str]]:
    rows = memberships_of(user).filter(group__in=[group.pk, group.parent_id])
    return set(rows.values_list("group_id", "role"))
