"""The catalogue by pages of 24. An index says which stand on a page; what the page shows is asked of the rooms."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.core.cache import caches
from django.db.models import BooleanField, Case, Exists, OuterRef, QuerySet, When
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.catalogue.asking import Asked
from cms.catalogue.counting import Counts, Facets, counted
from cms.catalogue.describing.source import sources
from cms.catalogue.enums import EntryKind, Order
from cms.catalogue.full_text import MOST_WEIGHED, counted_by_combination, having, matching, within
from cms.catalogue.models import FACETS, CatalogueEntry, Combination
from cms.catalogue.services.indexing import ENTRIES
from cms.search.words import asked_words
from core.editions import editions_now
from core.translated import LANGUAGES, in_language
from credentials.models import Issuer
from credentials.selectors.catalogue_pages import CATALOGUE
from credentials.selectors.trust import LABELS, Rung
from credentials.workload import hours_in_words
from events.selectors.public_events import EVENTS

ON_A_PAGE = 24
LAST_PAGE = 400
MOST_ISSUERS = 12
SECONDS = 60
# Whenever anything that the list shows changes, one of these does.
STATE = (ENTRIES, CATALOGUE, EVENTS)
# What a card needs; the words that are searched stay where they are.
_SHOWN = (
    "id", "kind", "path", "title", "summary", "by", "picture", "rung", "town", "hours", "starts_at", "object_id",
)  # fmt: skip


@dataclass(frozen=True)
class EntryCard:
    """One thing in the list, in the language it was asked in. `language` is of its words, when it is another one."""

    kind: str
    kind_label: str
    path: str
    title: str
    summary: str
    by: str
    picture: str
    town: str
    hours: str
    starts_at: datetime | None
    language: str


@dataclass(frozen=True)
class CatalogueList:
    """A page. It may hold fewer cards than it has room for: what was hidden a moment ago is left out."""

    asked: Asked
    cards: tuple[EntryCard, ...]
    counts: Counts
    # The issuers with most entries, and the chosen one: short name and name.
    issuers: tuple[tuple[str, str], ...]
    number: int
    has_next: bool


def catalogue_list(asked: Asked, number: int) -> CatalogueList | None:
    """One page, or None past the end. Five statements."""
    if not 1 <= number <= LAST_PAGE:
        return None
    found = combinations(asked.words)
    counts = counted(found.values(), asked.filters)
    start = (number - 1) * ON_A_PAGE
    keys = _keys(asked, start, weighed=_are_weighed(asked, found)) if counts.total > start else []
    if not keys and number > 1:
        return None
    issuers = _issuers(counts.by_value["issuer"], asked.issuer)
    kinds = {found[combination][0][0] for _key, combination in keys if combination in found}
    cards = tuple(_card(entry) for entry in _entries([key for key, _ in keys[:ON_A_PAGE]], kinds))
    return CatalogueList(asked, cards, counts, issuers, number, len(keys) > ON_A_PAGE)


def combinations(words: str) -> dict[int, tuple[Facets, int]]:
    """By its key each combination of facets, and how many entries that match `words` have it. Two statements, or none
    for a minute.
    """
    key = f"catalogue:combinations:{editions_now(*STATE)}:{sha256(words.encode()).hexdigest()}"
    known: dict[int, tuple[Facets, int]] | None = caches["answers"].get(key)
    if known is None:
        numbers = counted_by_combination(words)
        rows = Combination.objects.filter(pk__in=numbers).values_list("pk", *FACETS)
        known = {key: (tuple(facets), numbers[key]) for key, *facets in rows}
        caches["answers"].set(key, known, SECONDS)
    return known


def still_public(kinds: Collection[object] = EntryKind.values) -> Case:
    """Holds for what the rooms themselves would show to anybody, this moment: the index is a copy and may lag. Only for
    things of these kinds, as each of them is a question to its room.

    A CASE and no OR: SQLite would look each kind up in an index, and sort them all for the first page.
    """
    asked = [
        When(kind__in=source.kinds, then=Exists(source.public().order_by().filter(pk=OuterRef("object_id"))))
        for source in sources()
        if not set(source.kinds).isdisjoint(kinds)
    ]
    return Case(*asked, default=False, output_field=BooleanField())


def _are_weighed(asked: Asked, found: Mapping[int, tuple[Facets, int]]) -> bool:
    """Whether the best match is looked for: each has to be weighed before the first is known."""
    by_match = asked.order == Order.BEST and bool(asked_words(asked.words))
    return by_match and sum(number for _, number in found.values()) < MOST_WEIGHED


def _keys(asked: Asked, start: int, *, weighed: bool) -> list[tuple[int, int]]:
    """The keys of what stands on a page, and of one more, each with that of its combination: read from indexes alone,
    and no row but for weighing.
    """
    rows = CatalogueEntry.objects.all()
    if asked.filters:
        rows = within(rows, _chosen(asked.filters))
    if weighed:
        rows = matching(rows, asked.words)
        # Badges, paths and clubs before the many events that are about the same.
        rows = rows.alias(late=Case(When(kind=EntryKind.EVENT, then=1), default=0))
        rows = rows.order_by("late", "nearness", "rank", "pk")  # type: ignore[misc]  # named by `matching`
    else:
        rows = having(_ordered(rows, asked), asked.words)
    return list(rows.values_list("pk", "combination")[start : start + ON_A_PAGE + 1])


def _entries(keys: list[int], kinds: Collection[object]) -> list[CatalogueEntry]:
    """Of these, in their order, what the rooms still show to anybody."""
    found = CatalogueEntry.objects.only(*_SHOWN).filter(still_public(kinds)).in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _chosen(filters: Mapping[str, str]) -> QuerySet[Combination]:
    rows = Combination.objects.all()
    for name, value in filters.items():
        match name:
            case "language":
                rows = rows.filter(languages__contains=value)
            case "accessible":
                rows = rows.filter(accessible=True)
            case _:
                rows = rows.filter(**{name: value})
    return rows


def _ordered(rows: QuerySet[CatalogueEntry], asked: Asked) -> QuerySet[CatalogueEntry]:
    """In an order that an index has; where a column may be empty, without those in which it is."""
    language = (get_language() or "pl").partition("-")[0]
    name = f"order_{language if language in LANGUAGES else 'pl'}"
    match asked.order:
        case Order.NAME:
            return rows.order_by(name, "pk")
        case Order.NEWEST:
            return rows.order_by("-published_at", "pk")
        case Order.SHORTEST:
            return rows.filter(hours__gt=0).order_by("hours", name, "pk")
    if asked.kind == EntryKind.EVENT:
        return rows.filter(ends_at__isnull=False).order_by("ends_at", "pk")
    return rows.order_by("rank", name, "pk")


def _issuers(counts: Mapping[str, int], chosen: str) -> tuple[tuple[str, str], ...]:
    slugs = sorted(counts, key=lambda slug: (-counts[slug], slug))[:MOST_ISSUERS]
    slugs += [chosen] if chosen and chosen not in slugs else []
    rows = Issuer.objects.filter(slug__in=slugs).values_list("slug", "name") if slugs else []
    return tuple(sorted(((slug, in_language(name)) for slug, name in rows), key=lambda pair: pair[1]))


def _card(entry: CatalogueEntry) -> EntryCard:
    language = (get_language() or "pl").partition("-")[0]
    return EntryCard(
        kind=entry.kind,
        kind_label=kind_label(entry),
        path=entry.path,
        title=in_language(entry.title),
        summary=in_language(entry.summary),
        by=in_language(entry.by),
        picture=entry.picture,
        town=entry.town,
        hours=hours_in_words(entry.hours),
        starts_at=timezone.localtime(entry.starts_at) if entry.starts_at else None,
        language="" if entry.title.get(language) else "pl",
    )


def kind_label(entry: CatalogueEntry) -> str:
    """In the singular; of a badge where it stands on the ladder of trust."""
    if entry.rung:
        return str(LABELS[Rung(entry.rung)])
    match entry.kind:
        case EntryKind.PATH:
            return _("Development path")
        case EntryKind.CLUB:
            return _("Club")
        case EntryKind.ISSUER:
            return _("Issuer")
    return _("Event")
