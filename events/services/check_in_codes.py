"""Codes at the door: on the screen (they change every half minute), on paper (window and cap), four digits."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.secrets import group_code, keyed_digest, new_code, read_code
from core.security_log import security_event
from core.throttling import Throttle
from events import rotating_codes
from events.check_in_window import closes_at, opens_at
from events.enums import CheckInMethod
from events.models import CheckInCode, Event
from people.models import User

PRINTED = "check-in code"
SECRET_BYTES = 32
MOST_WAIT = timedelta(days=400)
MOST_CAP = 5000
MOST_CODES = 20

_limits = settings.KOTYLION_LIMITS
digits_by_person = Throttle(
    "check-in-digits", limit=_limits["check_in_tries"], seconds=_limits["check_in_seconds"]
)
# A crowd of signed-in people guessing together; whoever can scan is not held up by it.
digits_by_event = Throttle(
    "check-in-digits-of-event", limit=_limits["check_in_tries_by_event"], seconds=_limits["check_in_seconds"]
)
codes_by_person = Throttle(
    "check-in-codes", limit=_limits["check_in_tries"] * 2, seconds=_limits["check_in_seconds"]
)
codes_by_network = Throttle(
    "check-in-codes-by-network",
    limit=_limits["sign_in_tries_by_network"],
    seconds=_limits["check_in_seconds"],
)


@dataclass(frozen=True)
class Shown:
    """What the screen at the door shows during one step. `until` is Unix seconds."""

    address: str
    digits: str
    step: int
    until: int


@dataclass(frozen=True)
class Found:
    """What a code stands for. `code` is the printed one, None for the screen's."""

    event: Event
    method: str
    code: CheckInCode | None = None


def wrong() -> Refusal:
    """One answer for unknown, mistyped, old, ended, and an event that is not the person's to know of."""
    return Refusal("CODE_WRONG", _("This code does not work, or not any more."))


def secret_of(event: Event) -> bytes:
    """What the event's codes are derived from; made when it is needed first."""
    if not event.check_in_secret:
        Event.objects.filter(pk=event.pk, check_in_secret=b"").update(
            check_in_secret=secrets.token_bytes(SECRET_BYTES)
        )
        event.refresh_from_db(fields=["check_in_secret"])
    return bytes(event.check_in_secret)


def shown_now(event: Event, now: datetime) -> Shown:
    secret, step = secret_of(event), rotating_codes.step_at(now.timestamp())
    return Shown(
        address=address_of(rotating_codes.token(event.pk, secret, step)),
        digits=rotating_codes.digits(secret, step),
        step=step,
        until=rotating_codes.step_ends(step),
    )


def address_of(code: str) -> str:
    return f"{settings.PUBLIC_URL}/e/{code}"


def scanned(text: str) -> str:
    """The code in what a camera or a person brought: the last part of an address, or the text itself."""
    text = text.strip()[:300]
    return urlsplit(text).path.rstrip("/").rpartition("/")[2] if "/" in text else text


def found(text: str, now: datetime) -> Found | None:
    """What a scanned or typed code stands for now; whether its event is open is another question.

    A printed code past its window is still found, so that who is in the list can be told so; `check_in` decides.
    """
    code = scanned(text)
    event_id = rotating_codes.event_of_token(code)
    if event_id is not None:
        event = Event.objects.select_related("group").filter(pk=event_id).first()
        step = rotating_codes.step_at(now.timestamp())
        good = event is not None and rotating_codes.is_token(
            code, event.pk, bytes(event.check_in_secret), step
        )
        return Found(event, CheckInMethod.PROJECTOR) if good and event is not None else None
    plain = read_code(code)
    if not plain:
        return None
    printed = CheckInCode.objects.select_related("event__group")
    row = printed.filter(digest=keyed_digest(PRINTED, plain), ended_at=None).first()
    return Found(row.event, CheckInMethod.PRINTED, row) if row is not None else None


def found_for(text: str, user: User, now: datetime) -> Found:
    """As `found`, with wrong ones counted by person. Raises Refusal CODE_WRONG or RATE_LIMITED."""
    key = f"person:{user.pk}"
    codes_by_person.take(key)
    known = found(text, now)
    if known is None:
        security_event("check_in.wrong_code", user=user)
        raise wrong()
    codes_by_person.give_back(key)
    return known


def check_digits(event: Event, typed: str, *, user: User, device: str, now: datetime) -> None:
    """Raise Refusal DIGITS_WRONG, or RATE_LIMITED after five wrong ones in five minutes of a person or a device."""
    keys = [f"person:{user.pk}:{event.pk}"] + ([f"device:{device}:{event.pk}"] if device else [])
    taken = []
    try:
        for key in keys:
            digits_by_person.take(key)
            taken.append(key)
    except Refusal:
        for key in taken:
            digits_by_person.give_back(key)
        raise
    event_key = str(event.pk)
    digits_by_event.check(event_key)
    step = rotating_codes.step_at(now.timestamp())
    if not rotating_codes.are_digits(typed.strip()[:20], bytes(event.check_in_secret), step):
        digits_by_event.count(event_key)
        security_event("check_in.wrong_digits", user=user, event_id=event.pk)
        raise Refusal(
            "DIGITS_WRONG",
            _("These are not the digits on the screen. They change every half minute."),
            "digits",
        )
    for key in keys:
        digits_by_person.give_back(key)


@transaction.atomic
def make_printed_code(
    event: Event, *, cap: int, valid_from: datetime, valid_until: datetime, actor: User
) -> tuple[CheckInCode, str]:
    """A code for a poster, and its eight letters, which nobody can read again.

    It works while both its own window and the event's check-in are open. Refuses CAP, WINDOW and TOO_MANY_CODES.
    """
    if not 1 <= cap <= MOST_CAP:
        raise Refusal("CAP", _("Choose from 1 to %(most)d people."), "cap", most=MOST_CAP)
    if valid_from >= valid_until:
        raise Refusal("WINDOW", _("The code has to end after it begins."), "valid_until")
    if valid_until <= opens_at(event) or valid_from >= closes_at(event):
        raise Refusal("WINDOW", _("Check-in is not open at that time."), "valid_from")
    if CheckInCode.objects.filter(event=event, ended_at=None).count() >= MOST_CODES:
        raise Refusal("TOO_MANY_CODES", _("End a code that is not needed before you make another."))
    # The event may still be moved, but not by a year; the ends of time fit into no database.
    valid_from = max(valid_from, opens_at(event) - MOST_WAIT)
    valid_until = min(valid_until, closes_at(event) + MOST_WAIT)
    letters = new_code()
    row = CheckInCode.objects.create(
        event=event, digest=keyed_digest(PRINTED, read_code(letters)), valid_from=valid_from,
        valid_until=valid_until, cap=cap, created_by=actor,
    )  # fmt: skip
    return row, group_code(letters)


def end_printed_code(code: CheckInCode, *, now: datetime) -> None:
    """From now on the code lets nobody in. Again changes nothing."""
    CheckInCode.objects.filter(pk=code.pk, ended_at=None).update(ended_at=now)
    code.refresh_from_db(fields=["ended_at"])


def printed_code(event: Event, letters: str) -> CheckInCode | None:
    """The standing code of this event with these letters: for the page to print."""
    plain = read_code(letters)
    standing = CheckInCode.objects.filter(event=event, ended_at=None)
    return standing.filter(digest=keyed_digest(PRINTED, plain)).first() if plain else None
