"""Calling off: one meeting, or all of a series that are still to come. The event stays, so that people learn of it."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from events import audiences
from events.domain_events import EventCancelled
from events.models import Event
from events.selectors.attenders import who_should_know
from events.series import MOST_MEETINGS
from people.models import User


@transaction.atomic
def cancel_event(event: Event, *, actor: User, reason: str = "", whole_series: bool = False) -> Event:
    """Call off this meeting, or with `whole_series` every one that is not over; each person hears it once.

    Refuses what is over or called off already.
    """
    now = timezone.now()
    reason = clean_text(reason, limit=200, multiline=False, field="reason")
    event = Event.objects.select_for_update(of=("self",)).select_related("group").get(pk=event.pk)
    if event.cancelled_at is not None:
        raise Refusal("EVENT_CANCELLED", _("This event was called off."))
    if event.ends_at <= now:
        raise Refusal("EVENT_OVER", _("This event is over."))
    meetings = [event]
    if whole_series and event.series_id is not None:
        others = Event.objects.select_for_update(of=("self",)).select_related("group")
        others = others.filter(series=event.series_id, ends_at__gt=now, cancelled_at=None).exclude(
            pk=event.pk
        )
        meetings += others.order_by("starts_at")[:MOST_MEETINGS]
    told: set[UUID] = {actor.pk}
    for meeting in meetings:
        meeting.cancelled_at, meeting.cancellation_reason = now, reason
        meeting.sequence += 1
        meeting.save(update_fields=["cancelled_at", "cancellation_reason", "sequence", "changed_at"])
        hear = [pk for pk in who_should_know(meeting) if pk not in told]
        told.update(hear)
        emit(
            EventCancelled(event_id=meeting.pk),
            actor=actor,
            audience=audiences.of_event(meeting, deliver_to=hear),
        )
    return event
