"""Calm lines that a person reads once. Each room writes those of its own facts; the home screen shows them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from core.domain_events import DomainEvent, fact_name

# What a fact was about (ids by name) and who reads it → a sentence in the active language, or "" for nothing to say.
Compose = Callable[[Mapping[str, Any], UUID], str]
_lines: dict[str, Compose] = {}


def register(fact: type[DomainEvent], compose: Compose) -> Compose:
    """Let every delivery of `fact` become a line. Asked only when there is one, so it may read what it needs."""
    _lines[fact_name(fact)] = compose
    return compose


def facts_with_lines() -> tuple[str, ...]:
    return tuple(sorted(_lines))


def line_of(fact: str, about: Mapping[str, Any], reader: UUID) -> str:
    compose = _lines.get(fact)
    return compose(about, reader) if compose is not None else ""
