"""Who may do what with events. The single law that every door obeys (architecture.md §3)."""

from __future__ import annotations

import rules

from events.models import CheckInCode, Event, LateClaim
from events.selectors.events import events_visible_to, keeps_the_door, plans_for
from people.models import Group, User
from people.rules import is_oneself

VIEW_EVENT = "events.view_event"
PLAN = "events.plan_event"
MANAGE_EVENT = "events.manage_event"
CHECK_IN = "events.check_in"
SIGN_UP = "events.sign_up"
CHECK_IN_SELF = "events.check_in_self"
SHOW_OWN_CODE = "events.show_own_code"
CLAIM_LATE = "events.claim_late"
VIEW_LATE_CLAIM = "events.view_lateclaim"
VIEW_CHECK_IN_CODE = "events.view_checkincode"
WORK_IN_TEAM = "events.work_in_team"


@rules.predicate
def sees_event(user: User, event: Event | None) -> bool:
    return event is not None and events_visible_to(user).filter(pk=event.pk).exists()


@rules.predicate
def plans_for_group(user: User, group: Group | None) -> bool:
    return group is not None and group.archived_at is None and plans_for(user, group)


@rules.predicate
def plans_for_host(user: User, event: Event | None) -> bool:
    return event is not None and event.group is not None and plans_for(user, event.group)


@rules.predicate
def keeps_door_of(user: User, event: Event | None) -> bool:
    return event is not None and event.group is not None and keeps_the_door(user, event.group)


@rules.predicate
def plans_for_host_of(user: User, row: LateClaim | CheckInCode | None) -> bool:
    return row is not None and row.event.group is not None and plans_for(user, row.event.group)


# A public event is the whole world's to see; every other predicate wants a signed-in person.
rules.add_perm(VIEW_EVENT, sees_event)
rules.add_perm(PLAN, plans_for_group)
rules.add_perm(MANAGE_EVENT, plans_for_host)
rules.add_perm(CHECK_IN, keeps_door_of)
rules.add_perm(SIGN_UP, rules.is_authenticated & sees_event)
# Checking oneself in wants a code besides; the service asks for it.
rules.add_perm(CHECK_IN_SELF, rules.is_authenticated & sees_event)
rules.add_perm(SHOW_OWN_CODE, is_oneself)
rules.add_perm(CLAIM_LATE, rules.is_authenticated & sees_event)
rules.add_perm(VIEW_LATE_CLAIM, plans_for_host_of)
rules.add_perm(VIEW_CHECK_IN_CODE, plans_for_host_of)
rules.add_perm(WORK_IN_TEAM, rules.is_authenticated & sees_event)
