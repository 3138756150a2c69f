"""Polish towns and where they lie (GeoNames, CC BY 4.0; `tools/towns.py` writes the list)."""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("towns.tsv")


@dataclass(frozen=True)
class Town:
    """`lat` and `lon` are degrees of WGS 84, somewhere near its middle."""

    name: str
    voivodeship: str
    lat: float
    lon: float
    population: int


def folded(words: str) -> str:
    """Without diacritics, capitals and surplus spaces, as a search compares: “Łódź ” → “lodz”."""
    plain = unicodedata.normalize("NFKD", words.casefold().replace("ł", "l"))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def find(name: str, voivodeship: str = "") -> tuple[float, float] | None:
    """Latitude and longitude of a town by its name; the largest of that name unless a voivodeship is given."""
    town = town_called(name, voivodeship)
    return (town.lat, town.lon) if town else None


def town_called(name: str, voivodeship: str = "") -> Town | None:
    """The town of that name (and voivodeship), whatever the capitals and diacritics; None when it is not known."""
    namesakes = _by_name().get(folded(name), ())
    return next((town for town in namesakes if voivodeship in ("", town.voivodeship)), None)


@cache
def all_towns() -> tuple[Town, ...]:
    """Every known town, the largest first."""
    with LIST.open(encoding="utf-8") as file:
        return tuple(
            Town(
                row["name"], row["voivodeship"], float(row["lat"]), float(row["lon"]), int(row["population"])
            )
            for row in csv.DictReader(file, delimiter="\t")
        )


@cache
def _by_name() -> dict[str, tuple[Town, ...]]:
    names: dict[str, tuple[Town, ...]] = {}
    for town in all_towns():
        names[folded(town.name)] = (*names.get(folded(town.name), ()), town)
    return names
