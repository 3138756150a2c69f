"""What a designer of a badge may choose from: shapes, palettes, symbols and ribbons, with words in three
languages.

The names are stored with an achievement and never change their meaning; a drawing that was published must
come out the same for life.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Kind = Literal["digital_badge", "microcredential", "club_badge"]
Label = Mapping[str, str]

FORMAL_KINDS: tuple[Kind, ...] = ("digital_badge", "microcredential")
KINDS: tuple[Kind, ...] = (*FORMAL_KINDS, "club_badge")


@dataclass(frozen=True)
class Choice:
    """One name that may be chosen. ``label`` holds ``pl``, ``en`` and ``uk``."""

    name: str
    label: Label


def _choice(name: str, pl: str, en: str, uk: str) -> Choice:
    return Choice(name, MappingProxyType({"pl": pl, "en": en, "uk": uk}))


def _by_name(*choices: Choice) -> Mapping[str, Choice]:
    return MappingProxyType({choice.name: choice for choice in choices})


FORMAL_SHAPES = _by_name(
    _choice("rosette", "Kotylion", "Pleated rosette", "Розетка"),
    _choice("circle", "Koło", "Circle", "Коло"),
    _choice("scallop", "Falisty brzeg", "Scalloped edge", "Хвилястий край"),
    _choice("hexagon", "Sześciokąt", "Hexagon", "Шестикутник"),
    _choice("octagon", "Ośmiokąt", "Octagon", "Восьмикутник"),
    _choice("shield", "Tarcza", "Shield", "Щит"),
    _choice("star", "Gwiazda", "Star", "Зірка"),
    _choice("sunburst", "Promienie", "Sunburst", "Промені"),
)

CLUB_SHAPES = _by_name(
    _choice("tag", "Zawieszka", "Tag", "Бирка"),
    _choice("pennant", "Proporczyk", "Pennant", "Вимпел"),
    _choice("bubble", "Dymek", "Speech bubble", "Хмаринка"),
    _choice("pebble", "Kamyk", "Pebble", "Камінчик"),
    _choice("ticket", "Bilet", "Ticket", "Квиток"),
)

SHAPES: Mapping[str, Choice] = MappingProxyType({**FORMAL_SHAPES, **CLUB_SHAPES})

RIBBONS = _by_name(
    _choice("none", "Bez wstęgi", "No ribbon", "Без стрічки"),
    _choice("band", "Wstęga na dole", "Band across", "Стрічка впоперек"),
    _choice("tails", "Wiszące końce wstęgi", "Hanging tails", "Звисаючі кінці стрічки"),
)


def shapes_for(kind: Kind) -> Mapping[str, Choice]:
    """The shapes a badge of this kind may have: a club badge never looks like one that an issuer stands
    behind.
    """
    return CLUB_SHAPES if kind == "club_badge" else FORMAL_SHAPES


def ribbons_for(kind: Kind) -> Mapping[str, Choice]:
    """The ribbons a badge of this kind may carry; a club badge has none."""
    return MappingProxyType({"none": RIBBONS["none"]}) if kind == "club_badge" else RIBBONS


@dataclass(frozen=True)
class Symbol(Choice):
    """A drawn symbol: ``path`` is SVG path data on a grid of 256 × 256, filled even-odd."""

    path: str


def _read_symbols() -> Mapping[str, Symbol]:
    data = json.loads(Path(__file__).with_name("symbols.json").read_text("utf-8"))
    return MappingProxyType(
        {
            name: Symbol(name, MappingProxyType(symbol["label"]), symbol["path"])
            for name, symbol in data["symbols"].items()
        }
    )


SYMBOLS = _read_symbols()
