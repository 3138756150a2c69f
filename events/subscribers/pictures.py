"""A public event gets its picture as soon as it is announced, moved, changed or called off."""

from __future__ import annotations

from uuid import UUID

from core.emitting import on
from events.domain_events import EventCancelled, EventChanged, EventMoved, EventPlanned
from events.selectors.events import public_events
from events.tasks.pictures import draw_picture


def _draw(event_id: UUID) -> None:
    if public_events().filter(pk=event_id).exists():
        draw_picture.enqueue(str(event_id))


@on(EventPlanned)
def draw_when_planned(fact: EventPlanned) -> None:
    _draw(fact.event_id)


@on(EventMoved)
def draw_when_moved(fact: EventMoved) -> None:
    _draw(fact.event_id)


@on(EventChanged)
def draw_when_changed(fact: EventChanged) -> None:
    _draw(fact.event_id)


@on(EventCancelled)
def draw_when_cancelled(fact: EventCancelled) -> None:
    _draw(fact.event_id)
