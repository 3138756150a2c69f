"""Background work: is it done, and did it succeed."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks_db.models import DBTaskResult

from core.self_check import Finding, State

LATE, VERY_LATE = timedelta(minutes=5), timedelta(minutes=30)
REMEMBERED = timedelta(days=7)
MANY_FAILURES = 20


def queue() -> Finding:
    """Something that is due waits at most minutes while a worker runs."""
    waiting = DBTaskResult.objects.ready()
    count = waiting.count()
    oldest = waiting.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
    if oldest is None:
        return Finding(State.OK, _("Nothing waits."))
    words = {"count": count, "age": timesince(oldest, depth=1)}
    line = ngettext(
        "%(count)d task waits, the oldest for %(age)s.",
        "%(count)d tasks wait, the oldest for %(age)s.",
        count,
    )
    age = timezone.now() - oldest
    if age > LATE:
        return Finding(
            State.BROKEN if age > VERY_LATE else State.LOOK,
            line % words,
            _("The worker lives in the portal’s process: look at the log, then start the portal again."),
        )
    return Finding(State.OK, line % words)


def failures() -> Finding:
    """Tasks of the last seven days that ended with an error; names of tasks, nothing they were about."""
    failed = DBTaskResult.objects.failed().filter(finished_at__gte=timezone.now() - REMEMBERED)
    count = failed.count()
    if not count:
        return Finding(State.OK, _("None in the last seven days."))
    line = ngettext(
        "%(count)d task failed in the last seven days: %(names)s.",
        "%(count)d tasks failed in the last seven days: %(names)s.",
        count,
    )
    names = sorted({path.rpartition(".")[2] for path in failed.values_list("task_path", flat=True)[:200]})
    return Finding(
        State.BROKEN if count >= MANY_FAILURES else State.LOOK,
        line % {"count": count, "names": ", ".join(names[:5])},
        _("The log says why. What must happen is tried again by itself."),
    )
