"""Asking the database's own full-text index: FTS5 on SQLite, `tsvector` on PostgreSQL; the same stems in both.

PostgreSQL keeps the vectors in the column `searched` (migration 0004), of which the model knows nothing.
"""

from __future__ import annotations

from django.db import connection
from django.db.models import F, QuerySet

from cms.catalogue.models import CatalogueEntry
from cms.search.words import SHORTEST_BEGINNING, asked_words

# Up to so many matches each is weighed; of more the list's own order is as good, and nobody reads so far.
MOST_WEIGHED = 5_000
# From so many on it is cheaper to walk an index and ask of each entry whether it matches than to fetch every match.
MANY = 2_000
# The zero keeps SQLite from looking each match up by its key.
_AMONG_FTS5 = (
    "(catalogue_catalogueentry.id + 0) IN (SELECT rowid FROM catalogue_words WHERE catalogue_words MATCH %s)"
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


def within(entries: QuerySet[CatalogueEntry], narrowed: QuerySet[CatalogueEntry]) -> QuerySet[CatalogueEntry]:
    """Of the entries, in their order, those that are in `narrowed`. SQLite walks the index of the order and asks of
    each key, where it would fetch row after row by itself; PostgreSQL knows better than to be told.
    """
    if connection.vendor == "sqlite":
        return entries.alias(key=F("pk") + 0).filter(key__in=narrowed.order_by().values("pk"))
    return entries & narrowed


def are_many(words: str) -> bool:
    """Whether so many entries match that they are counted better by walking an index. One statement."""
    asked = asked_words(words)
    if not asked:
        return False
    if connection.vendor == "sqlite":
        matches, question = "SELECT rowid FROM catalogue_words WHERE catalogue_words MATCH %s", _fts5(asked)
    else:
        matches = "SELECT id FROM catalogue_catalogueentry WHERE searched @@ to_tsquery('simple', %s)"
        question = _tsquery(asked)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({matches} LIMIT {MANY}) AS found", [question])  # noqa: S608
        return bool(cursor.fetchone()[0] >= MANY)


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
