"""Lists that end: each says how long it can be, and the cost rule multiplies by that.

For example:

    members = bounded(MemberType, default=30, most=100)     # members(limit: Int = 30, after: ID): [Member!]!
    steps = few(StepType, most=60)                          # steps: [Step!]!  — short by nature, no arguments
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import graphene
from django.db.models import Manager
from graphql import GraphQLResolveInfo

from core.graphql.demands import Demand
from core.paging import page


@dataclass(frozen=True)
class Extent:
    """How long a list can be: `most` at all, `default` unless asked. `asked` tells if there is a `limit`."""

    default: int
    most: int
    asked: bool


class Demanding(graphene.Field):
    """A field that can carry a demand (`query_field`) and an extent."""

    demand: Demand | None = None
    extent: Extent | None = None


class Bounded(Demanding):
    """A list with `limit` and `after` (the id of the last one seen).

    The resolver answers a queryset or a sequence.
    """

    def __init__(self, of: Any, *, default: int = 30, most: int = 100, **options: Any) -> None:
        if not 1 <= default <= most:
            raise ValueError(f"A list of {default} by default and {most} at most makes no sense.")
        super().__init__(
            graphene.List(graphene.NonNull(of)),
            required=True,
            limit=graphene.Argument(graphene.Int, default_value=default),
            after=graphene.Argument(graphene.ID),
            **options,
        )
        self.extent = Extent(default, most, asked=True)

    def wrap_resolve(self, parent_resolver: Callable[..., Any]) -> Callable[..., Any]:
        resolve = super().wrap_resolve(parent_resolver)
        extent = self.extent
        assert extent is not None

        def paged(
            root: Any,
            info: GraphQLResolveInfo,
            limit: int | None = None,
            after: str | None = None,
            **rest: Any,
        ) -> Any:
            rows = resolve(root, info, **rest)
            if isinstance(rows, Manager):
                rows = rows.all()
            return (
                []
                if rows is None
                else page(rows, limit=min(limit or extent.default, extent.most), after=after)
            )

        return paged


class Few(Demanding):
    """A list that is short by nature: never longer than `most`, cut there if it should be."""

    def __init__(self, of: Any, *, most: int, required: bool = True, **options: Any) -> None:
        super().__init__(graphene.List(graphene.NonNull(of)), required=required, **options)
        self.extent = Extent(most, most, asked=False)

    def wrap_resolve(self, parent_resolver: Callable[..., Any]) -> Callable[..., Any]:
        resolve = super().wrap_resolve(parent_resolver)
        extent = self.extent
        assert extent is not None
        required = isinstance(self.type, graphene.NonNull)

        def cut(root: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
            rows = resolve(root, info, **arguments)
            if isinstance(rows, Manager):
                rows = rows.all()
            if rows is None:
                return [] if required else None
            return list(rows[: extent.most])

        return cut


def bounded(of: Any, default: int = 30, most: int = 100, **options: Any) -> Bounded:
    """`[of!]!` with `limit: Int = default` (at most `most`) and `after: ID`."""
    return Bounded(of, default=default, most=most, **options)


def few(of: Any, *, most: int, **options: Any) -> Few:
    """`[of!]!` without arguments, at most `most` long."""
    return Few(of, most=most, **options)
