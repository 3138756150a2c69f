"""A badge for having been there, as the form of an event says it; who earns it is found at check-in."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from credentials.models import Achievement
from credentials.selectors.achievements import awardable_in
from events.check_in_window import opens_at
from events.models import AttendanceRule, Event
from people.models import User


def rule_of(event: Event) -> AttendanceRule | None:
    """The running rule that the form shows: of this event, else of its series."""
    own = AttendanceRule.objects.filter(ended_at=None).select_related("achievement")
    found = own.filter(event=event).order_by("pk").first()
    if found is None and event.series_id is not None:
        found = own.filter(series=event.series_id).order_by("pk").first()
    return found


def set_rule(
    event: Event, achievement: Achievement | None, count: int, *, actor: User, now: datetime, whole: bool
) -> None:
    """Make the rule of `event` be this: none, a badge at this event, or at `count` of its series.

    `whole` counts every meeting of the series even for one (when the series is planned). What somebody has
    earned stays. Refuses a badge that the group may not award, and a count without a series.
    """
    known = rule_of(event)
    if achievement is None:
        _end(known, now)
        return
    if known is not None and known.achievement_id == achievement.pk and known.count == count:
        return
    assert event.group is not None
    if not awardable_in(event.group).filter(pk=achievement.pk).exists():
        raise Refusal("BADGE_NOT_YOURS", _("This group cannot award that badge."), "achievement_id")
    if count > 1:
        _check_count(event, count)
    _end(known, now)
    of_series = event.series_id is not None and (whole or count > 1)
    AttendanceRule.objects.create(
        achievement=achievement,
        group=event.group,
        event=None if of_series else event,
        series=event.series if of_series else None,
        count=count,
        # Who is at this very event already is meant too; earlier meetings of a series are not.
        count_from=now if of_series else min(now, opens_at(event)),
        created_by=actor,
    )


def _check_count(event: Event, count: int) -> None:
    if event.series is None:
        raise Refusal("BADGE_COUNT_INVALID", _("An event that takes place once counts once."), "badge_count")
    if count > event.series.events.filter(cancelled_at=None).count():
        raise Refusal("BADGE_COUNT_INVALID", _("The series has fewer meetings."), "badge_count")


def _end(rule: AttendanceRule | None, now: datetime) -> None:
    if rule is not None:
        rule.ended_at = now
        rule.save(update_fields=["ended_at"])
