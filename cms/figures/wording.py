"""The steps of the time to claim in words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WAIT_WORDS = (
    _("up to 5 minutes"),
    _("up to 15 minutes"),
    _("up to 45 minutes"),
    _("up to 2 hours"),
    _("up to a day"),
    _("up to a week"),
    _("up to a month"),
    _("more than a month"),
)


def wait_words(step: int) -> str:
    """How long at most, for a step of `tallies.WAITS` or the one behind them."""
    return str(WAIT_WORDS[step])
