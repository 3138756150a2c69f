"""Which groups may plan in public."""

from __future__ import annotations

from events.map_layers import kept_off
from people.enums import GroupKind
from people.models import Group


def may_be_public(group: Group) -> bool:
    """Not a club without somebody who vouches (answers.md 30), nor a group that a room upstairs keeps off."""
    if group.kind == GroupKind.CLUB and group.parent_id is None:
        return False
    return not any(groups.filter(pk=group.pk).exists() for groups in kept_off())
