"""Somebody without an account points at what stands in public. Nobody answers for their word, so it hides nothing by
itself: it waits in the same queue, with the same deadlines, until a person has looked (decision 0017).
"""

from __future__ import annotations

from typing import Any

from django.conf import settings

from core.open_forms import opened_stamp, sent_by_a_machine
from core.throttling import Throttle
from people.models import Report, User
from people.reporting import Reportable
from people.services.reports import file_report

FORM = "people.visitor-report"
HOUR, DAY = 3600, 24 * 3600
_limits = settings.KOTYLION_LIMITS
by_network = Throttle("visitor-reports", limit=_limits["visitor_reports_by_network"], seconds=DAY)
everybody = Throttle("visitor-reports-all", limit=_limits["visitor_reports_an_hour"], seconds=HOUR)


def stamp() -> str:
    """To stand in the form: when it was opened."""
    return opened_stamp(FORM)


def report_as_visitor(
    known: Reportable,
    thing: Any,
    *,
    reporter: User | None,
    reason: str,
    details: str,
    trap: str,
    stamp: str,
    network: str,
) -> Report | None:
    """Report what the door has shown. None for what only a machine sends: it is thanked, and nothing is kept.

    `reporter` is who is signed in, if anybody: their word counts as it does in the app. Raises Refusal as
    `reports.report`, Refusals FORM_OLD, or Throttled.
    """
    if sent_by_a_machine(FORM, trap=trap, stamp=stamp):
        return None
    if reporter is None:
        everybody.check("")
        by_network.take(f"network:{network}")
        everybody.count("")
    return file_report(known, thing, reporter=reporter, reason=reason, details=details)
