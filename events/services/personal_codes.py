"""A person's own check-in code: it lets somebody tick them, and signs nobody in (answers.md 24)."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import emit
from core.refusals import RefusedAndTold
from core.secrets import group_code, keyed_digest, read_code
from core.security_log import security_event
from core.throttling import Throttle
from events import rotating_codes
from events.domain_events import SignInCardShown
from events.models import Event, PersonalCheckIn
from events.selectors.events import events_visible_to
from events.services.check_in_codes import scanned, wrong
from people.audiences import for_user
from people.models import User
from people.services.sign_ins import card_of_code, card_of_token

PERSONAL = "personal check-in code"
# A meeting that goes on past midnight still takes the code of the evening.
NIGHT = timedelta(hours=3)
MOST_WRONG = 20

codes_by_doorkeeper = Throttle(
    "personal-check-in-codes", limit=MOST_WRONG, seconds=settings.KOTYLION_LIMITS["check_in_seconds"]
)


def my_code(user: User, now: datetime) -> str:
    """The person's code today, in groups of four."""
    row = PersonalCheckIn.objects.filter(user=user).first() or _make(user)
    return group_code(rotating_codes.personal_code(bytes(row.secret), timezone.localdate(now)))


def _make(user: User) -> PersonalCheckIn:
    secret = secrets.token_bytes(32)
    PersonalCheckIn.objects.bulk_create(
        [PersonalCheckIn(user=user, secret=secret, digest=_digest(rotating_codes.personal_handle(secret)))],
        ignore_conflicts=True,
    )
    return PersonalCheckIn.objects.get(user=user)


def person_of(text: str, at: datetime, *, event: Event, actor: User) -> User:
    """Whose code it was at the moment `at`. Raises Refusal CODE_WRONG, SIGN_IN_CARD or RATE_LIMITED.

    The event has to be one that the person may see: whoever photographed a code learns no name by planning an event
    of their own and scanning it there.
    """
    key = f"person:{actor.pk}"
    codes_by_doorkeeper.take(key)
    person = _person(text, at)
    if person is None or not events_visible_to(person).filter(pk=event.pk).exists():
        _refuse_sign_in_card(text, event, actor)
        security_event("check_in.wrong_personal_code", user=actor)
        raise wrong()
    codes_by_doorkeeper.give_back(key)
    return person


def _person(text: str, at: datetime) -> User | None:
    plain = read_code(scanned(text))
    if len(plain) != rotating_codes.HANDLE_LETTERS + rotating_codes.DAY_LETTERS:
        return None
    handle = plain[: rotating_codes.HANDLE_LETTERS]
    row = PersonalCheckIn.objects.select_related("user").filter(digest=_digest(handle)).first()
    if row is None or not row.user.is_active:
        return None
    good = any(rotating_codes.is_personal_code(plain, bytes(row.secret), day) for day in _days(at))
    return row.user if good else None


def _days(at: datetime) -> set[date]:
    return {timezone.localdate(at), timezone.localdate(at - NIGHT)}


def _refuse_sign_in_card(text: str, event: Event, actor: User) -> None:
    """A sign-in card opens an account, so it is not shown around: its owner hears that it was."""
    by_address = "/s/" in urlsplit(text.strip()[:300]).path
    card = card_of_token(scanned(text)) if by_address else card_of_code(text[:40])
    if card is None and not by_address:
        return
    if card is not None:
        security_event("check_in.sign_in_card", user=actor, owner=card.user_id, event_id=event.pk)
        _tell_owner(card.user, event, actor)
    raise RefusedAndTold(
        "SIGN_IN_CARD",
        _(
            "That is a sign-in card. Put it away: checking in needs the code from the app, or one tap on the list."
        ),
    )


def _tell_owner(owner: User, event: Event, actor: User) -> None:
    fact = SignInCardShown(event_id=event.pk, user_id=owner.pk)
    with transaction.atomic():
        emit(fact, actor=actor, audience=for_user(owner.pk, deliver=True))


def _digest(handle: str) -> str:
    return keyed_digest(PERSONAL, handle)
