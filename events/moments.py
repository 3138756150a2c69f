"""When something happens, in words and on the clock of Poland."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.series import WARSAW

# Django's own formats lack the weekday; Polish and Ukrainian put the month into the genitive ("E").
_DAYS = {"pl": "l, j E Y", "uk": "l, j E Y", "en": "l, j F Y"}


def day_in_words(moment: datetime) -> str:
    """ "wtorek, 24 listopada 2026" """
    language = (get_language() or "pl").partition("-")[0]
    words = date_format(timezone.localtime(moment, WARSAW), _DAYS.get(language, _DAYS["en"]))
    # Days of the week are written small in Polish and Ukrainian; Django's names of them are not.
    return words if language == "en" else words[:1].lower() + words[1:]


def clock(moment: datetime) -> str:
    """ "16:05" """
    return timezone.localtime(moment, WARSAW).strftime("%H:%M")


def when_in_words(starts_at: datetime, ends_at: datetime) -> str:
    """ "wtorek, 24 listopada 2026, 16:00–17:30"; over midnight both days are told."""
    begins, ends = timezone.localtime(starts_at, WARSAW), timezone.localtime(ends_at, WARSAW)
    if begins.date() == ends.date():
        return _("%(day)s, %(from)s–%(until)s") % {
            "day": day_in_words(starts_at), "from": clock(starts_at), "until": clock(ends_at),
        }  # fmt: skip
    return _("%(day)s, %(from)s – %(last_day)s, %(until)s") % {
        "day": day_in_words(starts_at), "from": clock(starts_at),
        "last_day": day_in_words(ends_at), "until": clock(ends_at),
    }  # fmt: skip
