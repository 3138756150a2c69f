"""A workload in words, with the decimal sign of the reader's language."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def hours_in_words(hours: Decimal | None) -> str:
    """`12.5 h`, `12,5 godz.`; "" where none is said."""
    return _("%(hours)s h") % {"hours": plainly(hours)} if hours else ""


def plainly(number: Decimal) -> str:
    """Without zeros that say nothing."""
    return number_format(Decimal(f"{number.normalize():f}"))
