"""Asking the database's own full-text index: FTS5 on SQLite, `tsvector` on PostgreSQL; the same stems in both."""

from __future__ import annotations

from django.db import connection
from django.db.models import QuerySet

from cms.catalogue.models import CatalogueEntry
from cms.search.words import SHORTEST_BEGINNING, asked_words

# The expression of the index in migration 0002, word for word: otherwise PostgreSQL would not use it.
_VECTOR = (
    "(setweight(to_tsvector('simple', title_words), 'A') || setweight(to_tsvector('simple', words), 'B'))"
)

# From so many matches on they are counted by walking the index of the facets.
MANY = 5_000


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
    question = _tsquery(asked)
    return entries.extra(  # noqa: S610 (`_VECTOR` is a constant)
        select={"nearness": f"-ts_rank('{{0, 0, 0.125, 1}}', {_VECTOR}, to_tsquery('simple', %s))"},
        select_params=[question],
        where=[f"{_VECTOR} @@ to_tsquery('simple', %s)"],
        params=[question],
    )


def narrow(words: str) -> QuerySet[CatalogueEntry]:
    """The entries that match, for counting them by their facets. When very many do, it is cheaper to walk the index of
    the facets and ask of each entry whether it matches than to fetch every row. One statement on SQLite to know that.
    """
    entries = CatalogueEntry.objects.all()
    asked = asked_words(words)
    if not asked or connection.vendor != "sqlite":
        return matching(entries, words)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM (SELECT 1 FROM catalogue_words WHERE catalogue_words MATCH %s LIMIT %s)",
            [_fts5(asked), MANY],
        )
        few = cursor.fetchone()[0] < MANY
    if few:
        return matching(entries, words)
    # The sign keeps SQLite from looking each of them up by its key.
    found = (
        "+catalogue_catalogueentry.id IN (SELECT rowid FROM catalogue_words WHERE catalogue_words MATCH %s)"
    )
    return entries.extra(where=[found], params=[_fts5(asked)])  # noqa: S610 (`found` is a constant)


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
