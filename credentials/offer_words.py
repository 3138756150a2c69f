"""Words about offers: why a row is left out, how far an act of offering has come."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from credentials.outsiders import Outsider, RowProblem
from credentials.scales import Scale

ROW_PROBLEMS = {
    RowProblem.NO_ADDRESS: _("There is no e-mail address in this row."),
    RowProblem.NOT_AN_ADDRESS: _("This is no e-mail address."),
    RowProblem.TWICE: _("The same address stands in row %(of)d."),
    RowProblem.ALREADY_OFFERED: _("This badge is already offered to this address."),
    RowProblem.NAME: _("The name is too long, or holds signs that cannot be seen."),
    RowProblem.NOTE: _("The sentence is longer than 500 characters, or holds signs that cannot be seen."),
    RowProblem.LINK: _("The link is no web address."),
    RowProblem.GRADE_MISSING: _("There is no grade in this row, and this badge asks for one."),
    RowProblem.GRADE_UNKNOWN: _("The grade “%(grade)s” is not on the scale of the badge."),
    RowProblem.GRADE_TOO_LOW: _("The badge is given from %(value)s up, and here stands %(grade)s."),
    RowProblem.GRADE_WITHOUT_SCALE: _("There is a grade in this row, and this badge is given without one."),
}


def problem_of(row: Outsider, scale: Scale | None = None) -> str:
    """The sentence about a row, "" when nothing is wrong with it. `scale` is the badge's."""
    if row.problem is None:
        return ""
    said = {"of": row.of, "grade": row.grade, "value": scale.required if scale else ""}
    return str(ROW_PROBLEMS[row.problem]) % said
