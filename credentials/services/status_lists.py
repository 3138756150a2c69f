"""Status lists: an index for each document, and the signed list that says which are revoked."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from credentials.addresses import signer_did, status_list_address
from credentials.enums import DocumentForm
from credentials.models import IssuedDocument, Issuer, SigningKey, StatusList
from credentials.open_badges.status import build_status_list, new_bits, set_bit
from credentials.services.keys import signing_key_of
from credentials.services.signing import sign
from people.models import Group

# A list that nobody signs again is outdated after this; it is signed at least daily.
STANDS_FOR = timedelta(days=7)
ROUNDS = 40


def open_list(
    issuer: Issuer | None, *, club: Group | None = None, of_endorsements: bool = False, now: datetime
) -> StatusList:
    """A signed list with room, of an issuer or of a club, for badges or for endorsements. It counts as full at half its
    length, so that a random index is free soon.
    """
    found = StatusList.objects.filter(
        issuer=issuer, club=club, of_endorsements=of_endorsements, taken__lt=F("length") / 2
    ).exclude(document="")
    existing = found.order_by("created_at").first()
    if existing is not None:
        return existing
    fresh = StatusList.objects.create(issuer=issuer, club=club, of_endorsements=of_endorsements)
    sign_list(fresh, now=now)
    return fresh


def record_intents(
    credential_ids: Sequence[UUID],
    *,
    form: DocumentForm,
    key: SigningKey,
    status_list: StatusList,
    now: datetime,
) -> None:
    """Write the row of each document to be signed, each with a random free index of the list.

    Safe to run twice at once: the database keeps one row a credential and form, and one an index.
    Raises RuntimeError when no free index is found, which a list that counts as full at half never reaches.
    """
    waiting = list(credential_ids)
    for _ in range(ROUNDS):
        rows = [
            IssuedDocument(
                credential_id=credential_id, form=form, key=key, status_list=status_list, issued_at=now,
                status_index=secrets.randbelow(status_list.length),
            )
            for credential_id in waiting
        ]  # fmt: skip
        IssuedDocument.objects.bulk_create(rows, ignore_conflicts=True)
        written = IssuedDocument.objects.filter(credential_id__in=waiting, form=form)
        have = set(written.values_list("credential_id", flat=True))
        waiting = [credential_id for credential_id in waiting if credential_id not in have]
        if not waiting:
            StatusList.objects.filter(pk=status_list.pk).update(taken=status_list.entries.count())
            return
    raise RuntimeError(f"No free index in status list {status_list.pk}.")


def sign_list(status_list: StatusList, *, now: datetime) -> None:
    """Sign the list with the bits as they are now, and store it as it will be served."""
    key = signing_key_of(status_list.issuer)
    # A list speaks of the present, also when what is being signed was awarded in the past.
    now = max(now, timezone.now())
    with transaction.atomic():
        locked = StatusList.objects.select_for_update().get(pk=status_list.pk)
        bits = new_bits(locked.length)
        entries = locked.endorsement_entries if locked.of_endorsements else locked.entries
        for index in entries.filter(revoked=True).values_list("status_index", flat=True):
            set_bit(bits, index)
        unsigned = build_status_list(
            status_list_address(locked.pk), signer_did(locked.issuer, locked.club_id), bits, now,
            now + STANDS_FOR,
        )  # fmt: skip
        locked.document = sign(unsigned, key, now).decode()
        locked.signed_at = now
        locked.save(update_fields=["document", "signed_at"])
    status_list.document, status_list.signed_at = locked.document, locked.signed_at


def sign_lists_older_than(moment: datetime, *, now: datetime) -> int:
    """Sign again every list that was last signed before `moment`. Answers how many."""
    old = StatusList.objects.filter(signed_at__lt=moment).select_related("issuer")
    for status_list in old:
        sign_list(status_list, now=now)
    return len(old)
