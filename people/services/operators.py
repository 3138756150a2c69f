"""Who runs the installation."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.text import clean_text
from people.models import User


@transaction.atomic
def make_operator(username: str, password: str) -> User:
    """A new account that runs the installation. Raises Refusal for a taken name or a weak password."""
    username = clean_text(username, limit=80, multiline=False, field="username", required=True)
    if User.objects.filter(username__iexact=username).exists():
        raise Refusal("USERNAME_TAKEN", _("This user name is taken. Choose another."), "username")
    try:
        validate_password(password, User(username=username))
    except ValidationError as refused:
        raise Refusal("PASSWORD_WEAK", " ".join(refused.messages), "password") from refused
    operator: User = User.objects.create_superuser(username, password)
    return operator
