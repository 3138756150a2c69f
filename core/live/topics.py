"""Who hears what. The room that knows memberships registers one function; clients never name a topic."""

from collections.abc import Callable
from typing import Any

_sources: list[Callable[[Any], set[str]]] = []


def register(topics_for: Callable[[Any], set[str]]) -> Callable[[Any], set[str]]:
    """Add a source of topics: `topics_for(user)` answers `user:<uuid>`, `group:<uuid>` … as of now.

    It runs in a worker thread, with the database, at subscribing and at every re-check.
    """
    if topics_for not in _sources:
        _sources.append(topics_for)
    return topics_for


def topics_of(user: Any) -> frozenset[str]:
    """Everything this person may hear now."""
    return frozenset().union(*(source(user) for source in _sources))
