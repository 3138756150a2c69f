"""Words about offers: why a row is left out, how far an act of offering has come."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from credentials.outsiders import Outsider, RowProblem

ROW_PROBLEMS = {
    RowProblem.NO_ADDRESS: _("There is no e-mail address in this row."),
    RowProblem.NOT_AN_ADDRESS: _("This is no e-mail address."),
    RowProblem.TWICE: _("The same address stands in row %(of)d."),
    RowProblem.ALREADY_OFFERED: _("This badge is already offered to this address."),
    RowProblem.NAME: _("The name is too long, or holds signs that cannot be seen."),
    RowProblem.NOTE: _("The sentence is longer than 500 characters, or holds signs that cannot be seen."),
    RowProblem.LINK: _("The link is no web address."),
}


def problem_of(row: Outsider) -> str:
    """The sentence about a row, "" when nothing is wrong with it."""
    if row.problem is None:
        return ""
    said = ROW_PROBLEMS[row.problem]
    return str(said % {"of": row.of}) if row.of is not None else str(said)
