"""Facts: what has happened, in the past tense, as frozen dataclasses that hold ids and nothing else.

A room declares its facts in its own `domain_events.py`. The name of a fact is its room and its class
("paths.StepCompleted"); it stands in the database, on the wire and in the phone's fact table, so it never
changes.
"""

from __future__ import annotations

import dataclasses
import typing
from enum import Enum
from types import UnionType
from uuid import UUID

_registry: dict[str, type[DomainEvent]] = {}


class DomainEvent:
    """Base of every fact. A field is a UUID, a tuple of UUIDs, a member of a small enum, or None."""

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        name = fact_name(cls)
        other = _registry.get(name)
        if other is not None and (other.__module__, other.__qualname__) != (cls.__module__, cls.__qualname__):
            raise TypeError(f"Two facts are called {name}: {other.__module__} and {cls.__module__}.")
        _registry[name] = cls


def fact_name(kind: type[DomainEvent]) -> str:
    """The room and the class: "paths.StepCompleted"."""
    return f"{kind.__module__.partition('.')[0]}.{kind.__name__}"


def facts() -> dict[str, type[DomainEvent]]:
    """Every fact that has been declared, by name."""
    return dict(_registry)


def about_of(fact: DomainEvent) -> dict[str, typing.Any]:
    """The fields of a fact as plain JSON, in snake_case.

    Raises TypeError for anything but ids and enum members: a name, a text or a score never travels with a
    fact.
    """
    if not dataclasses.is_dataclass(fact):
        raise TypeError(f"{fact_name(type(fact))} is not a dataclass.")
    return {
        field.name: _plain(getattr(fact, field.name), f"{fact_name(type(fact))}.{field.name}")
        for field in dataclasses.fields(fact)
    }


def _plain(value: object, where: str) -> str | list[str] | None:
    match value:
        case None:
            return None
        case UUID():
            return str(value)
        case Enum():
            return str(value.value)
        case tuple() if all(isinstance(one, UUID) for one in value):
            return [str(one) for one in value]
    raise TypeError(
        f"{where} is {type(value).__name__}; a fact carries ids, tuples of ids and enum members only."
    )


def restore(name: str, about: dict[str, typing.Any]) -> DomainEvent:
    """The fact that `about_of` wrote. Raises LookupError for a name that no room declares any more."""
    kind = _registry.get(name)
    if kind is None:
        raise LookupError(f"No room announces {name}.")
    hints = typing.get_type_hints(kind)
    return kind(**{key: _revive(value, hints[key]) for key, value in about.items() if key in hints})


def _revive(value: typing.Any, hint: typing.Any) -> object:
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(UUID(one) for one in value)
    options = typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, UnionType) else (hint,)
    for option in options:
        if isinstance(option, type) and issubclass(option, Enum):
            return option(value)
    return UUID(value)
