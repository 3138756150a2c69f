"""What may be chosen in the editor of formal badges, in the reader's language: vocabularies and the picture's parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.translation import override

from core.camel_case import camel
from core.translated import active_language, in_language
from credentials.art.choices import FORMAL_SHAPES, RIBBONS, Choice
from credentials.curriculum import titles
from credentials.descriptions.parts import PARTS, Form, Section
from credentials.enums import ActivityType
from credentials.selectors.designs import PaletteChoice, SymbolChoice, designer_choices


@dataclass(frozen=True)
class Option:
    code: str
    label: str


@dataclass(frozen=True)
class PartView:
    """A part of the description by its name on the wire: how it is written, where, and how long it may be."""

    name: str
    form: str
    section: str
    label: str
    limit: int
    most: int


@dataclass(frozen=True)
class PartOption:
    """One code from which a part may be chosen; all in one list, because an answer has a size."""

    part: str
    code: str
    label: str


@dataclass(frozen=True)
class EditorChoices:
    sections: tuple[Option, ...]
    parts: tuple[PartView, ...]
    options: tuple[PartOption, ...]
    activity_types: tuple[Option, ...]
    shapes: tuple[Option, ...]
    ribbons: tuple[Option, ...]
    palettes: tuple[PaletteChoice, ...]
    symbols: tuple[SymbolChoice, ...]


def editor_choices() -> EditorChoices:
    """Everything the editor offers. No query."""
    return _choices(active_language())


@lru_cache(maxsize=8)
def _choices(language: str) -> EditorChoices:
    drawn = designer_choices(language)
    with override(language):
        return EditorChoices(
            sections=_of(Section),
            parts=tuple(_part(name) for name in PARTS),
            options=tuple(_options()),
            activity_types=_of(ActivityType),
            shapes=_named(FORMAL_SHAPES.values(), language),
            ribbons=_named(RIBBONS.values(), language),
            palettes=drawn.palettes,
            symbols=drawn.symbols,
        )


def _part(name: str) -> PartView:
    part = PARTS[name]
    return PartView(camel(name), part.form, part.section, str(part.label), part.limit, part.most)


def _options() -> Iterator[PartOption]:
    for name, part in PARTS.items():
        for code, label in part.codes.choices if part.codes else ():
            yield PartOption(camel(name), code, str(label))
        if part.form is Form.CURRICULUM:
            for code, title in titles().items():
                yield PartOption(camel(name), code, in_language(title))


def _of(choices: type[TextChoices]) -> tuple[Option, ...]:
    return tuple(Option(code, str(label)) for code, label in choices.choices)


def _named(choices: Iterable[Choice], language: str) -> tuple[Option, ...]:
    return tuple(Option(one.name, in_language(one.label, language)) for one in choices)
