"""When the last backup was made."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from core.self_check import Finding, State
from portal.backups.marking import mark_file

LATE, VERY_LATE = timedelta(hours=36), timedelta(days=7)


def last_backup() -> Finding:
    """A whole backup within the last day and a half; a week without one is broken."""
    made = _made_at()
    todo = _("Make one (manage.py backup DIR), and let the timer of the samples do it every night.")
    if made is None:
        is_real = settings.SETTINGS_LAYER == "production"
        return Finding(State.BROKEN if is_real else State.LOOK, _("No backup has been made."), todo)
    age = timezone.now() - made
    words = {
        "date": date_format(timezone.localtime(made), "SHORT_DATETIME_FORMAT"),
        "age": timesince(made, depth=1),
    }
    line = _("The last one is of %(date)s, %(age)s ago.") % words
    if age > LATE:
        return Finding(State.BROKEN if age > VERY_LATE else State.LOOK, line, todo)
    return Finding(State.OK, line)


def _made_at() -> datetime | None:
    try:
        made = datetime.fromisoformat(json.loads(mark_file().read_text(encoding="utf-8"))["made"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return made if made.tzinfo else None
