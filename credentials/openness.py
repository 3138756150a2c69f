"""Which clubs' badges the public may read. Rooms upstairs register the clubs that stay closed, because only they know
that membership of one may reveal belief or origin, or that a club is hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from people.models import Group

ClosedGroups = Callable[[], "QuerySet[Group]"]


class ClosedClubs:
    """Register `fn() -> QuerySet[Group]`: clubs whose badges only members see, vouched for or not."""

    def __init__(self) -> None:
        self._closed: list[ClosedGroups] = []

    def register(self, groups: ClosedGroups) -> ClosedGroups:
        """Add a selection of groups. Usable as a decorator."""
        if groups not in self._closed:
            self._closed.append(groups)
        return groups

    def condition(self, outer: str) -> Q:
        """A condition that holds where the club under the path `outer` ("club") is among the closed."""
        found = [Q(Exists(groups().filter(pk=OuterRef(outer)))) for groups in self._closed]
        return reduce(or_, found, Q(pk__in=[]))

    def __contains__(self, club: Group) -> bool:
        return any(groups().filter(pk=club.pk).exists() for groups in self._closed)


closed_clubs = ClosedClubs()


def is_public(club: Group) -> bool:
    """Whether anybody may read this club's badges: a school or an organisation vouches for it, and it is not closed."""
    return club.parent_id is not None and club not in closed_clubs


def public_club(outer: str = "club") -> Q:
    """The same as a condition over rows that have the club under the path `outer`."""
    return Q(**{f"{outer}__parent__isnull": False}) & ~closed_clubs.condition(f"{outer}_id")
