"""Who hears of an event: the people it is for, and those who lead its host. Never the whole world."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from core.emitting import Audience
from events.enums import Visibility
from events.models import Event
from people.audiences import group_topic, staff_topic, user_topic
from people.enums import GroupKind
from people.models import Group, Membership

MOST_INVITED = 500


def groups_of(event: Event) -> list[UUID]:
    """Groups whose members it is for: the host (a school with its classes), or those that are invited."""
    if event.visibility == Visibility.INVITED:
        return list(event.invited_groups.values_list("pk", flat=True)[:MOST_INVITED])
    if event.group is None:
        return []
    if event.group.kind == GroupKind.SCHOOL:
        classes = Group.objects.open().filter(parent=event.group, kind=GroupKind.SCHOOL_CLASS)
        return [event.group.pk, *classes.values_list("pk", flat=True)[:MOST_INVITED]]
    return [event.group.pk]


def invited_people_of(event: Event) -> list[UUID]:
    if event.visibility != Visibility.INVITED:
        return []
    return list(event.invited_people.values_list("pk", flat=True)[:MOST_INVITED])


def of_event(event: Event, *, deliver_to: Iterable[UUID] = ()) -> Audience:
    """Live hints for everybody it is for; `deliver_to` also find it in their inbox."""
    topics = [group_topic(pk) for pk in groups_of(event)]
    topics += [user_topic(pk) for pk in invited_people_of(event)]
    if event.group_id is not None:
        topics.append(staff_topic(event.group_id))
    return Audience(topics=tuple(topics), deliver_to=tuple(deliver_to), scope=event.group_id)


def of_one_person(event: Event, user_id: UUID, *, deliver: bool = False) -> Audience:
    """The person and those who lead the host, nobody else."""
    staff = (staff_topic(event.group_id),) if event.group_id is not None else ()
    return Audience(
        topics=(user_topic(user_id), *staff),
        deliver_to=(user_id,) if deliver else (),
        scope=event.group_id,
    )


def people_of(event: Event) -> list[UUID]:
    """Everybody it is for, by id: current members of the groups, and who is invited by name."""
    members = (
        Membership.objects.current()
        .filter(group__in=groups_of(event), user__is_active=True)
        .values_list("user_id", flat=True)
        .distinct()
    )
    return list(dict.fromkeys([*members[:5000], *invited_people_of(event)]))
