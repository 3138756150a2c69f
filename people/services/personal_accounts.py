"""A person makes an account of their own: from 16 at once, below that when a guardian has agreed (product.md, part 5).

Until then the account is closed: it signs nobody in, holds nothing, and is deleted after a month without an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.throttling import Throttle
from people import consent_texts
from people.enums import AccountKind, ConsentPurpose
from people.models import Consent, User
from people.services.consents import ask_consent
from people.services.names import cleaned_name
from people.services.own_sign_in import checked_password, checked_username, taken

OLDEST = 120
WAITS_FOR = timedelta(days=30)
_limits = settings.KOTYLION_LIMITS
# Of an account that waits for a guardian: as of one that is open.
passwords_tried = Throttle(
    "waiting-account", limit=_limits["sign_in_tries"], seconds=_limits["sign_in_seconds"]
)


def age_for_an_account() -> int:
    """From which age one decides by oneself; below it a guardian agrees. The operator sets it (GDPR, article 8)."""
    age: int = settings.KOTYLION_LIMITS["age_for_an_account"]
    return age


@dataclass(frozen=True)
class NewAccount:
    """`consent_url` is where the guardian of somebody too young agrees, told once; empty for everybody else."""

    user: User
    consent_url: str = ""


def open_personal_account(
    *, given_name: str, username: str, password: str, born_on: date | None, language: str, today: date
) -> NewAccount:
    """Make an account for `given_name` (a first name or a nickname). Nothing else about the person is asked.

    Whoever waits for their guardian and brings the same name and password again (the answer was lost, the link too)
    gets a new link, and the earlier one is over.
    Raises Refusal BIRTH_DATE, USERNAME_TAKEN, PASSWORD_WEAK, CONSENT_TOO_OFTEN, RATE_LIMITED, or TEXT_… and NAME_…
    about a field.
    """
    if born_on is None or not (today.year - OLDEST <= born_on.year and born_on < today):
        raise Refusal("BIRTH_DATE", _("Check the date of birth."), "born_on")
    user = User(
        given_name=cleaned_name(given_name, field="given_name"), born_on=born_on,
        kind=AccountKind.PERSONAL, language=language,
    )  # fmt: skip
    if mine := _waiting(username, password):
        return _asked(mine, language)
    user.username = checked_username(username, user)
    checked_password(password, user)
    user.set_password(password)
    age = user.age_on(today)
    waits = age is None or age < age_for_an_account()
    user.is_active = not waits
    try:
        with transaction.atomic():
            user.save(force_insert=True)
            if not waits:
                return NewAccount(user)
            return _asked(user, language)
    except IntegrityError as twice:
        raise taken() from twice


def _asked(user: User, language: str) -> NewAccount:
    text = account_text(user, None)
    _consent, url = ask_consent(user, ConsentPurpose.ACCOUNT, None, text=text, actor=user, language=language)
    return NewAccount(user, url)


def _waiting(username: str, password: str) -> User | None:
    """The account of this name that no guardian has agreed to yet, if this is its password."""
    user = _waiting_accounts().filter(username__iexact=username.strip()[:80]).first()
    if user is None:
        return None
    passwords_tried.take(str(user.pk))
    if not user.check_password(password):
        return None
    passwords_tried.give_back(str(user.pk))
    return user


def _waiting_accounts() -> QuerySet[User]:
    """Made by somebody too young, and closed until their guardian agrees."""
    asked = Consent.objects.filter(subject=OuterRef("pk"), purpose=ConsentPurpose.ACCOUNT)
    return User.objects.filter(
        Exists(asked), ~Exists(asked.filter(given_at__isnull=False)),
        is_active=False, kind=AccountKind.PERSONAL, last_login=None,
    )  # fmt: skip


def account_text(subject: User, about: UUID | None) -> str:
    """What the guardian of somebody too young agrees to."""
    if subject.kind != AccountKind.PERSONAL:
        raise Refusal("CONSENT_PURPOSE", _("Nobody has to agree to this."), "purpose")
    return gettext(
        "%(name)s may have an account of their own on this portal. The portal keeps the first name or nickname, the "
        "user name, the date of birth (nobody sees it) and the badges that were awarded. Badges are private; nothing "
        "is shown to others below the age of 16. You can withdraw your agreement with the same link: the account is "
        "closed at once."
    ) % {"name": subject.given_name}


def forget_waiting_accounts(now: datetime, limit: int = 200) -> int:
    """Delete accounts whose guardian has not agreed within a month. Answers how many."""
    found = list(_waiting_accounts().filter(date_joined__lt=now - WAITS_FOR)[:limit])
    for user in found:
        user.delete()
    return len(found)


consent_texts.register(ConsentPurpose.ACCOUNT, account_text)
