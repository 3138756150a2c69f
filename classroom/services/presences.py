"""Between events and paths: having been at an event moves the steps that ask for one."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.translated import in_language
from events.models import Attendance, Event
from paths.services.attending import Presence, count_presences, enrollments_on, paths_asking_for

MOST_PEOPLE = 500
MOST_PRESENCES = 5000


def is_asked_for(event_id: UUID) -> bool:
    """Whether some path has a step for an event of this kind: two small queries."""
    kind = Event.objects.filter(pk=event_id).values_list("kind", flat=True).first()
    return kind is not None and bool(paths_asking_for(kind))


def count_presences_at(event_id: UUID) -> int:
    """Move the paths of those who are at this event. Answers how many steps moved."""
    event = Event.objects.filter(pk=event_id).first()
    if event is None:
        return 0
    asked = paths_asking_for(event.kind)
    here = Attendance.objects.filter(event=event).values_list("user_id", flat=True)[:MOST_PEOPLE]
    enrollments = enrollments_on(list(asked), list(here)) if asked else []
    if not enrollments:
        return 0
    kinds = set().union(*asked.values())
    attendances: dict[UUID, list[Attendance]] = {}
    rows = Attendance.objects.filter(
        user__in=[one.student_id for one in enrollments], event__kind__in=kinds, event__cancelled_at=None
    ).select_related("event__place")
    for row in rows.order_by("checked_in_at")[:MOST_PRESENCES]:
        attendances.setdefault(row.user_id, []).append(row)
    moved = 0
    for enrollment in enrollments:
        with translation.override(enrollment.student.language):
            presences = [
                Presence(row.event.kind, row.checked_in_at, _in_words(row.event))
                for row in attendances.get(enrollment.student_id, [])
                if row.event.kind in asked[enrollment.path_id]
            ]
            moved += len(count_presences(enrollment, presences))
    return moved


def _in_words(event: Event) -> str:
    """What the teacher reads as evidence: which event, when and where; not where the student was."""
    day = timezone.localtime(event.starts_at).strftime("%d.%m.%Y")
    where = f", {event.place.name}, {event.place.town}" if event.place else ""
    title = in_language(event.title)
    return _("Checked in at the event “%(title)s”, %(day)s%(where)s.") % {
        "title": title,
        "day": day,
        "where": where,
    }
