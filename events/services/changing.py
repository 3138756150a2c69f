"""Changing what was announced: this meeting alone, or this one and those of its series that come after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core.emitting import emit
from core.refusals import Refusal
from events import audiences
from events.domain_events import EventChanged, EventMoved
from events.models import Event
from events.plans import EventPlan, checked
from events.selectors.attenders import taken_places, who_should_know
from events.services.badge_rules import set_rule
from events.services.denormalising import put_in_place
from events.services.following import later_meetings, standing, take_over
from events.services.planning import check_visibility, invite, kept_place, take_words
from events.services.promoting import promote
from people.models import User


@transaction.atomic
def change_event(event: Event, plan: EventPlan, *, actor: User, following: bool = False) -> Event:
    """Make the event be what the plan says; with `following` later meetings of its series take over what changed.

    A new time or place raises the sequence (RFC 5545 §3.8.7.4) and reaches everybody who should know, each person
    once. Refuses an event that is over or called off, and fewer places than people who have one.
    """
    now = timezone.now()
    event = (
        Event.objects.select_for_update(of=("self",))
        .select_related("group", "place", "series")
        .get(pk=event.pk)
    )
    assert event.group is not None
    if event.cancelled_at is not None:
        raise Refusal("EVENT_CANCELLED", _("This event was called off."))
    if event.ends_at <= now:
        raise Refusal("EVENT_OVER", _("This event is over."))
    plan = checked(plan, now)
    check_visibility(event.group, plan.visibility)
    later = later_meetings(event, now) if following else []
    before, was = standing(event), [_where_and_when(one) for one in (event, *later)]
    take_words(event, plan)
    event.starts_at, event.ends_at = plan.starts_at, plan.ends_at
    put_in_place(event, kept_place(plan.place, event.group))
    invited = [event]
    for meeting in later:
        if take_over(meeting, before, event):
            meeting.visibility = event.visibility
            invited.append(meeting)
        put_in_place(meeting, event.place if meeting.place_id == event.place_id else meeting.place)
    meetings = (event, *later)
    moved = [one for one, old in zip(meetings, was, strict=True) if _where_and_when(one) != old]
    for meeting in meetings:
        _check_capacity(meeting)
        if meeting in moved:
            meeting.sequence += 1
            meeting.reminded_at = None
            meeting.check_in_from = meeting.check_in_until = None
        meeting.save()
    for meeting in invited:
        invite(meeting, plan)
    set_rule(event, plan.achievement, plan.badge_count, actor=actor, now=now, whole=following)
    for meeting in meetings:
        promote(meeting, actor=actor)
    _announce(meetings, moved, actor)
    return event


def _announce(meetings: Sequence[Event], moved: Sequence[Event], actor: User) -> None:
    """One live hint a group and one line a person, however many meetings were changed."""
    told: set[UUID] = {actor.pk}
    reached: set[str] = set()
    for place, meeting in enumerate(meetings):
        hear = [pk for pk in who_should_know(meeting) if pk not in told] if meeting in moved else []
        told.update(hear)
        audience = audiences.of_event(meeting, deliver_to=hear)
        audience = replace(audience, topics=tuple(topic for topic in audience.topics if topic not in reached))
        reached.update(audience.topics)
        if meeting in moved:
            later = tuple(one.pk for one in meetings[place + 1 :] if one in moved)
            emit(EventMoved(event_id=meeting.pk, later_ids=later), actor=actor, audience=audience)
        else:
            emit(EventChanged(event_id=meeting.pk), actor=actor, audience=audience)


def _where_and_when(event: Event) -> tuple[object, ...]:
    return event.starts_at, event.ends_at, event.place_id, event.form, event.online_url


def _check_capacity(event: Event) -> None:
    if event.capacity is None:
        return
    taken = taken_places(event)
    if event.capacity < taken:
        raise Refusal(
            "CAPACITY_BELOW_TAKEN",
            ngettext_lazy(
                "%(taken)d person has a place already.", "%(taken)d people have a place already.", "taken"
            ),
            "capacity",
            taken=taken,
        )
