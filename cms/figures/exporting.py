"""The figures as one table for a spreadsheet: exactly the numbers of the page, with its gaps."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.text import slugify
from django.utils.translation import gettext as _

from cms.figures.naming import term_name
from cms.figures.report import Line, Report
from cms.figures.wording import wait_words
from core.spreadsheets import Value, csv_bytes, xlsx_bytes

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def exported(figures: Report, form: str) -> bytes:
    """A file of the form `csv` or `xlsx`."""
    rows = list(_rows(figures))
    return csv_bytes(rows) if form == "csv" else xlsx_bytes(_("Figures"), rows)


def file_name(figures: Report, form: str) -> str:
    """Letters of the basic alphabet only: "figures-lo-a-2026-1.csv"."""
    return f"figures-{slugify(figures.name)[:40] or 'portal'}-{figures.term.code}.{form}"


def _rows(figures: Report) -> Iterator[list[Value]]:
    yield [
        _("Table"),
        _("Line"),
        _("Badges offered"),
        _("Badges held"),
        _("Badges held, %"),
        _("Held within the lesson"),
        _("Held within the lesson, %"),
        _("Time to claim, median"),
        _("Badges created"),
    ]
    yield _row(f"{figures.name}, {term_name(figures.term)}", figures.total, _("Everything"))
    for table in figures.tables:
        for line in table.lines:
            yield _row(table.title, line, line.label)
    yield [_("An empty cell is a number that would tell about fewer than five people.")]


def _row(table: str, line: Line, label: str) -> list[Value]:
    return [
        table,
        label,
        line.offered,
        line.held,
        line.claim_rate,
        line.within_lesson,
        line.lesson_rate,
        wait_words(line.wait) if line.wait is not None else None,
        line.created,
    ]
