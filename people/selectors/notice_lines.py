"""The calm lines of this room: what was decided about a report, a request to join, a guardian's consent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from people import notices
from people.domain_events import (
    ConsentAnswered,
    ConsentWithdrawn,
    JoinAwaitsGuardian,
    JoinDecided,
    ReportDecided,
)
from people.enums import ConsentPurpose, ReportDecision
from people.models import Consent, JoinRequest, Report
from people.reporting import label_of


def report_line(about: Mapping[str, Any], reader: UUID) -> str:
    report = Report.objects.filter(pk=about["report_id"]).first()
    if report is None:
        return ""
    stays = report.outcome == ReportDecision.KEPT
    if report.author_id == reader:
        if stays:
            return _("Somebody reported something of yours. A person looked at it: it stays.")
        return _("Something of yours was taken down. On the screen “Me” you read why, and can appeal.")
    what = {"what": label_of(report.kind)}
    if stays:
        return _("Thank you for reporting (%(what)s). A person looked at it: it stays.") % what
    return _("Thank you for reporting (%(what)s). It has been taken down.") % what


def join_line(about: Mapping[str, Any], reader: UUID) -> str:
    request = (
        JoinRequest.objects.filter(group_id=about["group_id"], user_id=reader, accepted__isnull=False)
        .select_related("group")
        .order_by("-decided_at")
        .first()
    )
    if request is None:
        return ""
    name = {"name": request.group.name}
    if request.accepted:
        return _("You are in: %(name)s.") % name
    return _("%(name)s: not this time. You can ask the person who leads it.") % name


def awaits_line(about: Mapping[str, Any], reader: UUID) -> str:
    request = (
        JoinRequest.objects.filter(
            group_id=about["group_id"], user_id=reader, admitted_at__isnull=False, decided_at=None
        )
        .select_related("group")
        .first()
    )
    if request is None:
        return ""
    return _("%(name)s: you are in as soon as your guardian agrees.") % {"name": request.group.name}


def consent_line(about: Mapping[str, Any], reader: UUID) -> str:
    """What the guardian answered; nothing once it was taken back, which has a line of its own."""
    consent = Consent.objects.filter(pk=about["consent_id"]).first()
    if consent is None or consent.is_withdrawn:
        return ""
    what = {"what": str(ConsentPurpose(consent.purpose).label)}
    if consent.given_at:
        return _("Your guardian has agreed: %(what)s.") % what
    return _("Your guardian has not agreed: %(what)s. You can talk about it and ask again.") % what


def withdrawn_line(about: Mapping[str, Any], reader: UUID) -> str:
    consent = Consent.objects.filter(pk=about["consent_id"]).first()
    if consent is None:
        return ""
    what = {"what": str(ConsentPurpose(consent.purpose).label)}
    return _("Your guardian has taken the consent back: %(what)s.") % what


notices.register(ReportDecided, report_line)
notices.register(JoinDecided, join_line)
notices.register(JoinAwaitsGuardian, awaits_line)
notices.register(ConsentAnswered, consent_line)
notices.register(ConsentWithdrawn, withdrawn_line)
