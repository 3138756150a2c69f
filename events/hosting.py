"""Which groups may plan in public. The rooms upstairs know their own kinds of group and register here."""

from __future__ import annotations

from collections.abc import Callable

from people.enums import GroupKind
from people.models import Group

Check = Callable[[Group], bool]
_checks: dict[str, Check] = {}


def register(kind: str, check: Check) -> None:
    """`check(group) -> bool` says whether a group of `kind` may plan in public; False closes it."""
    _checks[kind] = check


def may_be_public(group: Group) -> bool:
    """A club without somebody who vouches plans for its members alone (answers.md 30)."""
    if group.kind == GroupKind.CLUB and group.parent_id is None:
        return False
    check = _checks.get(group.kind)
    return check is None or check(group)
