"""Making accounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import live
from core.refusals import Refusal
from people.enums import AccountKind, ConsentPurpose
from people.models import Consent, User
from people.services.names import cleaned_name


@dataclass(frozen=True)
class NewStudent:
    """What the school says about a student: never a PESEL, never an e-mail."""

    given_name: str
    family_name: str
    born_on: date | None = None
    register_number: str = ""


def check_born_on(born_on: date | None, *, today: date) -> None:
    """Refuse a date of birth that no secondary-school student can have."""
    if born_on is not None and not (today.year - 60 <= born_on.year and born_on < today):
        raise Refusal("BIRTH_DATE", _("Check the date of birth."), "born_on")


@transaction.atomic
def make_students(students: Iterable[NewStudent], *, language: str = "pl") -> list[User]:
    """School-managed accounts without e-mail or password: they are entered by card alone."""
    users = []
    for student in students:
        number = uuid4()
        users.append(
            User(
                username=f"u-{number.hex}",
                given_name=cleaned_name(student.given_name, field="given_name"),
                family_name=cleaned_name(student.family_name, field="family_name"),
                born_on=student.born_on,
                register_number=student.register_number,
                kind=AccountKind.SCHOOL_MANAGED,
                language=language,
                password=make_password(None),
            )
        )
    return User.objects.bulk_create(users)


def settle_account(consent: Consent) -> None:
    """Open or close the account of somebody under 16 as their guardian's consent says. Other purposes change nothing.

    Called in the transaction in which the consent is given, refused or withdrawn.
    """
    user = consent.subject
    if consent.purpose == ConsentPurpose.HANDOVER:
        # Before it is taken over nothing changes, and who is old enough now decides alone.
        age = user.age_on(timezone.localdate())
        grown = age is not None and age >= settings.KOTYLION_LIMITS["age_for_an_account"]
        if consent.withdrawn_at is None or user.kind != AccountKind.PERSONAL or grown:
            return
    elif consent.purpose != ConsentPurpose.ACCOUNT:
        return
    opened = consent.given_at is not None and consent.withdrawn_at is None
    user.is_active = opened
    if not opened:
        # Every sign-in ends with it.
        user.sign_in_epoch += 1
        transaction.on_commit(lambda: live.close_user(user.pk))
    user.save(update_fields=["is_active", "sign_in_epoch"])
