"""The same cases on the portal's own schema: every operation, every argument, every input object.

AC-06, GQ-04, GQ-05, GQ-08 and GQ-09. Calls are made from the schema, so an operation that is added tomorrow is tried
tomorrow.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
    is_composite_type,
    is_required_argument,
    is_required_input_field,
)

from core.camel_case import camel
from core.graphql.body import read_body
from core.graphql.context import Context
from core.graphql.faults import Fault
from core.graphql.kernel import Kernel
from core.graphql.limits import Limits
from core.graphql.operations import extents, operations
from people.models import Group, User
from portal.schema import schema

INNER = schema.graphql_schema
generous = Kernel(schema, limits=Limits(points=10**9, points_a_second=10**8))
BY_SCALAR = {
    "Int": 1,
    "Float": 1.0,
    "Boolean": True,
    "Date": "2026-11-21",
    "DateTime": "2026-11-21T10:00:00Z",
    "JSON": {},
}


@dataclass
class Call:
    """An operation with values for what it requires; `document` takes everything through variables."""

    kind: str
    name: str
    declared: GraphQLField
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def document(self) -> str:
        types = {name: self.declared.args[name].type for name in self.values}
        heads = ",".join(f"${name}:{type_}" for name, type_ in types.items())
        arguments = ",".join(f"{name}:${name}" for name in types)
        selection = "{__typename}" if is_composite_type(get_named_type(self.declared.type)) else ""
        if self.kind == "mutation":
            selection = "{errors{field code message}}"
        if not heads:
            return f"{self.kind}{{{self.name}{selection}}}"
        return f"{self.kind}({heads}){{{self.name}({arguments}){selection}}}"


def value_for(type_: GraphQLInputType) -> Any:
    match type_:
        case GraphQLNonNull():
            return value_for(type_.of_type)
        case GraphQLList():
            return [value_for(type_.of_type)]
        case GraphQLInputObjectType():
            return {
                name: value_for(one.type)
                for name, one in type_.fields.items()
                if is_required_input_field(one)
            }
        case GraphQLEnumType():
            return next(iter(type_.values))
    return BY_SCALAR.get(type_.name, str(uuid4()) if type_.name == "ID" else "text")


def calls() -> list[Call]:
    roots = {"query": INNER.query_type, "mutation": INNER.mutation_type}
    return [
        Call(
            kind,
            name,
            declared,
            {
                argument: value_for(one.type)
                for argument, one in declared.args.items()
                if is_required_argument(one)
            },
        )
        for kind, root in roots.items()
        if root is not None
        for name, declared in root.fields.items()
    ]


def ask(text: str, variables: dict[str, Any], user: Any) -> tuple[int, dict[str, Any]]:
    raw = json.dumps({"query": text, "variables": variables}).encode()
    try:
        answer = generous.answer(read_body(raw, generous.limits), Context(user=user), person="x")
    except Fault as fault:
        return fault.status, {"errors": [{"extensions": {"code": fault.code}}]}
    return answer.status, json.loads(answer.body)


def codes(body: dict[str, Any]) -> list[str]:
    found = [error["extensions"]["code"] for error in body.get("errors", [])]
    for payload in (body.get("data") or {}).values():
        if isinstance(payload, dict):
            found += [problem["code"] for problem in payload.get("errors") or []]
    return found


CALLS = {call.name: call for call in calls()}
FORBIDDEN = {
    "role",
    "isStaff",
    "isSuperuser",
    "schoolId",
    "points",
    "awardedBy",
    "verified",
    "id",
    "createdAt",
}
TARGETS = {operation.name: operation.target for operation in operations(schema)}


def columns_for(call: Call) -> list[str]:
    """What somebody might try to set: the columns of the model that the operation is about, and the famous ones."""
    label = TARGETS[call.name]
    model = User if label == "self" else apps.get_model(label)
    return sorted(FORBIDDEN | {camel(column.name) for column in model._meta.get_fields()})


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(name for name, call in CALLS.items() if call.kind == "mutation"))
def test_ac_06_no_mutation_takes_a_column_it_does_not_declare(name: str, pa1: User) -> None:
    call = CALLS[name]
    for column in columns_for(call):
        if column not in call.declared.args:
            text = call.document.replace(f"{name}(", f"{name}({column}:true,").replace(
                f"{name}{{", f"{name}({column}:true){{"
            )
            assert ask(text, call.values, pa1)[1]["errors"][0]["extensions"]["code"] == "BAD_QUERY"


INPUTS = {name: kind for name, kind in INNER.type_map.items() if isinstance(kind, GraphQLInputObjectType)}


def users_of(kind: str) -> Iterator[tuple[Call, str]]:
    for call in CALLS.values():
        for argument, one in call.declared.args.items():
            if get_named_type(one.type).name == kind:
                yield call, argument


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(INPUTS))
def test_ac_06_no_input_object_takes_a_column_it_does_not_declare(kind: str, pa1: User) -> None:
    for call, argument in users_of(kind):
        declared = call.declared.args[argument].type
        for column in columns_for(call):
            if column not in INPUTS[kind].fields:
                value = {**value_for(INPUTS[kind]), column: True}
                listed = isinstance(getattr(declared, "of_type", declared), GraphQLList) or isinstance(
                    declared, GraphQLList
                )
                given = {**call.values, argument: [value] if listed else value}
                filled = Call(call.kind, call.name, call.declared, given)
                assert (
                    ask(filled.document, given, pa1)[1]["errors"][0]["extensions"]["code"] == "BAD_VARIABLES"
                )


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(CALLS))
def test_gq_09_no_string_argument_takes_nul_or_a_lone_surrogate(name: str, pa1: User) -> None:
    call = CALLS[name]
    for argument, one in call.declared.args.items():
        if get_named_type(one.type).name in ("String", "ID"):
            for text in ("\ud800", "\0"):
                given = {**call.values, argument: text}
                filled = Call(call.kind, name, call.declared, given)
                status, body = ask(filled.document, given, pa1)
                assert (status, codes(body)) == (400, ["BAD_REQUEST"])


IDS = ["PupilNode:1 OR 1=1", "%%%", "9" * 5_000, "User:1", "", "{}", "../../etc/passwd"]
WITH_IDS = sorted(
    name
    for name, call in CALLS.items()
    if any(get_named_type(call.declared.args[a].type).name == "ID" for a in call.values)
)


def made_up(call: Call, argument: str, id: str) -> Any:
    value = call.values[argument]
    if get_named_type(call.declared.args[argument].type).name != "ID":
        return value
    return [id] if isinstance(value, list) else id


@pytest.mark.parametrize("name", WITH_IDS)
def test_gq_08_a_made_up_id_and_a_missing_one_are_one_answer(name: str, pa1: User) -> None:
    call = CALLS[name]
    before = list(Group.objects.order_by("pk").values())
    missing = ask(call.document, call.values, pa1)
    assert missing[0] == 200
    # A list of ids may be a wish ("mark these as read") that simply finds nothing.
    listed = any(isinstance(value, list) for value in call.values.values())
    assert codes(missing[1]) in ([["NOT_FOUND"], []] if listed else [["NOT_FOUND"]])
    for id in IDS:
        given = {argument: made_up(call, argument, id) for argument in call.values}
        assert ask(call.document, given, pa1) == missing
    assert list(Group.objects.order_by("pk").values()) == before


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_visitor_is_turned_away_everywhere_or_answered(name: str, stranger: AnonymousUser) -> None:
    call = CALLS[name]
    status, body = ask(call.document, call.values, stranger)
    assert status == 200
    assert set(codes(body)) <= {"NOT_SIGNED_IN"}


def test_gq_05_two_acts_of_the_portal_are_refused(pa1: User) -> None:
    for name, call in CALLS.items():
        if call.kind == "mutation" and not call.values:
            twice = f"mutation{{a:{name}{{errors{{code}}}} b:{name}{{errors{{code}}}}}}"
            status, body = ask(twice, {}, pa1)
            assert (status, codes(body)) == (400, ["TOO_MANY_OPERATIONS"])


def widest(type_: GraphQLObjectType, depth: int) -> tuple[int, str]:
    """The selection with the most nodes below `type_`: always the list that holds most, each at its longest."""
    best, text = 0, "__typename"
    if depth == 0:
        return best, text
    for name, declared in type_.fields.items():
        named = get_named_type(declared.type)
        if not isinstance(named, GraphQLObjectType) or any(
            is_required_argument(one) for one in declared.args.values()
        ):
            continue
        extent = extents(schema).get((type_.name, name))
        inside, selection = widest(named, depth - 1)
        times = extent.most if extent else 1
        if times * (1 + inside) > best:
            limit = f"(limit:{times})" if extent and extent.asked else ""
            best, text = times * (1 + inside), f"{name}{limit}{{{selection}}}"
    return best, text


@pytest.mark.django_db
def test_gq_04_the_widest_question_is_answered_cheaply_or_not_at_all(pa1: User) -> None:
    for call in CALLS.values():
        named = get_named_type(call.declared.type)
        if call.kind == "query" and isinstance(named, GraphQLObjectType):
            nodes, selection = widest(named, 5)
            text = call.document.replace("{__typename}", f"{{{selection}}}")
            with CaptureQueriesContext(connection) as queries:
                status, body = ask(text, call.values, pa1)
            if status == 400 or nodes > generous.limits.nodes:
                assert (status, codes(body), len(queries)) == (400, ["QUERY_TOO_COSTLY"], 0)
            else:
                assert (status, len(queries) <= 60, len(json.dumps(body)) <= 1_000_000) == (200, True, True)
