"""What a room upstairs demands of somebody who is about to join: asked at every door, whichever is used."""

from __future__ import annotations

from collections.abc import Callable

from people.enums import GroupKind
from people.models import Group, User

Check = Callable[[Group, User], None]
Question = Callable[[Group, User], bool]
_checks: dict[str, list[Check]] = {}
_guardians: dict[str, Question] = {}


def register(kind: GroupKind, check: Check) -> Check:
    """Add `check(group, user)`, which raises Refusal to keep somebody out of a group of this kind."""
    known = _checks.setdefault(kind, [])
    if check not in known:
        known.append(check)
    return check


def check_joining(group: Group, user: User) -> None:
    """Raise the first Refusal that stands in the way."""
    for check in _checks.get(group.kind, ()):
        check(group, user)


def register_guardian(kind: GroupKind, waits: Question) -> Question:
    """Let `waits(group, user)` say whether a guardian has to agree before the person is in, and has not yet."""
    _guardians[kind] = waits
    return waits


def waits_for_guardian(group: Group, user: User) -> bool:
    waits = _guardians.get(group.kind)
    return waits is not None and waits(group, user)
