"""Documents made from the schema itself, so that a field which is added tomorrow is tried tomorrow."""

from __future__ import annotations

import json
from typing import Any

from graphql import GraphQLObjectType, get_named_type, is_object_type, is_required_argument

from core.graphql.body import read_body
from core.graphql.context import Context
from core.graphql.kernel import Kernel
from core.graphql.limits import Limits
from portal.schema import schema

QUERIES = schema.graphql_schema.query_type.fields
MUTATIONS = schema.graphql_schema.mutation_type.fields
# What one request may ask for is tried elsewhere; here everything is asked for at once, at every gate.
unbounded = Kernel(
    schema,
    limits=Limits(
        characters=10**6, tokens=10**6, depth=50, nodes=10**9, fields=10**9, repeats=10**3, points=10**9,
        points_a_second=10**8, statements=10**4, answer_bytes=10**8, body_bytes=10**7, nesting=100,
    ),
)  # fmt: skip


def everything(kind: GraphQLObjectType, way: tuple[str, ...] = ()) -> str:
    """The widest selection below `kind`: every field and every edge; a type is entered once a way."""
    parts = ["__typename"]
    for name, one in kind.fields.items():
        below = get_named_type(one.type)
        if asks(one) or below.name in way:
            continue
        parts.append(
            f"{name} {{ {everything(below, (*way, kind.name))} }}" if is_object_type(below) else name
        )
    return " ".join(parts)


def asks(one: Any) -> bool:
    """Whether the field cannot be asked for without an argument."""
    return any(is_required_argument(argument) for argument in one.args.values())


def walk(name: str, arguments: list[str]) -> str:
    """The document that begins at the query `name` and goes along every edge, with `arguments` as variables."""
    one = QUERIES[name]
    heads = ", ".join(f"${argument}: {one.args[argument].type}" for argument in arguments)
    calls = ", ".join(f"{argument}: ${argument}" for argument in arguments)
    kind = get_named_type(one.type)
    inside = f" {{ {everything(kind)} }}" if is_object_type(kind) else ""
    return f"query Walk{f'({heads})' if heads else ''} {{ {name}{f'({calls})' if calls else ''}{inside} }}"


def answer(person: Any, document: str, variables: dict[str, Any]) -> tuple[str, str | None]:
    """The whole answer as text, and the first error's code."""
    raw = json.dumps({"query": document, "variables": variables}, default=str).encode()
    given = unbounded.answer(read_body(raw, unbounded.limits), Context(user=person), person=str(person.pk))
    body = json.loads(given.body)
    codes = [error["extensions"]["code"] for error in body.get("errors") or []]
    return json.dumps(body, ensure_ascii=False), codes[0] if codes else None
