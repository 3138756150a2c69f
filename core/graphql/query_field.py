"""A field of the root query: it demands a permission as a mutation does.

For example:

    class Query:
        @query_field(GroupType, permission="people.view_group", target=Group)      # adds `groupId: ID!`
        def group(info, target):
            return target

        @query_field(bounded(PathType), permission="paths.browse", target=SELF, subject=graphene.String())
        def paths(info, target, subject=None):
            return paths_visible_to(target)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphene.types.argument import to_arguments
from graphql import GraphQLResolveInfo

from core.graphql.bounded import Demanding
from core.graphql.demands import demand


def query_field(
    of: Any,
    *,
    permission: str,
    target: object,
    target_argument: str | None = None,
    description: str | None = None,
    **arguments: Any,
) -> Callable[[Callable[..., Any]], Demanding]:
    """Make `fn(info, target, **inputs)` a field of type `of` (a graphene type, or `bounded(…)`/`few(…)`).

    `target` is a model (its id becomes an argument) or SELF. A person without the permission gets the error
    NOT_FOUND, a visitor NOT_SIGNED_IN. Raises DeclarationMissing at import if the permission or the target
    is missing.
    """

    def decorate(resolver: Callable[..., Any]) -> Demanding:
        demanded = demand(resolver.__qualname__, permission, target, target_argument)
        field = of if isinstance(of, Demanding) else Demanding(of)
        if field.demand is not None or field.resolver is not None:
            raise TypeError(f"{resolver.__qualname__} shares its field with another one.")

        def resolve(root: object, info: GraphQLResolveInfo, **inputs: Any) -> Any:
            return resolver(info, demanded.resolve(info.context.user, inputs), **inputs)

        field.demand = demanded
        field.resolver = resolve
        field.args = to_arguments({**demanded.arguments(), **arguments, **field.args})
        field.description = description or field.description or resolver.__doc__
        return field

    return decorate
