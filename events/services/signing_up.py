"""Saying that one comes: a place, the waiting list, or first a guardian’s word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core.emitting import emit
from core.refusals import Refusal
from events.audiences import of_one_person
from events.domain_events import PersonSignedUp, SignUpWithdrawn
from events.enums import SignUpMode, SignUpState
from events.models import Event, SignUp
from events.selectors.attenders import taken_places
from events.services.agreeing import needs_consent_still
from events.services.promoting import promote
from people.consent_texts import text_for
from people.enums import AccountKind, ConsentPurpose
from people.models import Consent, User
from people.services.consents import ask_consent

ADULT = 18


@dataclass(frozen=True)
class SignedUp:
    """`consent_url` is where a guardian answers, "" when nobody has to; it is told once."""

    sign_up: SignUp
    consent_url: str = ""


def locked(event: Event) -> Event:
    """The event's row, held until the transaction ends: places are counted one person at a time."""
    return Event.objects.select_for_update(of=("self",)).select_related("group").get(pk=event.pk)


@transaction.atomic
def sign_up(event: Event, *, user: User, language: str = "") -> SignedUp:
    """Take a place, or wait in the order of coming. Again it changes nothing, but a guardian's link is made anew.

    Refuses an event that is over, called off, for other ages, or to which one simply comes.
    """
    now = timezone.now()
    event = locked(event)
    _check(event, user, now)
    known = SignUp.objects.filter(event=event, user=user).first()
    waits_for_guardian = needs_consent_still(event, user)
    if known is not None and known.state != SignUpState.CANCELLED:
        return _again(known, event, user, waits_for_guardian, language)
    is_free = event.capacity is None or taken_places(event) < event.capacity
    wanted = SignUpState.AWAITING_CONSENT if waits_for_guardian else SignUpState.GOING
    made, _new = SignUp.objects.update_or_create(
        event=event,
        user=user,
        defaults={"state": wanted if is_free else SignUpState.WAITING, "since": now, "consent": None},
    )
    emit(
        PersonSignedUp(event_id=event.pk, user_id=user.pk),
        actor=user,
        audience=of_one_person(event, user.pk),
    )
    return SignedUp(made, _ask_guardian(made, event, user, language) if waits_for_guardian else "")


@transaction.atomic
def withdraw_sign_up(event: Event, *, user: User) -> None:
    """Not coming after all: the place goes to who waits longest. Again it changes nothing."""
    event = locked(event)
    if event.ends_at <= timezone.now():
        raise Refusal("EVENT_OVER", _("This event is over."))
    release(event, user, actor=user)


def release(event: Event, user: User, *, actor: User | None) -> bool:
    """Take a sign-up back and let the waiting list move; the caller holds the event's row."""
    kept = SignUp.objects.filter(event=event, user=user).exclude(state=SignUpState.CANCELLED)
    if not kept.update(state=SignUpState.CANCELLED):
        return False
    emit(
        SignUpWithdrawn(event_id=event.pk, user_id=user.pk),
        actor=actor,
        audience=of_one_person(event, user.pk),
    )
    promote(event, actor=actor)
    return True


def _check(event: Event, user: User, now: datetime) -> None:
    if event.cancelled_at is not None:
        raise Refusal("EVENT_CANCELLED", _("This event was called off."))
    if event.ends_at <= now:
        raise Refusal("EVENT_OVER", _("This event is over."))
    if event.sign_up != SignUpMode.OPEN:
        raise Refusal("NO_SIGN_UP", _("You do not have to sign up: just come."))
    age = user.age_on(timezone.localdate(event.starts_at))
    if age is None:
        # A school's account without a date of birth is a student's.
        too_young = user.kind == AccountKind.SCHOOL_MANAGED and (event.age_min or 0) >= ADULT
    else:
        too_young = event.age_min is not None and age < event.age_min
    if too_young:
        raise Refusal(
            "TOO_YOUNG",
            ngettext_lazy(
                "This event is for people from the age of %(age)d.",
                "This event is for people from the age of %(age)d.",
                "age",
            ),
            age=event.age_min or 0,
        )
    if age is not None and event.age_max is not None and age > event.age_max:
        raise Refusal(
            "TOO_OLD",
            ngettext_lazy(
                "This event is for people up to the age of %(age)d.",
                "This event is for people up to the age of %(age)d.",
                "age",
            ),
            age=event.age_max,
        )


def _again(known: SignUp, event: Event, user: User, waits: bool, language: str) -> SignedUp:
    if known.state == SignUpState.AWAITING_CONSENT and not waits:
        known.state = SignUpState.GOING
        known.save(update_fields=["state"])
    return SignedUp(known, _ask_guardian(known, event, user, language) if waits else "")


def _ask_guardian(made: SignUp, event: Event, user: User, language: str) -> str:
    spoken = language or user.language
    with translation.override(spoken):
        text = text_for(user, ConsentPurpose.EVENT, event.pk)
    consent, url = ask_consent(user, ConsentPurpose.EVENT, event.pk, text=text, actor=user, language=spoken)
    made.consent = consent
    made.save(update_fields=["consent"])
    return url


@transaction.atomic
def guardian_answered(consent: Consent) -> None:
    """A guardian agreed, refused or withdrew: the place is taken, or goes to somebody who waits."""
    if consent.purpose != ConsentPurpose.EVENT or consent.about is None:
        return
    event = Event.objects.filter(pk=consent.about).first()
    if event is None:
        return
    event = locked(event)
    if consent.refused_at is not None or consent.withdrawn_at is not None:
        release(event, consent.subject, actor=None)
    elif consent.given_at is not None:
        _confirm(event, consent.subject)


def _confirm(event: Event, user: User) -> None:
    waiting = SignUp.objects.filter(event=event, user=user, state=SignUpState.AWAITING_CONSENT)
    if waiting.update(state=SignUpState.GOING):
        emit(
            PersonSignedUp(event_id=event.pk, user_id=user.pk),
            actor=None,
            audience=of_one_person(event, user.pk),
        )


@transaction.atomic
def end_late_holds(event: Event) -> int:
    """Who kept a place for a guardian's answer too long goes to the end of the list. Answers how many."""
    now = timezone.now()
    event = locked(event)
    if event.capacity is None:
        return 0
    late = SignUp.objects.filter(
        event=event,
        state=SignUpState.AWAITING_CONSENT,
        since__lt=now - timedelta(seconds=settings.KOTYLION_LIMITS["consent_hold_seconds"]),
    )
    ended = late.update(state=SignUpState.WAITING, since=now)
    if ended:
        promote(event, actor=None)
    return ended
