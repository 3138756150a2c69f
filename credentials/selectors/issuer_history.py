"""An issuer's standing in words, with dates and history, and what was checked before it was accredited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from credentials.enums import IssuerApplicationState, Standing, StandingCause
from credentials.issuer_criteria import CRITERIA, CriterionGroup
from credentials.models import Issuer, IssuerStanding

MOST_DECISIONS = 20
# What the public reads: not how an application went before there was an issuer.
_PUBLIC = (
    StandingCause.ACCEPTED,
    StandingCause.SUSPENDED,
    StandingCause.LIFTED,
    StandingCause.WITHDRAWN,
    StandingCause.AGREEMENT_ENDED,
    "",
)
_TONES = {Standing.ACCREDITED: "good", Standing.SUSPENDED: "warning", Standing.WITHDRAWN: "over"}


@dataclass(frozen=True)
class StandingWords:
    """`tone` is good, warning, over or quiet; `line` one sentence with the date, `more` what it means."""

    code: str
    tone: str
    line: str
    more: str


@dataclass(frozen=True)
class Decision:
    """One line of the history."""

    since: date
    label: str
    reason: str
    agreement: str
    # The language of the reason: nobody translates it.
    written_in: str


@dataclass(frozen=True)
class CriteriaGroup:
    label: str
    titles: tuple[str, ...]


def standing_in_words(issuer: Issuer) -> StandingWords:
    """How the issuer stands today. No query."""
    standing = Standing(issuer.standing)
    day = {"day": date_format(issuer.standing_since) if issuer.standing_since else ""}
    more = ""
    match standing:
        case Standing.ACCREDITED:
            line = _("Accredited since %(day)s.") % day if day["day"] else _("Accredited.")
            more = _("It may issue microcredentials.")
        case Standing.SUSPENDED:
            line = _("Suspended since %(day)s.") % day if day["day"] else _("Suspended.")
            more = _("Nothing is published or awarded in its name now. Badges awarded before stay valid.")
        case Standing.WITHDRAWN:
            line = (
                _("Not accredited any more since %(day)s.") % day
                if day["day"]
                else _("Not accredited any more.")
            )
            more = _("Nothing is published or awarded in its name. Badges awarded before stay valid.")
        case Standing.APPLIED:
            line = _("Has applied to be accredited.")
            more = _("Until then it awards digital badges, and no microcredentials.")
        case _:
            line = _("Not accredited.")
    return StandingWords(standing.value, _TONES.get(standing, "quiet"), line, more)


def since_then(standing: str, at_issue: str) -> str:
    """For a badge: how its issuer stood when it was awarded, and stands now, when that matters to a reader; "" while it
    stands well. Both are a Standing; `at_issue` is "" where nobody wrote it down.
    """
    match standing:
        case Standing.SUSPENDED:
            later = _("The issuer has been suspended since.")
        case Standing.WITHDRAWN:
            later = _("The issuer is not accredited any more.")
        case _:
            return ""
    if at_issue == Standing.ACCREDITED:
        then = _("When this badge was awarded, its issuer was accredited.")
    else:
        then = _("When this badge was awarded, its issuer was not accredited.")
    still = _("That changes nothing about this badge.")
    return f"{then} {later} {still}"


def history(issuer: Issuer, *, public: bool = True) -> tuple[Decision, ...]:
    """What was decided, the latest first; for the public without the course of applications. One query."""
    rows = IssuerStanding.objects.filter(issuer=issuer).order_by("-since", "-created_at")
    if public:
        rows = rows.filter(cause__in=_PUBLIC).exclude(standing__in=(Standing.DRAFT, Standing.APPLIED))
    return tuple(
        Decision(row.since, _label(row), row.reason, row.agreement_number, row.written_in)
        for row in rows[:MOST_DECISIONS]
    )


def criteria_met(issuer: Issuer) -> tuple[CriteriaGroup, ...]:
    """The criteria that were ticked when the issuer was accredited last, by group. One query."""
    accepted = issuer.applications.filter(state=IssuerApplicationState.ACCEPTED)
    review: Mapping[str, Any] = (
        accepted.order_by("-decided_at").values_list("review", flat=True).first() or {}
    )
    groups = []
    for group in CriterionGroup:
        titles = tuple(
            str(one.title)
            for one in CRITERIA
            if one.group == group and (review.get(one.code) or {}).get("met")
        )
        if titles:
            groups.append(CriteriaGroup(str(group.label), titles))
    return tuple(groups)


def _label(row: IssuerStanding) -> str:
    return str(StandingCause(row.cause).label if row.cause else Standing(row.standing).label)
