"""Asking the database's own full-text index: FTS5 on SQLite, `tsvector` on PostgreSQL; the same stems in both.

PostgreSQL keeps the vectors in the column `searched` (migration 0004), SQLite beside its index a narrow table of each
entry's combination (0006); of both the model knows nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection
from django.db.models import BigIntegerField, Count, ExpressionWrapper, F, QuerySet

from cms.catalogue.models import CatalogueEntry, Combination
from cms.search.words import SHORTEST_BEGINNING, asked_words

# Up to so many matches each is weighed; of more the list's own order is as good, and nobody reads so far.
MOST_WEIGHED = 5_000
# The zero keeps SQLite from looking each match up by its key.
_AMONG_FTS5 = (
    "(catalogue_catalogueentry.id + 0) IN (SELECT rowid FROM catalogue_words WHERE catalogue_words MATCH %s)"
)
# Out of a table of nothing else: to read the number at each entry takes twice as long.
_COUNTED_FTS5 = (
    "SELECT combination_id, count(*) FROM catalogue_words "
    "CROSS JOIN catalogue_combined ON catalogue_combined.id = catalogue_words.rowid "
    "WHERE catalogue_words MATCH %s GROUP BY combination_id"
)


def matching(entries: QuerySet[CatalogueEntry], words: str) -> QuerySet[CatalogueEntry]:
    """Those that have every word of the question, each with `nearness`: the smaller, the better it answers. A word of
    the title counts eight times. All of them, unchanged, when the question has no words.
    """
    asked = asked_words(words)
    if not asked:
        return entries
    # The index has no model, so the query names it; the question itself is a parameter.
    if connection.vendor == "sqlite":
        return entries.extra(
            select={"nearness": "bm25(catalogue_words, 8.0, 1.0)"},
            tables=["catalogue_words"],
            where=["catalogue_words MATCH %s", "catalogue_words.rowid = catalogue_catalogueentry.id"],
            params=[_fts5(asked)],
        )
    return having(entries, words).extra(
        select={"nearness": "-ts_rank('{0, 0, 0.125, 1}', searched, to_tsquery('simple', %s))"},
        select_params=[_tsquery(asked)],
    )


def having(entries: QuerySet[CatalogueEntry], words: str) -> QuerySet[CatalogueEntry]:
    """The same entries, not weighed: for walking whatever index suits the rest of the question."""
    asked = asked_words(words)
    if not asked:
        return entries
    if connection.vendor == "sqlite":
        return entries.extra(where=[_AMONG_FTS5], params=[_fts5(asked)])  # noqa: S610 (a constant)
    return entries.extra(where=["searched @@ to_tsquery('simple', %s)"], params=[_tsquery(asked)])


def within(
    entries: QuerySet[CatalogueEntry], combinations: QuerySet[Combination]
) -> QuerySet[CatalogueEntry]:
    """Of the entries, in their order, those of these combinations. SQLite is kept from collecting them and sorting:
    the index of the order is walked until the page is full. PostgreSQL weighs the two itself.
    """
    if connection.vendor == "sqlite":
        number = ExpressionWrapper(F("combination_id") + 0, output_field=BigIntegerField())
        return entries.alias(number=number).filter(number__in=combinations.values("pk"))
    return entries.filter(combination__in=combinations)


def counted_by_combination(words: str) -> Mapping[int, int]:
    """How many entries that match `words` have each combination, by its number. One statement."""
    asked = asked_words(words)
    if asked and connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(_COUNTED_FTS5, [_fts5(asked)])
            return dict(cursor.fetchall())
    rows = having(CatalogueEntry.objects.all(), words).values_list("combination")
    return dict(rows.annotate(number=Count("pk")).order_by())


def _fts5(asked: tuple[tuple[str, ...], ...]) -> str:
    """https://www.sqlite.org/fts5.html#full_text_query_syntax; stems are letters and digits, so quoting is enough."""
    words = ([f'"{one}"{"*" if _begins(one) else ""}' for one in stems] for stems in asked)
    return " AND ".join(f"({' OR '.join(stems)})" for stems in words)


def _tsquery(asked: tuple[tuple[str, ...], ...]) -> str:
    """https://www.postgresql.org/docs/current/datatype-textsearch.html#DATATYPE-TSQUERY"""
    words = ([f"'{one}'{':*' if _begins(one) else ''}" for one in stems] for stems in asked)
    return " & ".join(f"({' | '.join(stems)})" for stems in words)


def _begins(stem: str) -> bool:
    """Whether a stem is long enough to stand for whatever begins with it."""
    return len(stem) >= SHORTEST_BEGINNING
