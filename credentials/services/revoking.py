"""Taking a credential back for good. A correction is a new award that names the old one (`reissuing`)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from core.translated import in_language
from credentials.domain_events import CredentialRevoked
from credentials.enums import CredentialState, RevocationKind
from credentials.models import Credential, IssuedDocument, StatusList
from credentials.services.larger import take_back_larger
from credentials.services.status_lists import sign_list
from people.audiences import for_student_in, for_user
from people.models import User
from people.services.reports import keep_decision

REVOCABLE = (CredentialState.AWARDED, CredentialState.HELD)
REASON_LETTERS = 500
# Under this name the learner finds the decision on the screen "Me" and may appeal.
REPORTED_AS = "credentials.AnsweredCredential"


def revoke(
    credential: Credential,
    *,
    actor: User | None,
    reason: str,
    now: datetime,
    kind: str = RevocationKind.MISTAKE,
) -> None:
    """Set the bit of every document of `credential` and sign the lists at once. Final; again changes nothing.

    `kind` is what everybody may read; the words of `reason` are for the learner, who may appeal, and for those who
    answer for the badge. A larger badge that rests on it is put before its issuer. Raises Refusal TEXT_EMPTY without a
    reason, REVOCATION_KIND, NOT_REVOCABLE for a credential that nobody holds.
    """
    if kind not in RevocationKind.values:
        raise Refusal("REVOCATION_KIND", _("Choose why it is revoked."), "kind")
    reason = clean_text(reason, limit=REASON_LETTERS, field="reason", required=True)
    with transaction.atomic():
        revoked = Credential.objects.filter(pk=credential.pk, state__in=REVOCABLE).update(
            state=CredentialState.REVOKED, revoked_at=now, revocation_kind=kind, revocation_reason=reason,
            revoked_by=actor,
        )  # fmt: skip
        if revoked:
            documents = IssuedDocument.objects.filter(credential=credential)
            documents.update(revoked=True)
            for status_list in StatusList.objects.filter(entries__in=documents).distinct():
                sign_list(status_list, now=now)
            emit(CredentialRevoked(credential_id=credential.pk), actor=actor, audience=_audience(credential))
            if kind != RevocationKind.CORRECTED:
                _let_answer(credential, reason, actor, now)
                student = credential.recipient_id
                take_back_larger(credential.achievement, [student], actor=actor, now=now)
    credential.refresh_from_db()
    if credential.state != CredentialState.REVOKED:
        raise Refusal("NOT_REVOCABLE", _("Nobody holds this badge any more, so there is nothing to revoke."))


def _audience(credential: Credential) -> Audience:
    group_id, student = credential.batch.group_id, credential.recipient_id
    if group_id is None:
        return for_user(student, deliver=True)
    return for_student_in(student, group_id, deliver=True)


def _let_answer(credential: Credential, reason: str, actor: User | None, now: datetime) -> None:
    """The decision stands among those about the learner, who may ask for a second look by somebody else."""
    group = credential.batch.group
    keep_decision(
        REPORTED_AS,
        credential.pk,
        snapshot=in_language(credential.version.name),
        author=credential.recipient,
        responsible=(group.parent or group) if group is not None else None,
        reason=reason,
        actor=actor,
        now=now,
    )
