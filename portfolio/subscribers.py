"""Reactions to facts: gathering somebody's data is work for later, so it is enqueued."""

from __future__ import annotations

from core.emitting import on
from portfolio.domain_events import DataAsked
from portfolio.tasks import gather_data


@on(DataAsked)
def gather_what_was_asked_for(fact: DataAsked) -> None:
    gather_data.enqueue(str(fact.archive_id))
