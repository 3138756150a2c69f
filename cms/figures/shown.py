"""What the templates get: the report with its charts and the links to other terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cms.figures.charts import COLUMN_HEIGHT, Bars, bars_of, columns_of_terms
from cms.figures.naming import short_term_name, term_name
from cms.figures.report import GOAL, Breakdown, Line, Report
from cms.figures.wording import wait_words


@dataclass(frozen=True)
class ShownRow:
    """A line with its median in words; "" where there is none."""

    line: Line
    wait: str


@dataclass(frozen=True)
class ShownTable:
    code: str
    title: str
    first_column: str
    rows: tuple[ShownRow, ...]
    bars: Bars | None
    has_created: bool


@dataclass(frozen=True)
class TermLink:
    code: str
    name: str
    is_shown: bool


def context_of(figures: Report, address: str, files: str) -> dict[str, Any]:
    """`address` is the page's own, `files` that of its exports without the form."""
    terms = [TermLink(one.code, term_name(one, short=True), one == figures.term) for one in figures.terms]
    columns = columns_of_terms(figures.by_term.lines, [short_term_name(one) for one in figures.terms])
    return {
        "figures": figures,
        "total": _row(figures.total),
        "term_name": term_name(figures.term),
        "terms": terms,
        "tables": [_table(one) for one in figures.breakdowns],
        "by_term": _table(figures.by_term),
        "columns": columns,
        "column_width": columns[1].x - 8 if len(columns) > 1 else 0,
        "column_height": COLUMN_HEIGHT,
        "goal": GOAL,
        "goal_at": COLUMN_HEIGHT * (100 - GOAL) // 100,
        "address": address,
        "files": files,
    }


def _table(part: Breakdown) -> ShownTable:
    rows = tuple(_row(line) for line in part.lines)
    has_created = all(line.created is not None for line in part.lines)
    return ShownTable(part.code, part.title, part.first_column, rows, bars_of(part.lines), has_created)


def _row(line: Line) -> ShownRow:
    return ShownRow(line, "" if line.wait is None else wait_words(line.wait))
