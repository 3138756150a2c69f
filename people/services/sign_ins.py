"""Signing in and out: cards, PINs, known devices, wrong tries (answers.md 21–25; security-cases AU)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import live
from core.emitting import emit
from core.refusals import Refusal
from core.secrets import digest_matches, keyed_digest, new_secret, read_code
from core.security_log import security_event
from core.throttling import Throttle
from people.audiences import for_user
from people.domain_events import SignedInByCard, SignInsEnded
from people.enums import AccountKind
from people.models import KnownDevice, SignInCard, User
from people.services.cards import CODE, PIN, TOKEN

if TYPE_CHECKING:
    from django.http import HttpRequest

DEVICE = "known device"
DEVICE_COOKIE = "device"
BACKEND = "django.contrib.auth.backends.ModelBackend"

_limits = settings.KOTYLION_LIMITS
by_account = Throttle(
    "sign-in-by-account", limit=_limits["sign_in_tries"], seconds=_limits["sign_in_seconds"]
)
by_network = Throttle(
    "sign-in-by-network", limit=_limits["sign_in_tries_by_network"], seconds=_limits["sign_in_seconds"]
)


@dataclass(frozen=True)
class Visitor:
    """Who is trying: the network address and, when the browser has been here before, its device secret."""

    network: str
    device: str = ""


OpensSignIn = Callable[[User, datetime], bool]


class Openers:
    """Who may let a card in without its PIN for a while: rooms upstairs register their answers here, because
    only they know that a teacher is in the room and sees who scans (answers.md 21).
    """

    def __init__(self) -> None:
        self._answers: list[OpensSignIn] = []

    def register(self, answer: OpensSignIn) -> OpensSignIn:
        """Add `answer(user, now) -> bool`; one yes is enough. Usable as a decorator."""
        if answer not in self._answers:
            self._answers.append(answer)
        return answer

    def __call__(self, user: User, now: datetime) -> bool:
        return any(answer(user, now) for answer in self._answers)


opened_by = Openers()


def wrong() -> Refusal:
    """One text for every reason: unknown, ended, mistyped, too many tries from here."""
    return Refusal(
        "SIGN_IN_WRONG",
        _("That did not work. Check what you typed, or ask your teacher to open sign-in or make a new card."),
    )


def card_of_token(token: str) -> SignInCard | None:
    """The working card with this QR token."""
    return _working_card(token_digest=keyed_digest(TOKEN, token[:200]))


def card_of_code(typed: str) -> SignInCard | None:
    """The working card with this typed code."""
    code = read_code(typed)
    return _working_card(code_digest=keyed_digest(CODE, code)) if code else None


def card_of_id(card_id: UUID) -> SignInCard | None:
    """The card whose PIN page is open, if it still works."""
    return _working_card(pk=card_id)


def _working_card(**where: str | UUID) -> SignInCard | None:
    return (
        SignInCard.objects.filter(ended_at=None, user__is_active=True, **where).select_related("user").first()
    )


def is_known_device(user: User, visitor: Visitor) -> bool:
    """Whether this person has signed in on this browser before."""
    if not visitor.device:
        return False
    digest = keyed_digest(DEVICE, visitor.device)
    return KnownDevice.objects.filter(user=user, digest=digest).exists()


def _counter_key(user_key: str, visitor: Visitor, known: bool) -> str:
    # Tries are counted for an account *from one place*: strangers elsewhere never lock its owner out.
    place = f"device:{keyed_digest(DEVICE, visitor.device)}" if known else f"network:{visitor.network}"
    return f"{user_key}:{place}"


def check_pin(card: SignInCard, pin: str, visitor: Visitor) -> None:
    """Raise the one refusal unless `pin` belongs to `card`; counts the guess when it is wrong."""
    key = _counter_key(str(card.user_id), visitor, is_known_device(card.user, visitor))
    digits = "".join(sign for sign in pin if sign.isdigit())[:12]
    right = digest_matches(PIN, f"{card.token_digest}:{digits}", card.pin_digest)
    # Counted before it is judged, so that a thousand guesses at once are ten.
    if by_account.count(key) > by_account.limit or not right:
        by_network.count(visitor.network)
        security_event("sign_in.wrong_pin", user=card.user)
        raise wrong()
    by_account.give_back(key)


def count_wrong_code(visitor: Visitor) -> None:
    """A code that opens nothing: counted for the network, which is slowed down and never shut."""
    by_network.count(visitor.network)
    security_event("sign_in.wrong_code")


def check_password(username: str, password: str, visitor: Visitor) -> User:
    """The account with this name and password. The same work and the same refusal for every reason (AU-01)."""
    name = username.strip()[:80].lower()
    name = settings.SIGN_IN_ALIASES.get(name, name)
    user = User.objects.filter(username__iexact=name).first()
    key = _counter_key(
        keyed_digest("user name", name),
        visitor,
        user is not None and is_known_device(user, visitor),
    )
    if user is None or not user.has_usable_password():
        # Hash all the same, so that a missing account takes as long as a wrong password.
        User().set_password(password)
        right = False
    else:
        right = user.check_password(password) and user.is_active
    if by_account.count(key) > by_account.limit or not right or user is None:
        by_network.count(visitor.network)
        security_event("sign_in.wrong_password")
        raise wrong()
    by_account.give_back(key)
    return user


def needs_pin(card: SignInCard, visitor: Visitor) -> bool:
    """A card alone is enough on a known device, or while the teacher has opened sign-in for the class."""
    return not (is_known_device(card.user, visitor) or opened_by(card.user, timezone.now()))


def sign_in(request: HttpRequest, user: User, visitor: Visitor, *, by_card: bool = False) -> str:
    """Begin a session under a new identifier (AU-03). Returns the device secret to set as a cookie."""
    if request.user.is_authenticated and request.user.pk != user.pk:
        # A shared phone: the earlier person's session ends before the next one begins.
        sign_out(request)
    # A device secret that this person has not used before may have been planted, so it is replaced.
    device = visitor.device if is_known_device(user, visitor) else new_secret(160)
    request.session.cycle_key()
    login(request, user, backend=BACKEND)
    with transaction.atomic():
        KnownDevice.objects.get_or_create(user=user, digest=keyed_digest(DEVICE, device))
        if by_card:
            emit(SignedInByCard(user_id=user.pk), actor=user, audience=for_user(user.pk))
    return device


def sign_out(request: HttpRequest, visitor: Visitor | None = None) -> None:
    """End this session on the server, and its live connections with it.

    With `visitor` the device forgets a student: after signing out on a shared computer the card asks its PIN.
    A teacher's device stays known, so that strangers' tries cannot lock its owner out.
    """
    session_key, user = request.session.session_key, request.user
    device = visitor.device if visitor is not None else ""
    if device and isinstance(user, User) and user.kind == AccountKind.SCHOOL_MANAGED:
        user.known_devices.filter(digest=keyed_digest(DEVICE, device)).delete()
    request.session.flush()
    if session_key:
        live.close_session(session_key)


@transaction.atomic
def end_sign_ins(user: User, *, actor: User | None) -> None:
    """End every sign-in of a person on every device at once, and forget the devices (AU-05)."""
    user.sign_in_epoch += 1
    user.save(update_fields=["sign_in_epoch"])
    user.known_devices.all().delete()
    emit(SignInsEnded(user_id=user.pk), actor=actor, audience=for_user(user.pk))
    transaction.on_commit(lambda: live.close_user(user.pk))
