"""One student of a class: added, renamed, removed, signed out everywhere (answers.md 20; AU-05)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from people.enums import AccountKind, Role
from people.models import Group, User
from people.services import memberships
from people.services.accounts import NewStudent, check_born_on, make_students
from people.services.sign_ins import end_sign_ins


@transaction.atomic
def add_student(
    group: Group, *, given_name: str, family_name: str, born_on: date | None, actor: User
) -> User:
    """A new school-managed account in the class. It is entered with a card, which is printed next."""
    check_born_on(born_on, today=timezone.localdate())
    (user,) = make_students([NewStudent(given_name, family_name, born_on)])
    memberships.join(group, user, Role.STUDENT, actor=actor)
    return user


@transaction.atomic
def rename_student(
    group: Group, student: User, *, given_name: str, family_name: str, born_on: date | None, actor: User
) -> User:
    """Correct a name or a date of birth; a date that is left out stays as it is."""
    _check_run_by_school(student)
    if born_on is not None:
        check_born_on(born_on, today=timezone.localdate())
        student.born_on = born_on
        student.save(update_fields=["born_on"])
    return memberships.rename(group, student, given_name=given_name, family_name=family_name, actor=actor)


def sign_out_student(student: User, *, actor: User) -> None:
    """A lost phone: end every sign-in. Raises Refusal OWN_ACCOUNT."""
    _check_run_by_school(student)
    end_sign_ins(student, actor=actor)


def remove_student(group: Group, student: User, *, actor: User) -> None:
    """End the student's time in the class. Their badges and their account stay theirs (AC-08)."""
    memberships.leave(group, student, actor=actor)


def _check_run_by_school(student: User) -> None:
    if student.kind != AccountKind.SCHOOL_MANAGED:
        raise Refusal(
            "OWN_ACCOUNT", _("This account is the student’s own now: the school does not change it.")
        )
