"""The catalogue by pages of 24: remembered for a minute, and forgotten when anything public changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.core.cache import cache
from django.db.models import BooleanField, Case, Count, Exists, OuterRef, QuerySet, When
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.catalogue.asking import Asked
from cms.catalogue.counting import Combination, Counts, counted
from cms.catalogue.describing.source import sources
from cms.catalogue.enums import EntryKind, Order
from cms.catalogue.full_text import matching, narrow
from cms.catalogue.models import FACETS, CatalogueEntry
from cms.catalogue.services.indexing import edition
from core.translated import LANGUAGES, in_language
from credentials.models import Issuer
from credentials.selectors.catalogue_pages import catalogue_edition
from credentials.selectors.trust import LABELS, Rung
from events.selectors.public_events import edition as events_edition

ON_A_PAGE = 24
LAST_PAGE = 400
MOST_ISSUERS = 12
SECONDS = 60
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
    """`key` names what is on it: the same key, the same cards."""

    key: str
    asked: Asked
    cards: tuple[EntryCard, ...]
    counts: Counts
    # The issuers with most entries, and the chosen one: short name and name.
    issuers: tuple[tuple[str, str], ...]
    number: int
    has_next: bool


def catalogue_list(asked: Asked, number: int) -> CatalogueList | None:
    """One page, or None past the end. Three statements, five with words, or none for a minute."""
    if not 1 <= number <= LAST_PAGE:
        return None
    key = _key("list", f"{get_language()}|{number}|{asked.parameters()}")
    known: CatalogueList | None = cache.get(key)
    if known is not None:
        return known
    counts = counted(combinations(asked.words), asked.filters)
    start = (number - 1) * ON_A_PAGE
    found = _found(asked, start) if counts.total > start else []
    if not found and number > 1:
        return None
    issuers = _issuers(counts.by_value["issuer"], asked.issuer)
    cards = tuple(_card(entry) for entry in found[:ON_A_PAGE])
    page = CatalogueList(key, asked, cards, counts, issuers, number, len(found) > ON_A_PAGE)
    cache.set(key, page, SECONDS)
    return page


def combinations(words: str) -> list[tuple[Combination, int]]:
    """How many entries that match `words` have each combination of facets. One statement, with words two, or none
    for a minute.
    """
    key = _key("combinations", words)
    known: list[tuple[Combination, int]] | None = cache.get(key)
    if known is None:
        rows = narrow(words).values_list(*FACETS).annotate(number=Count("pk")).order_by()
        known = [(row[:-1], row[-1]) for row in rows]
        cache.set(key, known, SECONDS)
    return known


def still_public() -> Case:
    """Holds for what the rooms themselves would show to anybody, this moment: the index is a copy and may lag.

    A CASE and no OR: SQLite would look each kind up in an index, and sort them all for the first page.
    """
    asked = [
        When(kind__in=source.kinds, then=Exists(source.public().order_by().filter(pk=OuterRef("object_id"))))
        for source in sources()
    ]
    return Case(*asked, default=False, output_field=BooleanField())


def _found(asked: Asked, start: int) -> list[CatalogueEntry]:
    """The entries of a page and one more. Where every match has to be weighed before the first is known, the rooms are
    asked afterwards about those of the page alone.
    """
    rows = _ordered(asked)
    if "nearness" not in rows.query.extra_select:
        return list(rows.filter(still_public())[start : start + ON_A_PAGE + 1])
    found = list(rows[start : start + ON_A_PAGE + 1])
    public = CatalogueEntry.objects.filter(still_public(), pk__in=[entry.pk for entry in found])
    shown = set(public.values_list("pk", flat=True))
    return [entry for entry in found if entry.pk in shown]


def _issuers(counts: Mapping[str, int], chosen: str) -> tuple[tuple[str, str], ...]:
    slugs = sorted(counts, key=lambda slug: (-counts[slug], slug))[:MOST_ISSUERS]
    slugs += [chosen] if chosen and chosen not in slugs else []
    rows = Issuer.objects.filter(slug__in=slugs).values_list("slug", "name") if slugs else []
    return tuple(sorted(((slug, in_language(name)) for slug, name in rows), key=lambda pair: pair[1]))


def _ordered(asked: Asked) -> QuerySet[CatalogueEntry]:
    rows = matching(CatalogueEntry.objects.only(*_SHOWN), asked.words)
    for name, value in asked.filters.items():
        match name:
            case "language":
                rows = rows.filter(languages__contains=value)
            case "accessible":
                rows = rows.filter(accessible=True)
            case _:
                rows = rows.filter(**{name: value})
    language = (get_language() or "pl").partition("-")[0]
    name = f"order_{language if language in LANGUAGES else 'pl'}"
    match asked.order:
        case Order.NAME:
            return rows.order_by(name, "pk")
        case Order.NEWEST:
            return rows.order_by("-published_at", "pk")
        case Order.SHORTEST:
            return rows.filter(hours__gt=0).order_by("hours", name, "pk")
    if "nearness" in rows.query.extra_select:
        # Badges, paths and clubs before the many events that are about the same.
        rows = rows.alias(late=Case(When(kind=EntryKind.EVENT, then=1), default=0))
        return rows.order_by("late", "nearness", "rank", "pk")  # type: ignore[misc]  # named by `matching`
    if asked.kind == EntryKind.EVENT:
        return rows.order_by("ends_at", "pk")
    return rows.order_by("rank", name, "pk")


def _card(entry: CatalogueEntry) -> EntryCard:
    language = (get_language() or "pl").partition("-")[0]
    hours = entry.hours
    return EntryCard(
        kind=entry.kind,
        kind_label=_kind_label(entry),
        path=entry.path,
        title=in_language(entry.title),
        summary=in_language(entry.summary),
        by=in_language(entry.by),
        picture=entry.picture,
        town=entry.town,
        hours=_("%(hours)s h") % {"hours": f"{hours.normalize():f}"} if hours else "",
        starts_at=timezone.localtime(entry.starts_at) if entry.starts_at else None,
        language="" if entry.title.get(language) else "pl",
    )


def _kind_label(entry: CatalogueEntry) -> str:
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


def _key(what: str, question: str) -> str:
    editions = f"{edition()}.{catalogue_edition()}.{events_edition()}"
    return f"catalogue:{what}:{editions}:{sha256(question.encode()).hexdigest()}"
