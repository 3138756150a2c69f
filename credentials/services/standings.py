"""The one place where an issuer's standing changes: a dated decision with its cause, and the issuer says it too."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.translated import active_language
from credentials.domain_events import IssuerStandingChanged
from credentials.enums import IssuerLetterKind, Standing, StandingCause
from credentials.models import Issuer, IssuerStanding
from credentials.selectors.catalogue_pages import forget_catalogue
from credentials.selectors.issuer_people import people_to_tell
from credentials.services import issuer_letters
from people.models import User


@dataclass(frozen=True)
class Agreement:
    """What an accredited issuer signed; both days belong to it."""

    number: str
    starts_on: date
    ends_on: date


def change_standing(
    issuer: Issuer,
    standing: Standing,
    cause: StandingCause,
    *,
    expected: Collection[str],
    actor: User | None,
    now: datetime,
    reason: str = "",
    agreement: Agreement | None = None,
) -> IssuerStanding:
    """Write the decision and tell those who manage the issuer, by letter too. Called inside the transaction of the act.

    Raises Refusal STANDING_CHANGED when the issuer stands otherwise than `expected`: somebody else was first.
    """
    locked = Issuer.objects.select_for_update().get(pk=issuer.pk)
    if locked.standing not in expected:
        raise Refusal("STANDING_CHANGED", _("The issuer stands otherwise by now. Look at it again."))
    today = timezone.localtime(now).date()
    issuer.standing, issuer.standing_since = standing, today
    fields = ["standing", "standing_since"]
    if agreement is not None:
        issuer.agreement_number = agreement.number
        issuer.agreement_from, issuer.agreement_until = agreement.starts_on, agreement.ends_on
        issuer.agreement_warned_at = None
        fields += ["agreement_number", "agreement_from", "agreement_until", "agreement_warned_at"]
    issuer.save(update_fields=fields)
    decision = IssuerStanding.objects.create(
        issuer=issuer, standing=standing, cause=cause, since=today, reason=reason, decided_by=actor,
        written_in=active_language(),
        agreement_number=agreement.number if agreement else "",
        agreement_until=agreement.ends_on if agreement else None, created_at=now,
    )  # fmt: skip
    emit(
        IssuerStandingChanged(issuer_id=issuer.pk, standing_id=decision.pk),
        actor=actor,
        audience=about_issuer(issuer),
    )
    if cause in IssuerLetterKind.values:
        issuer_letters.owe(issuer, cause, now)
    # Behind the commit: whoever read before it would remember the old standing under the new name.
    transaction.on_commit(forget_catalogue)
    return decision


def about_issuer(issuer: Issuer) -> Audience:
    """Those who manage the issuer find it on their home; it stands in the record of the organisation behind it."""
    return Audience(deliver_to=people_to_tell(issuer), scope=issuer.group_id)
