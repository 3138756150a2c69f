"""The second factor of staff: a code from an application (TOTP, RFC 6238), or a recovery code that works once."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.db import transaction

from core.security_log import security_event
from core.throttling import Throttle
from people.models import User
from people.services.sign_ins import Visitor, by_network, wrong

_limits = settings.KOTYLION_LIMITS
by_person = Throttle("second-factor", limit=_limits["sign_in_tries"], seconds=_limits["sign_in_seconds"])


@dataclass(frozen=True)
class NewFactor:
    """Told once. `address` is an otpauth:// URI for a QR code."""

    address: str
    recovery_codes: tuple[str, ...]


def has_second_factor(user: User) -> bool:
    """Whether the person has to show a code after the password."""
    return Authenticator.objects.filter(user=user).exists()


def must_have_second_factor(user: User) -> bool:
    """An operator of a real school never signs in with a password alone (answers.md 4)."""
    return user.is_superuser and settings.SETTINGS_LAYER == "production"


@transaction.atomic
def make_second_factor(user: User) -> NewFactor:
    """Give the person a new second factor; an earlier one and its recovery codes stop working."""
    Authenticator.objects.filter(user=user).delete()
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user).generate_codes()
    return NewFactor(get_adapter().build_totp_url(user, secret), tuple(codes))


def check_code(user: User, typed: str, visitor: Visitor) -> None:
    """Raise the one refusal unless the code is right. Each code works once."""
    code = "".join(sign for sign in typed if sign.isalnum())[:20]
    key = str(user.pk)
    factors = Authenticator.objects.filter(user=user).order_by("type")
    # Counted before it is judged, so that a thousand guesses at once are ten.
    allowed = by_person.count(key) <= by_person.limit
    if not (allowed and any(factor.wrap().validate_code(code) for factor in factors)):
        by_network.count(visitor.network)
        security_event("sign_in.wrong_second_factor", user=user)
        raise wrong()
    by_person.give_back(key)
