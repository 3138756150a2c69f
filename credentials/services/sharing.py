"""Showing one badge to whom the learner chooses: secret links that expire and can be withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import Refusal
from core.secrets import keyed_digest, new_secret
from credentials.addresses import credential_address
from credentials.domain_events import CredentialShared, ShareWithdrawn
from credentials.enums import CredentialState, ShownName
from credentials.models import Credential, Share
from credentials.selectors.sharing_age import old_enough_to_share
from people.audiences import for_user
from people.models import User

DAYS = (7, 30, 365)
MOST_SHARES = 5
PURPOSE = "share"


@dataclass(frozen=True)
class Shared:
    """A new link. `address` holds the secret and is known only now; we keep a digest."""

    share: Share
    address: str


def share(
    credential: Credential,
    *,
    owner: User,
    shown_name: str,
    with_place: bool,
    days: int,
    now: datetime,
    with_result: bool = False,
) -> Shared:
    """Make a secret link to `credential` that works for `days`.

    Raises Refusal SHARE_NEEDS_GUARDIAN below 16 or without a known age, NOT_SIGNED_YET, SHOWN_NAME, DAYS,
    NICKNAME_MISSING or TOO_MANY_SHARES.
    """
    if not old_enough_to_share(owner, now):
        raise Refusal(
            "SHARE_NEEDS_GUARDIAN",
            _("Sharing outside opens at 16, or earlier when a guardian has agreed."),
        )
    if credential.state != CredentialState.HELD:
        raise Refusal("NOT_SIGNED_YET", _("This badge is not signed yet. You can share it a little later."))
    _check_choices(owner, shown_name, days)
    secret = new_secret(160)
    with transaction.atomic():
        Credential.objects.select_for_update().get(pk=credential.pk)
        if Share.objects.working(now).showing(credential).count() >= MOST_SHARES:
            raise Refusal("TOO_MANY_SHARES", _("There are many working links already. Withdraw them first."))
        made = Share.objects.create(
            credential=credential, digest=keyed_digest(PURPOSE, secret), shown_name=shown_name,
            with_place=with_place, with_result=with_result, expires_at=now + timedelta(days=days),
        )  # fmt: skip
        emit(CredentialShared(credential_id=credential.pk), actor=owner, audience=for_user(owner.pk))
    return Shared(made, f"{credential_address(credential.pk)}?key={secret}")


def withdraw_shares(credential: Credential, *, owner: User, now: datetime) -> int:
    """End every link to `credential` at once. Answers how many worked until now."""
    with transaction.atomic():
        ended = Share.objects.working(now).showing(credential).update(withdrawn_at=now)
        if ended:
            emit(ShareWithdrawn(credential_id=credential.pk), actor=owner, audience=for_user(owner.pk))
    return ended


def withdraw_all_shares(owner: User, *, now: datetime) -> int:
    """End every link to every badge of a person: their guardian has taken the consent back."""
    working = Share.objects.working(now).filter(credential__recipient=owner)
    credentials = list(Credential.objects.filter(shares__in=working).distinct()[:1000])
    return sum(withdraw_shares(credential, owner=owner, now=now) for credential in credentials)


def share_digest(secret: str) -> str:
    """What we keep of a secret, to look a link up by."""
    return keyed_digest(PURPOSE, secret)


def _check_choices(owner: User, shown_name: str, days: int) -> None:
    if shown_name not in ShownName.values:
        raise Refusal("SHOWN_NAME", _("Choose how your name is shown."), "shown_name")
    if shown_name == ShownName.NICKNAME and not owner.nickname:
        raise Refusal(
            "NICKNAME_MISSING", _("You have no nickname yet. Choose one in your settings."), "shown_name"
        )
    if days not in DAYS:
        raise Refusal("DAYS", _("Choose how long the link works: 7, 30 or 365 days."), "days")
