"""AC-06: a field nobody declared is refused, in arguments as in input objects."""

from __future__ import annotations

import pytest
from graphql import GraphQLInputObjectType, GraphQLNonNull, GraphQLScalarType

from people.models import Group, User
from tests.conftest import ClassOf
from tests.core.graphql.conftest import Send, code_of
from tests.core.graphql.schema import schema

EXTRA = (
    "role",
    "isStaff",
    "schoolId",
    "points",
    "awardedBy",
    "verified",
    "id",
    "kind",
    "parent",
    "createdAt",
)
MUTATIONS = schema.graphql_schema.mutation_type.fields


def call(name: str, extra: str) -> str:
    """The mutation with every required argument and one argument too many."""
    required = [
        f'{argument}:"x"'
        for argument, declared in MUTATIONS[name].args.items()
        if isinstance(declared.type, GraphQLNonNull) and isinstance(declared.type.of_type, GraphQLScalarType)
    ]
    return f"mutation{{{name}({', '.join([*required, extra])}){{errors{{code}}}}}}"


@pytest.mark.parametrize("name", sorted(MUTATIONS))
def test_ac_06_an_extra_argument_is_a_validation_error(
    name: str, send: Send, pa1: User, class_2b: ClassOf
) -> None:
    before = list(Group.objects.order_by("pk").values())
    for field in EXTRA:
        if field not in MUTATIONS[name].args:
            response = send({"query": call(name, f"{field}:true")}, pa1)
            assert (response.status_code, code_of(response)) == (400, "BAD_QUERY")
    assert list(Group.objects.order_by("pk").values()) == before


def test_ac_06_no_input_object_takes_what_it_does_not_declare() -> None:
    kinds = [
        kind for kind in schema.graphql_schema.type_map.values() if isinstance(kind, GraphQLInputObjectType)
    ]
    assert all(EXTRA[0] not in kind.fields for kind in kinds)
