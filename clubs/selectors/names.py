"""What people in a club may call each other (product.md, part 5): the full name is for those who lead."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from clubs.selectors.limits import is_minor
from people.models import User


@dataclass(frozen=True)
class PersonName:
    id: UUID
    name: str


def called(user: User, *, to_leader: bool, sensitive: bool = False) -> str:
    """The full name to who leads; to other members the nickname, else the given name with an initial.

    In a club whose membership reveals something, the given name alone.
    """
    if to_leader:
        return user.get_full_name() or user.username
    given = user.given_name or user.initials
    if user.nickname or sensitive or not user.family_name:
        return user.nickname or given
    return f"{given} {user.family_name[0]}."


def leader_called(user: User, *, to_leader: bool, sensitive: bool = False) -> str:
    """An adult who leads stands there with their name; a student who leads is called like any member."""
    return called(user, to_leader=to_leader or not is_minor(user), sensitive=sensitive)
