"""Reading people."""

from __future__ import annotations

from core.graphql import SELF, query_field
from people.graphql import types
from people.rules import CHANGE_SELF
from people.selectors import oneself


class Queries:
    @query_field(
        types.Me, permission=CHANGE_SELF, target=SELF, description="Who is signed in; null for a stranger."
    )
    def me(info, target):
        memberships = info.context.once("memberships", lambda: oneself.memberships_of(target))
        return oneself.me(target, memberships)
