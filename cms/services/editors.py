"""Accounts of editors."""

from __future__ import annotations

from django.contrib.auth.models import Group as PermissionGroup
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from people.models import User

EDITORS = "Editors"
PUBLISHERS = "Publishers"


@transaction.atomic
def make_editor(username: str, password: str, *, publishes: bool = False) -> User:
    """A new account in the group of editors: what it writes another editor approves. With `publishes` it may publish
    alone, and change menus. ValidationError when the name is taken or the password is weak."""
    if User.objects.filter(username=username).exists():
        raise ValidationError(_("There is an account with this name already."))
    validate_password(password)
    user = User.objects.create_user(username, password, is_staff=True)
    user.groups.add(PermissionGroup.objects.get(name=EDITORS))
    if publishes:
        user.groups.add(PermissionGroup.objects.get(name=PUBLISHERS))
    return user
