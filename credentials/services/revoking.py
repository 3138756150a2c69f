"""Taking a credential back for good. A correction is a new award that names the old one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.domain_events import CredentialRevoked
from credentials.enums import CredentialState
from credentials.models import Credential, IssuedDocument, StatusList
from credentials.services.status_lists import sign_list
from people.audiences import for_student_in, for_user
from people.models import User

REVOCABLE = (CredentialState.AWARDED, CredentialState.HELD)


def revoke(credential: Credential, *, actor: User | None, reason: str, now: datetime) -> None:
    """Set the bit of every document of `credential` and sign the lists at once. Final; again changes nothing.

    Raises Refusal TEXT_EMPTY without a reason, NOT_REVOCABLE for a credential that nobody holds.
    """
    reason = clean_text(reason, field="reason", required=True)
    with transaction.atomic():
        revoked = Credential.objects.filter(pk=credential.pk, state__in=REVOCABLE).update(
            state=CredentialState.REVOKED, revoked_at=now, revocation_reason=reason
        )
        if revoked:
            documents = IssuedDocument.objects.filter(credential=credential)
            documents.update(revoked=True)
            for status_list in StatusList.objects.filter(entries__in=documents).distinct():
                sign_list(status_list, now=now)
            group_id = credential.batch.group_id
            student = credential.recipient_id
            audience = (
                for_student_in(student, group_id, deliver=True)
                if group_id
                else for_user(student, deliver=True)
            )
            emit(CredentialRevoked(credential_id=credential.pk), actor=actor, audience=audience)
    credential.refresh_from_db()
    if credential.state != CredentialState.REVOKED:
        raise Refusal("NOT_REVOCABLE", _("Nobody holds this badge any more, so there is nothing to revoke."))
