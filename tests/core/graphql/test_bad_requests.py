"""Generated bad requests: whatever comes, the answer is a refusal or data, never a 5xx and never our insides."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.graphql.faults import FAULTS
from core.graphql.kernel import Kernel
from core.graphql.limits import Limits
from core.graphql.view import GraphQLView
from tests.core.graphql.schema import schema

# Buckets that never run dry, so that every request is looked at.
generous = Kernel(schema, limits=Limits(points=10**9, points_a_second=10**8))
view = GraphQLView.as_view(kernel=generous)
factory = RequestFactory()
INSIDES = ("Traceback", "graphql", "django", "sqlite", ".py", "SELECT ", "did you mean", "Error:")

NAMES = st.sampled_from(
    ["hello", "group", "groups", "secret", "people", "foundClub", "guessCode", "errors", "code", "name", "id",
     "__typename",
     "__schema", "__type", "query", "mutation", "fragment", "on", "Query", "Group", "A", "limit", "after", "text"]
)  # fmt: skip
PIECES = st.one_of(
    NAMES,
    st.sampled_from(
        [*'{}()[]:!$@="|&,. \n#', "...", '"""', "-1", "1e9", "null", "true", "\\u0000", "9" * 40]
    ),
    st.text(max_size=5),
)
DOCUMENTS = st.one_of(
    st.lists(PIECES, max_size=60).map(" ".join),
    st.text(max_size=200),
    st.lists(NAMES, min_size=1, max_size=12).map(lambda names: "{" + "{".join(names) + "}" * len(names)),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)
BODIES = st.one_of(
    st.binary(max_size=300),
    VALUES,
    st.fixed_dictionaries(
        {},
        optional={
            "query": DOCUMENTS | VALUES,
            "variables": VALUES,
            "operationName": VALUES,
            "documentId": VALUES,
            "extensions": VALUES,
        },
    ),
    st.fixed_dictionaries({"query": DOCUMENTS, "variables": st.dictionaries(NAMES, VALUES, max_size=3)}),
)
GOOD = json.dumps(
    {
        "query": "query A($t:String){hello(text:$t) groups(limit:2){name people(limit:3){id}}}",
        "variables": {"t": "ż"},
    }
).encode()


def check(raw: bytes) -> None:
    request = factory.post("/graphql/", data=raw, content_type="application/json")
    request.user = AnonymousUser()
    request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
    response = view(request)
    body: dict[str, Any] = json.loads(response.content)
    codes = {error["extensions"]["code"] for error in body.get("errors", [])}
    # The resolver `secret` fails by design; everything else that fails is a refusal.
    allowed = (FAULTS.keys() | {"NOT_SIGNED_IN", "NOT_FOUND"}) - {"UNAVAILABLE", "TIMEOUT"}
    if b"secret" not in raw:
        allowed -= {"INTERNAL"}
    assert response.status_code < 500
    assert codes <= allowed
    shown = response.content.decode()
    assert not any(word in shown for word in INSIDES if word not in raw.decode("utf-8", "replace"))


@pytest.mark.django_db
@settings(max_examples=1_500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BODIES)
def test_generated_bodies_are_answered(body: Any) -> None:
    check(body if isinstance(body, bytes) else json.dumps(body).encode("utf-8", "surrogatepass"))


@pytest.mark.django_db
@settings(max_examples=1_500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.binary(max_size=3)), min_size=1, max_size=5))
def test_a_good_body_with_changed_bytes_is_answered(changes: list[tuple[int, bytes]]) -> None:
    raw = GOOD
    for at, piece in changes:
        raw = raw[:at] + piece + raw[at + 1 :]
    check(raw)
