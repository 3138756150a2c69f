"""Somebody points at what somebody wrote; it is hidden at once, a person decides, and there is an appeal
(product.md, part 5). The record of it stays.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from people.audiences import user_topic
from people.domain_events import ContentReported, DecisionAppealed, ReportDecided
from people.enums import URGENT_REASONS, ReportDecision, ReportReason, Role
from people.models import Group, Membership, Report, User
from people.reporting import Reportable, reportable, seen_by
from people.selectors.reports import reports_of

WORDS = 500
SNAPSHOT = 5000
_limits = settings.KOTYLION_LIMITS


@transaction.atomic
def report(reporter: User, *, kind: str, object_id: UUID | None, reason: str, details: str = "") -> Report:
    """Report what one can see. The same person's second report of it, while the first waits, is the first.

    Raises NotFound, and Refusal REPORT_REASON or REPORTS_TOO_MANY.
    """
    known, thing = seen_by(reporter, kind, object_id)
    return file_report(known, thing, reporter=reporter, reason=reason, details=details)


@transaction.atomic
def file_report(known: Reportable, thing: Any, *, reporter: User | None, reason: str, details: str) -> Report:
    """The same for a thing that the door has shown to `reporter`; None is a visitor, whose word hides nothing by
    itself and of whom a second report of the same is the first.

    Raises Refusal REPORT_REASON or REPORTS_TOO_MANY.
    """
    if reason not in ReportReason.values:
        raise Refusal("REPORT_REASON", _("Choose what is wrong."), "reason")
    details = clean_text(details, limit=WORDS, field="details")
    earlier = reports_of(known.kind, thing.pk)
    waiting = earlier.filter(
        reporter=reporter, decided_at=None, **({} if reporter else {"reason": reason})
    ).first()
    if waiting is not None:
        return waiting
    now = timezone.now()
    since = now - timedelta(days=1)
    if (
        reporter
        and Report.objects.filter(reporter=reporter, created_at__gt=since).count() >= _limits["reports_a_day"]
    ):
        raise Refusal(
            "REPORTS_TOO_MANY",
            _("You have reported a lot today. If it is urgent, tell a teacher or call 112."),
        )
    snapshot = known.snapshot(thing)[:SNAPSHOT]
    # What a person has looked at and kept is not taken down again by the same complaint about the same words.
    kept = [
        one for one in earlier.filter(reason=reason, snapshot=snapshot) if one.outcome == ReportDecision.KEPT
    ]
    hides = reporter is not None and known.hides_at_once and not kept
    responsible = known.responsible_of(thing)
    made = Report.objects.create(
        kind=known.kind,
        object_id=thing.pk,
        snapshot=snapshot,
        author=known.author_of(thing),
        responsible=responsible,
        reporter=reporter,
        reason=reason,
        details=details,
        created_at=now,
        due_at=now + deadline(reason),
        hidden_at=now if hides else None,
    )
    if hides:
        known.hide(thing)
    emit(ContentReported(report_id=made.pk), actor=reporter, audience=_deciders(responsible, made.author_id))
    return made


@transaction.atomic
def decide(report: Report, *, decision: str, reason: str, actor: User) -> Report:
    """Decide a report, and with it every open one about the same thing; or decide its appeal.

    Raises Refusal DECISION, TEXT_EMPTY (taking down needs a reason), ALREADY_DECIDED, or NOT_YOUR_APPEAL.
    """
    report = Report.objects.select_for_update().get(pk=report.pk)
    if decision not in ReportDecision.values:
        raise Refusal("DECISION", _("Choose whether it stays or is taken down."), "decision")
    removed = decision == ReportDecision.REMOVED
    reason = clean_text(reason, limit=WORDS, field="reason", required=removed)
    if not report.is_open:
        raise Refusal("ALREADY_DECIDED", _("Somebody has decided it already."))
    now = timezone.now()
    if report.appealed_at is not None:
        if report.decided_by_id == actor.pk:
            raise Refusal("NOT_YOUR_APPEAL", _("An appeal is decided by somebody else."))
        _keep(report, actor, now, appeal_decision=decision, appeal_reason=reason)
        decided = [report]
    else:
        open_ones = reports_of(report.kind, report.object_id).filter(decided_at=None)
        decided = list(open_ones.select_for_update())
        for one in decided:
            _keep(one, actor, now, decision=decision, decision_reason=reason)
    _show_or_hide(report, removed=removed, now=now)
    for one in decided:
        emit(ReportDecided(report_id=one.pk), actor=actor, audience=_told(one))
    report.refresh_from_db()
    return report


@transaction.atomic
def appeal(report: Report, *, text: str, actor: User) -> Report:
    """Ask for a second look, once, by somebody else. Raises Refusal APPEAL_CLOSED or TEXT_EMPTY."""
    report = Report.objects.select_for_update().get(pk=report.pk)
    text = clean_text(text, limit=WORDS, field="text", required=True)
    now = timezone.now()
    if not may_appeal(report, now):
        raise Refusal("APPEAL_CLOSED", _("This decision cannot be appealed any more."))
    report.appeal, report.appealed_at = text, now
    report.appeal_due_at = now + timedelta(days=_limits["report_days"])
    report.save(update_fields=["appeal", "appealed_at", "appeal_due_at"])
    emit(
        DecisionAppealed(report_id=report.pk),
        actor=actor,
        audience=_deciders(report.responsible, report.author_id, operator=True),
    )
    return report


def may_appeal(report: Report, now: datetime) -> bool:
    """Taken down, not appealed yet, and not too long ago."""
    return (
        report.decision == ReportDecision.REMOVED
        and report.appealed_at is None
        and report.decided_at is not None
        and report.decided_at > now - timedelta(days=_limits["appeal_days"])
    )


def deadline(reason: str) -> timedelta:
    """Until when a person has looked at it."""
    if reason in URGENT_REASONS:
        return timedelta(hours=_limits["report_urgent_hours"])
    return timedelta(days=_limits["report_days"])


def _keep(report: Report, actor: User, now: datetime, **words: str) -> None:
    for name, value in words.items():
        setattr(report, name, value)
    if "decision" in words:
        report.decided_by, report.decided_at = actor, now
    else:
        report.appeal_decided_by, report.appeal_decided_at = actor, now
    report.save()


def _show_or_hide(report: Report, *, removed: bool, now: datetime) -> None:
    known: Reportable | None = reportable(report.kind)
    thing: Any = known.found(report.object_id) if known is not None else None
    about_it = reports_of(report.kind, report.object_id)
    hidden = about_it.filter(hidden_at__isnull=False).exists()
    if known is not None and thing is not None and removed != hidden:
        (known.hide if removed else known.restore)(thing)
    if removed:
        about_it.filter(hidden_at=None).update(hidden_at=now)
    else:
        about_it.update(hidden_at=None)


def _deciders(responsible: Group | None, author_id: UUID | None, *, operator: bool = False) -> Audience:
    """Who may decide hears that something waits; the author hears that something is hidden, never by whom."""
    coordinators = Membership.objects.current().filter(
        group=responsible, role=Role.COORDINATOR, user__is_active=True
    )
    found = set(coordinators.values_list("user_id", flat=True)) if responsible is not None else set()
    if operator or not found - {author_id}:
        found |= set(User.objects.active().filter(is_superuser=True).values_list("pk", flat=True))
    people = {*found, *([author_id] if author_id else [])}
    return Audience(topics=tuple(sorted(user_topic(pk) for pk in people)))


def _told(report: Report) -> Audience:
    everybody = {report.author_id, report.reporter_id} - {None}
    return Audience(deliver_to=tuple(sorted(pk for pk in everybody if pk is not None)))


def keep_decision(
    kind: str,
    object_id: UUID,
    *,
    snapshot: str,
    author: User | None,
    responsible: Group | None,
    reason: str,
    actor: User | None,
    now: datetime,
) -> Report:
    """Put a decision that was taken elsewhere among those about `author`, who may appeal it like any other.

    Expects to be inside the act's transaction; who took the decision announces it.
    """
    return Report.objects.create(
        kind=kind,
        object_id=object_id,
        snapshot=snapshot[:SNAPSHOT],
        author=author,
        responsible=responsible,
        reason=ReportReason.OTHER,
        created_at=now,
        due_at=now,
        hidden_at=now,
        decision=ReportDecision.REMOVED,
        decision_reason=reason[:WORDS],
        decided_at=now,
        decided_by=actor,
    )
