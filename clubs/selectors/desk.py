"""How much waits on the desk of who coordinates a school or an organisation, and of the operator."""

from __future__ import annotations

from clubs.enums import VouchState
from clubs.models import Vouch
from people.enums import Role
from people.models import Membership, User
from people.selectors.reports import report_queue


def waiting_for(user: User) -> int:
    """Reports to decide and clubs that ask somebody to vouch. Three statements at most."""
    mine = Membership.objects.current().filter(user=user, role=Role.COORDINATOR)
    asked = Vouch.objects.filter(by__in=mine.values("group"), state=VouchState.ASKED).count()
    return asked + report_queue(user, decided=False).count()
