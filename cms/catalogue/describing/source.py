"""How one kind of public thing comes into the catalogue: which of them, and what is said of each."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from cms.catalogue.enums import EntryKind, Field, Workload
from cms.catalogue.models import CatalogueEntry, Combination
from cms.catalogue.ordering import order_key
from cms.search.words import kept_words
from core.translated import LANGUAGES, every_language, in_language

RANKS = {kind.value: place for place, kind in enumerate(EntryKind)}
SUMMARY_CHARACTERS = 300
Words = Mapping[str, str]


@dataclass(frozen=True)
class Description:
    """What stands in the catalogue about one thing. Words are keyed by language; `further` is only searched."""

    kind: str
    object_id: UUID
    path: str
    title: Words
    # None when the room does not say: then it is when the catalogue first heard of it.
    published_at: datetime | None = None
    summary: Words = dataclasses.field(default_factory=dict)
    further: tuple[Words, ...] = ()
    by: Words = dataclasses.field(default_factory=dict)
    picture: str = ""
    rung: str = ""
    town: str = ""
    hours: Decimal | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    field: str = ""
    price: str = ""
    form: str = ""
    level: str = ""
    issuer: str = ""
    voivodeship: str = ""
    accessible: bool = False

    def combination(self) -> Combination:
        """What it is filtered by, not saved; its languages are those that the title is written in."""
        title = _said(self.title)
        return Combination(
            kind=self.kind, field=self.field, price=self.price, workload=workload_of(self.hours), form=self.form,
            level=self.level, issuer=self.issuer, voivodeship=self.voivodeship, accessible=self.accessible,
            languages=" ".join(sorted(language for language in LANGUAGES if title.get(language))),
        )  # fmt: skip

    def entry(self) -> CatalogueEntry:
        """The row, not saved and without its combination."""
        title, by = _said(self.title), _said(self.by)
        summary = _said({language: text[:SUMMARY_CHARACTERS] for language, text in self.summary.items()})
        searched = (self.summary, by, *self.further, _field_words(self.field))
        return CatalogueEntry(
            kind=self.kind, object_id=self.object_id, path=self.path, title=title, summary=summary, by=by,
            picture=self.picture, rung=self.rung, town=self.town, hours=self.hours, starts_at=self.starts_at,
            ends_at=self.ends_at, published_at=self.published_at or timezone.now(), title_words=kept_words(title),
            words=" ".join(filter(None, (kept_words(words) for words in searched if words))),
            rank=RANKS[self.kind],
            **{f"order_{language}": order_key(in_language(title, language)) for language in LANGUAGES},
        )  # fmt: skip


@dataclass(frozen=True)
class Source:
    """`public()` are the things that anybody may find, now; `describe` turns a page of them into descriptions."""

    name: str
    kinds: tuple[str, ...]
    public: Callable[[], QuerySet[Any]]
    describe: Callable[[Iterable[Any]], list[Description]]


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    _sources[source.name] = source


def sources() -> tuple[Source, ...]:
    return tuple(_sources.values())


def source_called(name: str) -> Source:
    return _sources[name]


def workload_of(hours: Decimal | None) -> str:
    """The step of the filter that so many hours stand on."""
    if not hours:
        return ""
    ends = ((5, Workload.SHORT), (15, Workload.MEDIUM), (30, Workload.LONG))
    return next((step for end, step in ends if hours <= end), Workload.LONGEST).value


@cache
def _field_words(field: str) -> Words:
    """How the filter calls it: who types that finds what the filter finds."""
    return every_language(lambda: Field(field).label) if field else {}


def _said(words: Words) -> dict[str, str]:
    """Without languages in which nothing is said."""
    return {language: text for language, text in words.items() if text.strip()}


def everywhere(text: str) -> dict[str, str]:
    """A name that is the same in every language, said once."""
    return {"pl": text} if text else {}
