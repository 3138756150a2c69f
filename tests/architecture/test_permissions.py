"""AC-01: every operation × every role has a declared answer in `permissions.csv`, and gives it.

`yes`: the gate lets it through (the service may still say that the state does not allow it). `no`: refused, with the very
answer that a made-up id gets. An operation without a row fails.
"""

from __future__ import annotations

import csv
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import transaction
from graphql import get_named_type, is_object_type, is_required_argument

from core.graphql import operations
from portal.schema import schema
from tests.architecture.world import FIXTURES, ROLES, World, make_world
from tests.asking import Reply, ask
from tests.paths.conftest import small_path  # noqa: F401

TABLE = Path(__file__).with_name("permissions.csv")
REFUSED = {"NOT_FOUND", "NOT_SIGNED_IN"}
ROOTS = {"query": schema.graphql_schema.query_type, "mutation": schema.graphql_schema.mutation_type}


def declared() -> dict[str, dict[str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return {line["operation"]: line for line in csv.DictReader(file)}


def asked() -> list:
    return [operation for operation in operations(schema) if operation.kind in ROOTS]


def document(kind: str, name: str) -> tuple[str, list[str]]:
    """A document that calls the operation with all its arguments, and their names."""
    field = ROOTS[kind].fields[name]
    given = [n for n, a in field.args.items() if n != "key" and (is_required_argument(a) or n in {"groupId"})]
    heads = ", ".join(f"${n}: {field.args[n].type}" for n in given)
    calls = ", ".join(f"{n}: ${n}" for n in given)
    named = get_named_type(field.type)
    body = ""
    if is_object_type(named):
        body = "{ errors { code message } }" if "errors" in named.fields else "{ __typename }"
    return (
        f"{kind} Try{'(' + heads + ')' if heads else ''} {{ {name}{'(' + calls + ')' if calls else ''} {body} }}",
        given,
    )


def try_as(person, operation, variables) -> Reply:
    """Carry the operation out and roll back what it did."""
    text, _given = document(operation.kind, operation.name)
    with transaction.atomic():
        reply = ask(person, text, **variables)
        transaction.set_rollback(True)
    return reply


@pytest.fixture
def world(class_2b, class_2c, class_1a, small_path, coordinator, leader, editor, operator) -> World:
    return make_world(class_2b, small_path)


def test_ac_01_every_operation_has_its_row():
    assert set(declared()) == {operation.name for operation in asked()}


def test_ac_01_every_cell_is_declared():
    assert {line[role] for line in declared().values() for role in ROLES} <= {"yes", "no"}


@pytest.mark.parametrize("role", ROLES)
def test_ac_01_every_operation_answers_each_role_as_declared(role, world, request):
    person = request.getfixturevalue(FIXTURES[role])
    table = declared()
    found = {}
    for operation in asked():
        _text, given = document(operation.kind, operation.name)
        reply = try_as(person, operation, world.variables(given, operation.name))
        assert reply.status == 200, (operation.name, reply.body)
        found[operation.name] = "no" if reply.code in REFUSED else "yes"

    assert found == {name: line[role] for name, line in table.items()}


@pytest.mark.parametrize("role", ["PC", "TB", "V"])
def test_ac_02_what_is_not_yours_looks_like_what_does_not_exist(role, world, request):
    person = request.getfixturevalue(FIXTURES[role])
    for operation in asked():
        if operation.target == "self" or declared()[operation.name][role] == "yes":
            continue
        _text, given = document(operation.kind, operation.name)
        real = world.variables(given, operation.name)
        made_up = {
            name: uuid4() if name.endswith("Id") or name == "id" else value for name, value in real.items()
        }

        assert try_as(person, operation, real).body == try_as(person, operation, made_up).body, operation.name
