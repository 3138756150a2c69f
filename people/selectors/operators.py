"""Reading about those who run the installation."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef

from people.models import User

# Made by `demo` alone; nobody may know the password of a real account from a README.
DEMO_USERNAMES = ("teacher", "student01", "coordinator", "admin")


def demo_accounts_exist() -> bool:
    """Whether the demo school is in this database."""
    accounts = User.objects.filter(username__in=DEMO_USERNAMES)
    return any(user.check_password("kotylion") for user in accounts)


def operators_without_second_factor() -> list[str]:
    """User names of active operators who could sign in with a password alone."""
    factor = Authenticator.objects.filter(user=OuterRef("pk"))
    return list(
        User.objects.active()
        .filter(is_superuser=True)
        .exclude(Exists(factor))
        .order_by("username")
        .values_list("username", flat=True)[:20]
    )
