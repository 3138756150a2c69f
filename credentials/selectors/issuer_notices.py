"""The calm lines of issuers: what was decided, what is asked, who works for whom, where badges may be awarded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.translated import in_language
from credentials.domain_events import (
    AwardingAsked,
    AwardingDecided,
    IssuerAgreementEnding,
    IssuerMemberChanged,
    IssuerMoreAsked,
    IssuerStandingChanged,
)
from credentials.enums import StandingCause
from credentials.models import AwardRequest, Issuer, IssuerMember, IssuerStanding
from people import notices
from people.models import Group

# Who sent or took back an application knows it; the others of the issuer hear of it. Letters say the same.
DECISIONS: dict[str, str | Promise] = {
    StandingCause.APPLICATION_SENT: gettext_lazy("%(issuer)s has applied to be accredited."),
    StandingCause.APPLICATION_WITHDRAWN: gettext_lazy("%(issuer)s has taken its application back."),
    StandingCause.ACCEPTED: gettext_lazy("%(issuer)s is accredited: you may publish microcredentials."),
    StandingCause.REFUSED: gettext_lazy("%(issuer)s was not accredited. The reasons stand with the application."),
    StandingCause.SUSPENDED: gettext_lazy(
        "%(issuer)s is suspended: nothing is published or awarded. What people hold stays valid."
    ),
    StandingCause.LIFTED: gettext_lazy("%(issuer)s is accredited again: the suspension was lifted."),
    StandingCause.WITHDRAWN: gettext_lazy("%(issuer)s is not accredited any more. What people hold stays valid."),
    StandingCause.AGREEMENT_ENDED: gettext_lazy(
        "The agreement of %(issuer)s has ended. What people hold stays valid; for a new one, apply again."
    ),
}  # fmt: skip


def of_standing(about: Mapping[str, Any], reader: UUID) -> str:
    found = IssuerStanding.objects.filter(pk=about["standing_id"]).select_related("issuer").first()
    words = DECISIONS.get(found.cause) if found is not None else None
    if found is None or words is None or found.decided_by_id == reader:
        return ""
    return str(words) % {"issuer": in_language(found.issuer.name)}


def of_more_asked(about: Mapping[str, Any], _reader: UUID) -> str:
    issuer = Issuer.objects.filter(pk=about["issuer_id"]).first()
    return more_asked(issuer) if issuer is not None else ""


def more_asked(issuer: Issuer) -> str:
    return _("%(issuer)s: the application came back with a question.") % {"issuer": in_language(issuer.name)}


def of_ending(about: Mapping[str, Any], _reader: UUID) -> str:
    issuer = Issuer.objects.filter(pk=about["issuer_id"]).first()
    return ending(issuer) if issuer is not None else ""


def ending(issuer: Issuer) -> str:
    if issuer.agreement_until is None:
        return ""
    words = {"issuer": in_language(issuer.name), "day": date_format(issuer.agreement_until)}
    return _("The agreement of %(issuer)s ends on %(day)s. Apply in time for a new one.") % words


def of_member(about: Mapping[str, Any], reader: UUID) -> str:
    name = _name(about)
    if not name or about["user_id"] != str(reader):
        return ""
    works = IssuerMember.objects.current().filter(issuer=about["issuer_id"], user=reader).exists()
    if works:
        return _("You work for the issuer %(issuer)s now. You find it under “Issuers”.") % {"issuer": name}
    return _("You do not work for the issuer %(issuer)s any more.") % {"issuer": name}


def of_asking(about: Mapping[str, Any], _reader: UUID) -> str:
    """Nothing once it is answered."""
    waiting = AwardRequest.objects.filter(
        issuer=about["issuer_id"], group=about["group_id"], decided_at=None
    ).select_related("group", "issuer")
    found = waiting.first()
    if found is None:
        return ""
    words = {"group": found.group.name, "issuer": in_language(found.issuer.name)}
    return _("%(group)s asks whether it may award badges of %(issuer)s.") % words


def of_awarding(about: Mapping[str, Any], _reader: UUID) -> str:
    issuer = Issuer.objects.filter(pk=about["issuer_id"]).first()
    group = Group.objects.filter(pk=about["group_id"]).first()
    if issuer is None or group is None:
        return ""
    words = {"group": group.name, "issuer": in_language(issuer.name)}
    if issuer.may_award.filter(pk=group.pk).exists():
        return _("%(group)s may award badges of %(issuer)s now.") % words
    return _("%(group)s may not award badges of %(issuer)s.") % words


def _name(about: Mapping[str, Any]) -> str:
    issuer = Issuer.objects.filter(pk=about["issuer_id"]).first()
    return in_language(issuer.name) if issuer is not None else ""


notices.register(IssuerStandingChanged, of_standing)
notices.register(IssuerMoreAsked, of_more_asked)
notices.register(IssuerAgreementEnding, of_ending)
notices.register(IssuerMemberChanged, of_member)
notices.register(AwardingAsked, of_asking)
notices.register(AwardingDecided, of_awarding)
