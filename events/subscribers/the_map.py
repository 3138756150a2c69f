"""What is announced, moved, changed or called off stands on the public list and the map at once."""

from __future__ import annotations

from core.emitting import on
from credentials import ways_to_earn
from events.domain_events import EventCancelled, EventChanged, EventMoved, EventPlanned
from events.selectors.public_events import forget_map
from events.selectors.ways_to_earn import at_an_event

ways_to_earn.register(at_an_event)


@on(EventPlanned)
def a_new_one(fact: EventPlanned) -> None:
    forget_map()


@on(EventMoved)
def another_time_or_place(fact: EventMoved) -> None:
    forget_map()


@on(EventChanged)
def other_words(fact: EventChanged) -> None:
    forget_map()


@on(EventCancelled)
def called_off(fact: EventCancelled) -> None:
    forget_map()
