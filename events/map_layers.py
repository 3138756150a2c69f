"""What rooms upstairs lay on the map, and which hosts they keep off it. They register here; `events` knows no clubs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from events.grid import Bounds
from people.models import Group


@dataclass(frozen=True)
class LayerPoint:
    """A spot that is not an event. `title` and `line` are words of people; `address` is a path of the portal."""

    key: str
    title: str
    line: str
    address: str
    lat: float
    lon: float


# At most so many points in the box, the languages being the active one.
Source = Callable[[Bounds, int], Sequence[LayerPoint]]
_layers: dict[str, Source] = {}
_kept_off: list[Callable[[], QuerySet[Group]]] = []


def register(name: str, source: Source) -> None:
    """`/events.geojson?layers=<name>` shows what `source(bounds, limit)` returns: for the whole world to see."""
    _layers[name] = source


def layer_names() -> tuple[str, ...]:
    return tuple(_layers)


def points_of(name: str, bounds: Bounds, limit: int) -> Sequence[LayerPoint]:
    return _layers[name](bounds, limit)


def keep_off(groups: Callable[[], QuerySet[Group]]) -> None:
    """Events of these groups never stand in public, whatever their visibility says (answers.md 30)."""
    if groups not in _kept_off:
        _kept_off.append(groups)


def kept_off() -> list[QuerySet[Group]]:
    return [groups() for groups in _kept_off]
