"""A place as somebody writes it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PlacePlan:
    """A spot where things happen. Degrees are WGS 84, both or none; without them the town alone is known."""

    name: str
    town: str
    address: str = ""
    voivodeship: str = ""
    lat: float | None = None
    lon: float | None = None
    accessibility: Sequence[str] | None = None
