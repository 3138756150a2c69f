"""Deciding about issuers: criterion by criterion, with an agreement; and what may come later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from core.translated import active_language
from credentials.domain_events import IssuerMoreAsked
from credentials.enums import IssuerApplicationState, IssuerLetterKind, Standing, StandingCause
from credentials.issuer_criteria import BY_CODE, NOTE_LETTERS, REQUIRED
from credentials.models import Issuer, IssuerApplication
from credentials.selectors.issuer_people import has_part_in
from credentials.services import issuer_letters
from credentials.services.standings import Agreement, about_issuer, change_standing
from people.models import User

NUMBER_LETTERS, REASON_LETTERS = 60, 1000
# While an application is being decided, its issuer may be new, renew an agreement, or come back.
DECIDABLE = (Standing.APPLIED, Standing.ACCREDITED, Standing.WITHDRAWN)
Review = Mapping[str, Mapping[str, Any]]


def keep_review(application: IssuerApplication, review: Review, *, actor: User) -> IssuerApplication:
    """Note criterion by criterion what was found, {"met", "note"}, without deciding.

    Raises Refusal OWN_ISSUER, NOT_SENT, CRITERION_UNKNOWN, or TEXT_… about a criterion.
    """
    _check_judge(application.issuer, actor)
    kept = _reviewed(review)
    with transaction.atomic():
        _lock_sent(application)
        application.review = application.review | kept
        application.save(update_fields=["review"])
    return application


def accept(
    application: IssuerApplication,
    agreement: Agreement,
    review: Review,
    *,
    actor: User,
    now: datetime,
    reason: str = "",
) -> IssuerApplication:
    """Accredit: every criterion of access and every horizontal one is met, and an agreement is signed.

    Raises Refusal CRITERIA_NOT_MET, AGREEMENT_DATES, TEXT_EMPTY without a number, OWN_ISSUER, NOT_SENT,
    STANDING_CHANGED.
    """
    _check_judge(application.issuer, actor)
    reason = clean_text(reason, limit=REASON_LETTERS, field="reason")
    number = clean_text(
        agreement.number, limit=NUMBER_LETTERS, multiline=False, field="agreement_number", required=True
    )
    today = timezone.localtime(now).date()
    if not agreement.starts_on <= today < agreement.ends_on:
        raise Refusal(
            "AGREEMENT_DATES",
            _("The agreement has to have begun, and to end after today."),
            "agreement_until",
        )
    kept = _reviewed(review)
    with transaction.atomic():
        _lock_sent(application)
        whole = application.review | kept
        missing = [code for code in REQUIRED if not (whole.get(code) or {}).get("met")]
        if missing:
            raise Refusal(
                "CRITERIA_NOT_MET",
                _("Tick every criterion of access and every horizontal one first, or ask for more."),
                missing[0],
            )
        _decide(application, IssuerApplicationState.ACCEPTED, whole, reason, actor, now)
        change_standing(
            application.issuer, Standing.ACCREDITED, StandingCause.ACCEPTED, expected=DECIDABLE, actor=actor,
            now=now, reason=reason, agreement=Agreement(number, agreement.starts_on, agreement.ends_on),
        )  # fmt: skip
    return application


def ask_for_more(
    application: IssuerApplication, review: Review, *, actor: User, now: datetime, reason: str
) -> IssuerApplication:
    """Give the form back with what is missing; the standing stays.

    Raises Refusal TEXT_EMPTY without words, OWN_ISSUER, NOT_SENT.
    """
    _check_judge(application.issuer, actor)
    reason = clean_text(reason, limit=REASON_LETTERS, field="reason", required=True)
    kept = _reviewed(review)
    with transaction.atomic():
        _lock_sent(application)
        whole = application.review | kept
        _decide(application, IssuerApplicationState.MORE_ASKED, whole, reason, actor, now)
        fact = IssuerMoreAsked(issuer_id=application.issuer_id, application_id=application.pk)
        emit(fact, actor=actor, audience=about_issuer(application.issuer))
        issuer_letters.owe(application.issuer, IssuerLetterKind.MORE_ASKED, now)
    return application


def refuse(
    application: IssuerApplication, review: Review, *, actor: User, now: datetime, reason: str
) -> IssuerApplication:
    """Say no, with reasons; the organisation may apply again. Who stood accredited goes on to the agreement's end.

    Raises Refusal TEXT_EMPTY without a reason, OWN_ISSUER, NOT_SENT, STANDING_CHANGED.
    """
    issuer = application.issuer
    _check_judge(issuer, actor)
    reason = clean_text(reason, limit=REASON_LETTERS, field="reason", required=True)
    kept = _reviewed(review)
    with transaction.atomic():
        _lock_sent(application)
        whole = application.review | kept
        _decide(application, IssuerApplicationState.REFUSED, whole, reason, actor, now)
        standing = Standing.DRAFT if issuer.standing == Standing.APPLIED else Standing(issuer.standing)
        change_standing(
            issuer, standing, StandingCause.REFUSED, expected=(issuer.standing,), actor=actor, now=now,
            reason=reason,
        )  # fmt: skip
    return application


def suspend(issuer: Issuer, *, actor: User, now: datetime, reason: str) -> None:
    """Nothing is published or awarded in its name until this is lifted; what people hold stays valid."""
    _change(issuer, Standing.SUSPENDED, StandingCause.SUSPENDED, (Standing.ACCREDITED,), actor, now, reason)


def lift_suspension(issuer: Issuer, *, actor: User, now: datetime, reason: str) -> None:
    """Accredited as before, to the end of the same agreement.

    Raises Refusal AGREEMENT_OVER when that has ended meanwhile: then the issuer applies anew.
    """
    if issuer.agreement_until is not None and issuer.agreement_until < timezone.localtime(now).date():
        raise Refusal("AGREEMENT_OVER", _("The agreement has ended. A new one is needed, by an application."))
    _change(issuer, Standing.ACCREDITED, StandingCause.LIFTED, (Standing.SUSPENDED,), actor, now, reason)


def withdraw_accreditation(issuer: Issuer, *, actor: User, now: datetime, reason: str) -> None:
    """End the accreditation for good; the issuer may apply anew. What people hold stays valid."""
    expected = (Standing.ACCREDITED, Standing.SUSPENDED)
    _change(issuer, Standing.WITHDRAWN, StandingCause.WITHDRAWN, expected, actor, now, reason)


def _change(
    issuer: Issuer,
    standing: Standing,
    cause: StandingCause,
    expected: tuple[Standing, ...],
    actor: User,
    now: datetime,
    reason: str,
) -> None:
    _check_judge(issuer, actor)
    reason = clean_text(reason, limit=REASON_LETTERS, field="reason", required=True)
    with transaction.atomic():
        change_standing(issuer, standing, cause, expected=expected, actor=actor, now=now, reason=reason)


def _check_judge(issuer: Issuer, actor: User) -> None:
    """Two people, always: who applies and who decides."""
    if has_part_in(actor, issuer):
        raise Refusal("OWN_ISSUER", _("Somebody else has to decide: you belong to this issuer."))


def _reviewed(review: Review) -> dict[str, dict[str, Any]]:
    if set(review) - set(BY_CODE):
        raise Refusal("CRITERION_UNKNOWN", _("There is no such question."))
    return {
        code: {
            "met": bool(found.get("met")),
            "note": clean_text(found.get("note") or "", limit=NOTE_LETTERS, field=code),
        }
        for code, found in review.items()
    }


def _lock_sent(application: IssuerApplication) -> None:
    """Hold the application, which has to wait for a decision."""
    locked = IssuerApplication.objects.select_for_update().get(pk=application.pk)
    if locked.state != IssuerApplicationState.SENT:
        raise Refusal("NOT_SENT", _("This application does not wait for a decision."))
    application.state, application.review = locked.state, locked.review


def _decide(
    application: IssuerApplication,
    state: IssuerApplicationState,
    review: dict[str, Any],
    reason: str,
    actor: User,
    now: datetime,
) -> None:
    application.state, application.review, application.reason = state, review, reason
    application.written_in = active_language()
    application.decided_by, application.decided_at = actor, now
    application.save(update_fields=["state", "review", "reason", "written_in", "decided_by", "decided_at"])
