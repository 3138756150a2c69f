"""What a room upstairs demands of somebody who is about to join: asked at every door, whichever is used."""

from __future__ import annotations

from collections.abc import Callable

from people.enums import GroupKind
from people.models import Group, User

Check = Callable[[Group, User], None]
_checks: dict[str, list[Check]] = {}


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
