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

# Up to so many matches each is weighed; of more the list's own order is as good, and nobody reads so far.
MOST_WEIGHED = 5_000
# From so many on it is cheaper to walk an index and ask of each entry whether it matches than to fetch every match.
MANY = 2_000


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


def having(entries: QuerySet[CatalogueEntry], words: str) -> QuerySet[CatalogueEntry]:
    """The same entries, not weighed: for walking whatever index suits the rest of the question."""
    asked = asked_words(words)
    if not asked:
        return entries
    ids, question = _ids(asked)
    # The zero keeps the database from looking each match up by its key.
    return entries.extra(where=[f"(catalogue_catalogueentry.id + 0) IN ({ids})"], params=[question])  # noqa: S610


def are_many(words: str) -> bool:
    """Whether so many entries match that they are counted better by walking an index. One statement."""
    asked = asked_words(words)
    if not asked:
        return False
    ids, question = _ids(asked)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({ids} LIMIT {MANY}) AS found", [question])  # noqa: S608
        return bool(cursor.fetchone()[0] >= MANY)


def _ids(asked: tuple[tuple[str, ...], ...]) -> tuple[str, str]:
    """The statement for the ids of what matches, and its one parameter."""
    if connection.vendor == "sqlite":
        return "SELECT rowid FROM catalogue_words WHERE catalogue_words MATCH %s", _fts5(asked)
    found = f"SELECT id FROM catalogue_catalogueentry WHERE {_VECTOR} @@ to_tsquery('simple', %s)"  # noqa: S608
    return found, _tsquery(asked)


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
