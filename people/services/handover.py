"""A student takes over the account that the school runs (product.md, part 5).

The same row becomes a personal account, so every badge, share, link and piece of work stays where it is and nothing is
issued anew. The school keeps its records of the class and can no longer open the account.
"""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import live
from core.emitting import Audience, emit
from core.refusals import Refusal
from core.security_log import security_event
from people import consent_texts
from people.audiences import staff_topic, user_topic
from people.domain_events import AccountTakenOver
from people.enums import CLASS_KINDS, AccountKind, ConsentPurpose
from people.models import Consent, Membership, SignInCard, User
from people.selectors.consents import stands
from people.services.consents import ask_consent
from people.services.own_sign_in import checked_password, checked_username, taken
from people.services.personal_accounts import age_for_an_account
from people.services.sign_ins import Visitor, check_pin


def decides_alone(user: User) -> bool:
    """Known to be old enough for an account of one's own without a guardian."""
    age = user.age_on(timezone.localdate())
    return age is not None and age >= age_for_an_account()


def may_take_over(user: User) -> bool:
    """Whether nothing is missing but the person's own word. One query below the age."""
    return decides_alone(user) or stands(user.pk, ConsentPurpose.HANDOVER)


def ask_guardian(user: User, language: str) -> tuple[Consent, str]:
    """The question to a guardian and its address, told once. Raises Refusal as `ask_consent`, or OWN_ALREADY."""
    text = handover_text(user, None)
    return ask_consent(user, ConsentPurpose.HANDOVER, None, text=text, actor=user, language=language)


def take_over(user: User, *, pin: str, username: str, password: str, visitor: Visitor) -> User:
    """Make the account the person's own. Its cards end, and every sign-in but the one that follows.

    The PIN of the card says that it is they who sit at a shared computer.
    Raises Refusal OWN_ALREADY, GUARDIAN_FIRST, NO_CARD, SIGN_IN_WRONG, USERNAME_TAKEN, PASSWORD_WEAK, or TEXT_….
    """
    _check_managed(user)
    if not may_take_over(user):
        raise Refusal("GUARDIAN_FIRST", _("A parent or guardian has to agree first."))
    name = checked_username(username, user)
    checked_password(password, user)
    card = SignInCard.objects.filter(user=user, ended_at=None).select_related("user").first()
    if card is None:
        raise Refusal("NO_CARD", _("You have no working card. Ask your teacher for a new one first."), "pin")
    check_pin(card, pin, visitor)
    now = timezone.now()
    try:
        with transaction.atomic():
            mine = User.objects.select_for_update().get(pk=user.pk)
            _check_managed(mine)
            mine.kind, mine.username = AccountKind.PERSONAL, name
            mine.set_password(password)
            mine.sign_in_epoch += 1
            mine.save(update_fields=["kind", "username", "password", "sign_in_epoch"])
            SignInCard.objects.filter(user=mine, ended_at=None).update(ended_at=now)
            mine.known_devices.all().delete()
            emit(AccountTakenOver(user_id=mine.pk), actor=mine, audience=_audience(mine))
            transaction.on_commit(lambda: live.close_user(mine.pk))
    except IntegrityError as twice:
        raise taken() from twice
    security_event("account.taken_over", user=mine)
    return mine


def handover_text(subject: User, about: UUID | None) -> str:
    """What the guardian of somebody too young agrees to. Raises Refusal OWN_ALREADY, CONSENT_NOT_NEEDED."""
    _check_managed(subject)
    if about is not None or decides_alone(subject):
        raise Refusal("CONSENT_NOT_NEEDED", _("You are old enough: you decide by yourself."))
    return gettext(
        "%(name)s may take over the account that the school runs and use it as an account of their own, with a user "
        "name and a password that only they know. Everything earned so far goes along and nothing is issued anew. The "
        "school keeps its records of the class and can no longer open the account. Badges stay private; nothing is "
        "shown to others below the age of 16 without your separate agreement. You can withdraw your agreement with "
        "the same link: an account that was taken over is then closed at once."
    ) % {"name": subject.given_name}


def _check_managed(user: User) -> None:
    if user.kind != AccountKind.SCHOOL_MANAGED:
        raise Refusal("OWN_ALREADY", _("This account is your own already."))


def _audience(user: User) -> Audience:
    """The person and those who lead their classes: they can make no card for them any more."""
    classes = Membership.objects.current().filter(user=user, group__kind__in=CLASS_KINDS)
    staff = tuple(staff_topic(group) for group in classes.values_list("group_id", flat=True)[:10])
    return Audience(topics=(user_topic(user.pk), *staff))


consent_texts.register(ConsentPurpose.HANDOVER, handover_text)
