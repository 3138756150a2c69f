"""Sweeps that keep what `people` promises."""

from __future__ import annotations

from django.utils import timezone

from core.server import periodic
from people.services.personal_accounts import forget_waiting_accounts

HOUR = 3600


def forget_accounts() -> None:
    """Delete accounts that wait for a guardian who does not answer."""
    forget_waiting_accounts(timezone.now())


periodic.register(forget_accounts, HOUR)
