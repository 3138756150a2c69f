"""A user name and a password that a person chooses for themselves."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.text import clean_text
from people.models import User


def checked_username(typed: str, user: User) -> str:
    """The name in the form in which it is kept. Raises Refusal USERNAME_TAKEN, or TEXT_… about the field."""
    name = clean_text(typed, limit=80, multiline=False, field="username", required=True)
    if User.objects.filter(username__iexact=name).exclude(pk=user.pk).exists():
        raise taken()
    return name


def checked_password(password: str, user: User) -> None:
    """Raises Refusal PASSWORD_WEAK."""
    try:
        validate_password(password, user)
    except ValidationError as refused:
        raise Refusal("PASSWORD_WEAK", " ".join(refused.messages), "password") from refused


def taken() -> Refusal:
    return Refusal("USERNAME_TAKEN", _("This user name is taken. Choose another."), "username")
