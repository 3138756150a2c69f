"""The table of operations, made from the finished schema; and what is wrong with a schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import graphene
from graphql import GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLOutputType, get_named_type

from core.graphql.bounded import Demanding, Extent
from core.graphql.demands import DeclarationMissing, Demand
from core.graphql.mutation import Mutation
from core.graphql.node_type import NodeType
from core.graphql.problems import Problem

KINDS = ("query", "mutation", "subscription")


@dataclass(frozen=True, order=True)
class Operation:
    """One field of a root. `target` is a model's label ("people.Group") or "self"."""

    name: str
    kind: str
    permission: str
    target: str


def operations(schema: graphene.Schema) -> list[Operation]:
    """Every operation of the schema, sorted. Raises DeclarationMissing for one that demands nothing."""
    found: list[Operation] = []
    for kind, root in _roots(schema):
        for name, field in _graphene_fields(root).items():
            demanded = _demand_of(field)
            if demanded is None:
                raise DeclarationMissing(f"{kind} {name} demands no permission; use query_field or Mutation.")
            target = demanded.target
            label = target._meta.label if isinstance(target, type) else "self"
            found.append(Operation(name, kind, demanded.permission, label))
    return sorted(found)


def extents(schema: graphene.Schema) -> dict[tuple[str, str], Extent]:
    """How long every list of objects can be, by (type, field)."""
    return {
        (type_.name, name): field.extent
        for type_ in _object_types(schema)
        for name, field in _graphene_fields(type_).items()
        if isinstance(field, Demanding) and field.extent is not None
    }


def check_schema(schema: graphene.Schema) -> None:
    """Raise DeclarationMissing unless every operation, type and list of the schema has said who and how
    many.
    """
    operations(schema)
    known = extents(schema)
    roots = {root.name for _, root in _roots(schema)}
    for type_ in _object_types(schema):
        declared = _declared(type_)
        if type_.name not in roots and not (
            isinstance(declared, type) and issubclass(declared, NodeType | Mutation | Problem)
        ):
            raise DeclarationMissing(f"{type_.name} is no NodeType: it does not say who may see it.")
        for name, field in type_.fields.items():
            if _is_list_of_objects(field.type) and (type_.name, name) not in known:
                raise DeclarationMissing(
                    f"{type_.name}.{name} is a list without an end; use bounded() or few()."
                )


def _demand_of(field: graphene.Field) -> Demand | None:
    if isinstance(field, Demanding):
        return field.demand
    payload = field.type.of_type if isinstance(field.type, graphene.NonNull) else field.type
    return payload.demanded() if isinstance(payload, type) and issubclass(payload, Mutation) else None


def _roots(schema: graphene.Schema) -> Iterator[tuple[str, GraphQLObjectType]]:
    inner = schema.graphql_schema
    for kind, root in zip(
        KINDS, (inner.query_type, inner.mutation_type, inner.subscription_type), strict=True
    ):
        if root is not None:
            yield kind, root


def _object_types(schema: graphene.Schema) -> Iterator[GraphQLObjectType]:
    for name, type_ in schema.graphql_schema.type_map.items():
        if isinstance(type_, GraphQLObjectType) and not name.startswith("__"):
            yield type_


def _graphene_fields(type_: GraphQLObjectType) -> dict[str, graphene.Field]:
    declared = _declared(type_)._meta.fields
    return dict(zip(type_.fields, declared.values(), strict=True))


def _declared(type_: GraphQLObjectType) -> Any:
    return getattr(type_, "graphene_type", None)


def _is_list_of_objects(type_: GraphQLOutputType) -> bool:
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    return isinstance(inner, GraphQLList) and isinstance(get_named_type(inner), GraphQLObjectType)
