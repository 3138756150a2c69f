"""Changing what was announced: this meeting alone, whatever series it belongs to."""

from __future__ import annotations

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
from events.services.planning import check_visibility, invite, kept_place, take_words
from events.services.promoting import promote
from people.models import User


@transaction.atomic
def change_event(event: Event, plan: EventPlan, *, actor: User) -> Event:
    """Make the event be what the plan says; its series and other meetings stay as they are.

    A new time or place raises the sequence (RFC 5545 §3.8.7.4) and reaches everybody who should know. Refuses an
    event that is over or called off, and fewer places than people who have one.
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
    _check_capacity(event, plan)
    before = _where_and_when(event)
    take_words(event, plan)
    event.starts_at, event.ends_at = plan.starts_at, plan.ends_at
    put_in_place(event, kept_place(plan.place, event.group))
    moved = _where_and_when(event) != before
    if moved:
        event.sequence += 1
        event.reminded_at = None
        event.check_in_from = event.check_in_until = None
    event.save()
    invite(event, plan)
    set_rule(event, plan.achievement, plan.badge_count, actor=actor, now=now, whole=False)
    promote(event, actor=actor)
    if moved:
        told = [pk for pk in who_should_know(event) if pk != actor.pk]
        emit(EventMoved(event_id=event.pk), actor=actor, audience=audiences.of_event(event, deliver_to=told))
    else:
        emit(EventChanged(event_id=event.pk), actor=actor, audience=audiences.of_event(event))
    return event


def _where_and_when(event: Event) -> tuple[object, ...]:
    return event.starts_at, event.ends_at, event.place_id, event.form, event.online_url


def _check_capacity(event: Event, plan: EventPlan) -> None:
    taken = taken_places(event)
    if plan.capacity is not None and plan.capacity < taken:
        raise Refusal(
            "CAPACITY_BELOW_TAKEN",
            ngettext_lazy(
                "%(taken)d person has a place already.", "%(taken)d people have a place already.", "taken"
            ),
            "capacity",
            taken=taken,
        )
