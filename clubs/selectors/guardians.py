"""Into which clubs a guardian has to let somebody, and which requests wait for that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from clubs.selectors.limits import schools_of
from people.enums import AccountKind, ConsentPurpose, GroupKind
from people.models import Consent, Group, JoinRequest, User

# From then on people decide about accounts of their own by themselves (product.md, part 5).
BY_ONESELF = 16
MOST_PENDING = 20


@dataclass(frozen=True)
class PendingClub:
    """`needs_guardian`: a guardian has to agree; `admitted`: nothing else is missing."""

    group_id: UUID
    name: str
    needs_guardian: bool
    admitted: bool


def waiting_for_guardian(user: User, groups: Iterable[Group]) -> set[UUID]:
    """Those of the clubs for which the person is too young to decide and nobody has agreed. At most two statements.

    An account of one's own below 16, in a club that is not of one's own school.
    """
    groups = list(groups)
    age = user.age_on(timezone.localdate())
    if user.kind != AccountKind.PERSONAL or age is None or age >= BY_ONESELF or not groups:
        return set()
    own = schools_of([user.pk])
    agreed = Consent.objects.standing(timezone.now()).filter(subject=user, purpose=ConsentPurpose.CLUB)
    agreed_ids = set(agreed.filter(about__in=[group.pk for group in groups]).values_list("about", flat=True))
    return {group.pk for group in groups if group.parent_id not in own and group.pk not in agreed_ids}


def pending_clubs(user: User) -> tuple[PendingClub, ...]:
    """Clubs the person has asked to be in and is not yet, the latest first. Three statements."""
    requests = (
        JoinRequest.objects.filter(
            user=user, decided_at=None, group__kind=GroupKind.CLUB, group__archived_at=None
        )
        .select_related("group")
        .order_by("-asked_at")[:MOST_PENDING]
    )
    rows = list(requests)
    waiting = waiting_for_guardian(user, [row.group for row in rows])
    return tuple(
        PendingClub(
            row.group_id, row.group.name, needs_guardian=row.group_id in waiting,
            admitted=row.admitted_at is not None,
        )
        for row in rows
    )  # fmt: skip
