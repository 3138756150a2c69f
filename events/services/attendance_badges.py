"""Badges for having been there: a rule asks for one event, for several of a series, or of a kind.

What is owed follows from attendances alone, so asking again gives nothing twice and loses nothing.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone, translation

from core.emitting import emit
from core.refusals import Refusal
from core.translated import in_language
from credentials.enums import LIVING_STATES, CredentialState
from credentials.models import Achievement, AwardBatch, Credential
from credentials.services import awarding
from events.domain_events import AttendanceRewarded
from events.models import Attendance, AttendanceRule, Event
from people.audiences import for_staff
from people.models import Group, User

MOST_RULES = 20
MOST_AT_ONCE = 500
log = structlog.get_logger("events.attendance_badges")


def rules_about(event: Event) -> QuerySet[AttendanceRule]:
    """Standing rules for which being at this event counts."""
    this = Q(event=event)
    if event.series_id is not None:
        this |= Q(series=event.series_id)
    if event.group_id is not None:
        of_kind = Q(event=None, series=None, group=event.group_id)
        this |= of_kind & (Q(kind=event.kind) | Q(kind=""))
    return AttendanceRule.objects.filter(this, ended_at=None)


def counting_for(rule: AttendanceRule) -> QuerySet[Attendance]:
    """The attendances that a rule counts."""
    rows = Attendance.objects.filter(
        checked_in_at__gte=rule.count_from, event__cancelled_at=None, event__hidden_at=None
    )
    if rule.event_id is not None:
        return rows.filter(event=rule.event_id)
    if rule.series_id is not None:
        return rows.filter(event__series=rule.series_id)
    of_group = rows.filter(event__group=rule.group_id)
    return of_group.filter(event__kind=rule.kind) if rule.kind else of_group


def reward(event_id: UUID) -> int:
    """Award what is owed to those who are at this event. The statements are a few for each rule, whatever the number
    of people. Answers how many badges were given.
    """
    event = Event.objects.select_related("place", "series").filter(pk=event_id).first()
    if event is None:
        return 0
    given = 0
    rules = rules_about(event).select_related("achievement", "group", "created_by")
    for rule in rules.order_by("count_from", "id")[:MOST_RULES]:
        try:
            given += _reward_by(rule, event)
        except Refusal as refusal:
            # The badge was withdrawn or its issuer fell: the rule waits, the check-in stands.
            log.warning("attendance.not_awardable", rule=str(rule.pk), code=refusal.code)
    return given


@transaction.atomic
def _reward_by(rule: AttendanceRule, event: Event) -> int:
    owed = list(_owed(rule, event)[:MOST_AT_ONCE])
    if not owed:
        return 0
    language = rule.created_by.language if rule.created_by else "pl"
    awarded = awarding.award(
        rule.achievement, owed, actor=rule.created_by, group=rule.group, context=context_of(event, language),
        language=language,
    )  # fmt: skip
    if awarded.batch is None:
        return 0
    rule.batches.add(awarded.batch)
    # It follows from rows that everybody can see; what hangs on it upstairs is in the classroom.
    fact = AttendanceRewarded(event_id=event.pk, batch_id=awarded.batch.pk)
    emit(fact, actor=rule.created_by, audience=for_staff(rule.group_id))
    return len(awarded.credentials)


def _owed(rule: AttendanceRule, event: Event) -> QuerySet[User]:
    """Who is at this event, was there often enough, and neither holds the badge nor has lost it on purpose."""
    here = Attendance.objects.filter(event=event, checked_in_at__gte=rule.count_from)
    enough = (
        counting_for(rule)
        .filter(user__in=here.values("user"))
        .values("user")
        .annotate(times=Count("id"))
        .filter(times__gte=rule.count)
    )
    mine = Credential.objects.filter(achievement=rule.achievement_id, recipient=OuterRef("pk"))
    # Undone by a person after the tick: it stays undone. A tick taken back and made anew is another matter.
    since = here.filter(user=OuterRef("recipient"), checked_in_at__gt=OuterRef("awarded_at"))
    kept = Q(state__in=[*LIVING_STATES, CredentialState.REVOKED]) | ~Exists(since)
    return User.objects.active().filter(pk__in=enough.values("user")).exclude(Exists(mine.filter(kept)))


def context_of(event: Event, language: str) -> dict[str, Any]:
    """Place, dates and activity as they were, frozen into the credential; never where a person was."""
    with translation.override(language):
        activity = in_language(event.title)
    place = event.place
    where = ", ".join(part for part in (place.name, place.town) if part) if place else ""
    return {
        "place": where,
        "from": timezone.localdate(event.starts_at).isoformat(),
        "to": timezone.localdate(event.ends_at).isoformat(),
        "activity": activity,
    }


def take_back_badges_of(event: Event, user: User, *, actor: User, now: datetime) -> int:
    """The attendance at `event` is gone: undo what rules gave for it within its ten minutes and is owed no more."""
    taken = 0
    for rule in rules_about(event)[:MOST_RULES]:
        batch = (
            AwardBatch.objects.filter(
                attendance_rules=rule, credentials__recipient=user, credentials__state__in=LIVING_STATES,
                undo_until__gt=now, cancelled_at=None,
            )
            .select_related("version", "group")
            .first()
        )  # fmt: skip
        if batch is None or counting_for(rule).filter(user=user).count() >= rule.count:
            continue
        taken += awarding.undo_for(batch, user, actor=actor, now=now)
    return taken


@transaction.atomic
def follow_descriptions(group: Group, *, actor: User | None, now: datetime) -> int:
    """Make the rules that descriptions of a club's badges carry (`auto_rule`: so many check-ins at its events).

    A badge that has a rule keeps it. Answers how many were made.
    """
    asking = Achievement.objects.published().filter(
        club=group, current_version__auto_rule__type="event_checkins", attendance_rules=None
    )
    made = [
        AttendanceRule(
            achievement=badge, group=group, count=_check_ins_asked(badge), count_from=now, created_by=actor
        )
        for badge in asking.select_related("current_version")
    ]
    AttendanceRule.objects.bulk_create(made)
    return len(made)


def _check_ins_asked(badge: Achievement) -> int:
    """The count of a description's `auto_rule`; 1 when it has none."""
    rule = badge.current_version.auto_rule if badge.current_version else None
    return int((rule or {}).get("count", 1))


def events_with_rules_since(moment: datetime) -> QuerySet[Event]:
    """Events where somebody was ticked lately and a rule may count it: for the sweep."""
    about = AttendanceRule.objects.filter(ended_at=None).filter(
        Q(event=OuterRef("pk"))
        | Q(series=OuterRef("series"))
        | Q(event=None, series=None, group=OuterRef("group"))
    )
    lately = Attendance.objects.filter(event=OuterRef("pk"))
    return (
        Event.objects.filter(Exists(about), Exists(lately), ends_at__gte=moment)
        .filter(starts_at__lte=F("ends_at"))
        .order_by("ends_at")
    )
