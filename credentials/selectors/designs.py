"""What the designer of a club badge offers, in the reader's language: the parts of the drawing the server makes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from core.translated import in_language
from credentials.art.choices import CLUB_SHAPES, SYMBOLS
from credentials.art.club_patch import club_patch
from credentials.art.examples import EXAMPLES
from credentials.art.palettes import PALETTES


@dataclass(frozen=True)
class ShapeLayer:
    path: str
    colour: str
    opacity: float


@dataclass(frozen=True)
class ShapeChoice:
    """Layers from back to front on 512 × 512; the symbol (256 × 256) goes over them, moved and scaled."""

    code: str
    label: str
    layers: tuple[ShapeLayer, ...]
    symbol_x: float
    symbol_y: float
    symbol_scale: float


@dataclass(frozen=True)
class PaletteChoice:
    code: str
    label: str
    rim: str
    field: str
    ink: str
    paper: str


@dataclass(frozen=True)
class SymbolChoice:
    """`path` is SVG path data on a grid of 256 × 256, filled even-odd."""

    code: str
    label: str
    path: str


@dataclass(frozen=True)
class DesignExample:
    name: str
    criterion: str
    shape: str
    palette: str
    symbol: str


@dataclass(frozen=True)
class DesignerChoices:
    shapes: tuple[ShapeChoice, ...]
    palettes: tuple[PaletteChoice, ...]
    symbols: tuple[SymbolChoice, ...]
    examples: tuple[DesignExample, ...]


def designer_choices(language: str | None = None) -> DesignerChoices:
    """Everything a club badge may be made of, and eight to start from. No query; `language` or the active one."""
    return _choices((language or get_language() or "pl").partition("-")[0])


@lru_cache(maxsize=8)
def _choices(language: str) -> DesignerChoices:
    return DesignerChoices(
        shapes=tuple(_shape(one.name, in_language(one.label, language)) for one in CLUB_SHAPES.values()),
        palettes=tuple(
            PaletteChoice(one.name, in_language(one.label, language), one.rim, one.field, one.ink, one.paper)
            for one in PALETTES.values()
        ),
        symbols=tuple(
            SymbolChoice(one.name, in_language(one.label, language), one.path) for one in SYMBOLS.values()
        ),
        examples=tuple(
            DesignExample(
                in_language(one.name, language), in_language(one.criterion, language), one.shape,
                one.palette, one.symbol,
            )
            for one in EXAMPLES
        ),
    )  # fmt: skip


def _shape(name: str, label: str) -> ShapeChoice:
    patch = club_patch(name)
    layers = tuple(ShapeLayer(part.path, part.colour, part.opacity) for part in (*patch.parts, *patch.over))
    return ShapeChoice(name, label, layers, *patch.symbol_at)
