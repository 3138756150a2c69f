"""Calm lines that a person has to read once: what was taken back, said plainly and without blame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from core.access import as_uuid
from core.models import Delivery
from core.translated import in_language
from credentials.models import Achievement
from people.models import User
from people.notices import facts_with_lines, line_of

UNDONE, TAKEN_BACK = "credentials.AwardUndone", "paths.StepTakenBack"
OWN_NOTICES = (UNDONE, TAKEN_BACK)
MOST_NOTICES = 10
# What one act of undoing announces comes within this time.
ONE_ACT = timedelta(seconds=5)


@dataclass(frozen=True)
class Notice:
    id: UUID
    line: str
    at: datetime


def notice_facts() -> tuple[str, ...]:
    """The facts whose deliveries become lines: those of this room, and what the rooms below have to say."""
    return (*OWN_NOTICES, *facts_with_lines())


def unread(user: User) -> list[Delivery]:
    """Deliveries that become notices, the newest first: one query."""
    return list(
        Delivery.objects.unseen()
        .filter(recipient=user, activity__fact__in=notice_facts())
        .select_related("activity")
        .order_by("-created_at", "id")[: MOST_NOTICES * 2]
    )


def achievements_of(deliveries: Iterable[Delivery]) -> set[UUID]:
    """The achievements whose names the notices need."""
    found = (as_uuid(one.activity.about.get("achievement_id")) for one in deliveries)
    return {pk for pk in found if pk is not None}


def notices_of(user: User) -> tuple[Notice, ...]:
    """The lines of somebody whose home has no paths: who teaches or leads."""
    owed = unread(user)
    wanted = achievements_of(one for one in owed if one.activity.fact == UNDONE)
    found = Achievement.objects.select_related("current_version").in_bulk(wanted) if wanted else {}
    return notices(owed, found, {})


def notices(
    deliveries: Iterable[Delivery], achievements: Mapping[UUID, Achievement], steps: Mapping[UUID, str]
) -> tuple[Notice, ...]:
    """One line an act: a step that fell together with its badge is not told twice. `steps` are titles by id."""
    deliveries = list(deliveries)
    undone_at = [one.created_at for one in deliveries if one.activity.fact == UNDONE]
    lines = []
    for one in deliveries:
        about = one.activity.about
        if one.activity.fact == UNDONE:
            badge = achievements.get(as_uuid(about["achievement_id"]) or one.pk)
            name = in_language(badge.current_version.name) if badge and badge.current_version else ""
            words = _("The badge “%(name)s” was given by mistake and has been taken back.") % {"name": name}
        elif one.activity.fact == TAKEN_BACK:
            if any(abs(one.created_at - at) < ONE_ACT for at in undone_at):
                continue
            title = steps.get(as_uuid(about["step_id"]) or one.pk, "")
            words = _("Your teacher has taken back the step “%(title)s”. You can go on with it.") % {
                "title": title
            }
        else:
            words = line_of(one.activity.fact, about, one.recipient_id)
            if not words:
                continue
        lines.append(Notice(one.pk, words, one.created_at))
    return tuple(lines[:MOST_NOTICES])
