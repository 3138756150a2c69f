"""GQ-05, GQ-07 and GQ-09: what a body may be, and how it may come."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from core.graphql.body import Asked, read_body
from core.graphql.faults import Fault
from core.graphql.limits import Limits
from people.models import Group, User
from tests.conftest import ClassOf
from tests.core.graphql.conftest import Send, code_of

LIMITS = Limits()
HELLO = {"query": "query($t:String){hello(text:$t)}"}


def test_a_body_is_read_exactly() -> None:
    raw = b'{"query":"{hello}","variables":{"a":1},"operationName":null}'
    assert read_body(raw, LIMITS) == Asked(query="{hello}", variables={"a": 1})


@pytest.mark.parametrize(
    "raw",
    [
        b"null", b"5", b'"x"', b" ", b"{", b"{}", b"[" * 100_000, b'{"query":' + b"[" * 60_000,
        b'{"query":"{hello}","variables":{"n":' + b"9" * 6_000 + b"}}",
        b'{"query":"{hello}","variables":{"n":NaN}}', b'{"query":"{hello}","variables":{"n":-Infinity}}',
        b'{"query":"{hello}","variables":{"n":1e999}}',
        b'{"query":"\xff\xfe"}', b'\xef\xbb\xbf{"query":"{hello}"}', '{"query":"{hello}"}'.encode("utf-16"),
        b'{"query":"{hello}","query":"{hello}"}', b'{"query":"{hello}","variables":{"a":1,"a":2}}',
        b'{"query":"{hello}","variables":[]}', b'{"query":"{hello}","variables":"{}"}',
        b'{"query":5}', b'{"query":"{hello}","operationName":5}', b'{"query":"{hello}","more":1}',
        b'{"documentId":"../../etc/passwd"}', b'{"documentId":7}',
        b'{"query":"{hello}","documentId":"' + b"a" * 64 + b'"}',
        b'{"query":"{hello}","variables":{"t":"\\ud800"}}', b'{"query":"{hello}","variables":{"t":"\\u0000"}}',
        b'{"query":"{hello}","variables":{"\\u0000":1}}', b'{"query":"{hello}","operationName":"\\udfff"}',
        b'{"query":"{hello(text:\\"\\\\u0000\\")}"}', b'{"query":"{hello(text:\\"\\\\ud800\\")}"}',
    ],
)  # fmt: skip
@pytest.mark.django_db
def test_gq_09_a_body_no_database_should_see_answers_400(raw: bytes, send: Send) -> None:
    response = send(raw)
    # An array of any depth is first of all several operations.
    codes = {"BAD_REQUEST", "BAD_QUERY"} if raw[:1] != b"[" else {"BAD_REQUEST", "TOO_MANY_OPERATIONS"}
    assert response.status_code in (400, 413)
    assert code_of(response) in codes | {"BODY_TOO_LARGE"}


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["\ud800", "\0", "a\udfffb"])
def test_gq_09_no_string_argument_takes_nul_or_a_lone_surrogate(text: str, send: Send, teacher: User) -> None:
    for operation, variable in (
        ("query($t:String){hello(text:$t)}", "t"),
        ("mutation($t:String!){foundClub(name:$t){errors{code}}}", "t"),
        ("mutation($t:String!){guessCode(code:$t){right}}", "t"),
        ('mutation($t:ID!){renameGroup(groupId:$t,name:"a"){errors{code}}}', "t"),
        ("query($t:ID!){group(groupId:$t){name}}", "t"),
    ):
        response = send({"query": operation, "variables": {variable: text}}, teacher)
        assert (response.status_code, code_of(response)) == (400, "BAD_REQUEST")


@pytest.mark.parametrize("depth, fine", [(31, True), (32, False)])
def test_nesting_stops_at_32(depth: int, fine: bool) -> None:
    # The body itself is the first level, `variables` the second.
    raw = b'{"query":"{hello}","variables":{"a":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}}"
    if fine:
        assert read_body(raw, LIMITS).query == "{hello}"
    else:
        with pytest.raises(Fault, match="BAD_REQUEST"):
            read_body(raw, LIMITS)


def test_brackets_inside_texts_do_not_nest() -> None:
    assert read_body(json.dumps({"query": "[{" * 500 + '\\"'}).encode(), LIMITS).query == "[{" * 500 + '\\"'


@pytest.mark.parametrize("size, fine", [(65_535, True), (65_536, True), (65_537, False)])
def test_a_body_has_64_kilobytes(size: int, fine: bool) -> None:
    raw = b'{"query":"{hello}"}'
    raw += b" " * (size - len(raw))
    if fine:
        assert read_body(raw, LIMITS).query == "{hello}"
    else:
        with pytest.raises(Fault, match="BODY_TOO_LARGE"):
            read_body(raw, LIMITS)


@pytest.mark.django_db
def test_gq_05_an_array_of_operations_runs_none(send: Send, teacher: User) -> None:
    before = Group.objects.count()
    one = {"query": 'mutation{foundClub(name:"a"){errors{code}}}'}
    response = send([one] * 100, teacher)
    assert (response.status_code, code_of(response)) == (400, "TOO_MANY_OPERATIONS")
    assert send([], teacher).status_code == 400
    assert Group.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "mutation{" + " ".join(f'm{n}:foundClub(name:"a"){{errors{{code}}}}' for n in range(50)) + "}",
        " ".join(f'mutation M{n}{{foundClub(name:"a"){{errors{{code}}}}}}' for n in range(50)),
        'mutation{a:foundClub(name:"a"){errors{code}} ...B} fragment B on Mutation{foundClub(name:"b"){errors{code}}}',
        'mutation A{foundClub(name:"a"){errors{code}}} query B{hello}',
    ],
    ids=["aliases", "operations", "fragment", "query beside"],
)
def test_gq_05_two_acts_in_one_document_run_none(text: str, send: Send, teacher: User) -> None:
    before = Group.objects.count()
    response = send({"query": text}, teacher)
    assert (response.status_code, code_of(response)) == (400, "TOO_MANY_OPERATIONS")
    assert Group.objects.count() == before


MUTATION = {"query": 'mutation{foundClub(name:"forged"){errors{code}}}'}


@pytest.mark.parametrize(
    "how, expected",
    [
        ({"method": "GET", "content_type": "application/json"}, (405, "METHOD_NOT_ALLOWED")),
        ({"method": "PUT", "content_type": "application/json"}, (405, "METHOD_NOT_ALLOWED")),
        ({"method": "OPTIONS", "content_type": "application/json"}, (405, "METHOD_NOT_ALLOWED")),
        ({"content_type": "application/x-www-form-urlencoded"}, (415, "UNSUPPORTED_MEDIA_TYPE")),
        ({"content_type": "multipart/form-data; boundary=x"}, (415, "UNSUPPORTED_MEDIA_TYPE")),
        ({"content_type": "text/plain"}, (415, "UNSUPPORTED_MEDIA_TYPE")),
        ({"content_type": "application/json; charset=latin-1"}, (415, "UNSUPPORTED_MEDIA_TYPE")),
        ({"content_type": "application/json", "HTTP_ORIGIN": "https://evil.example"}, (403, "CSRF_FAILED")),
        ({"content_type": "application/json", "HTTP_ORIGIN": "null"}, (403, "CSRF_FAILED")),
        ({"content_type": "application/json", "token": ""}, (403, "CSRF_FAILED")),
        ({"content_type": "application/json", "token": "x" * 32}, (403, "CSRF_FAILED")),
    ],
)  # fmt: skip
def test_gq_07_a_request_from_elsewhere_changes_nothing(
    how: dict[str, Any], expected: tuple[int, str], teacher: User
) -> None:
    response = _browser(teacher, **how)
    assert (response.status_code, code_of(response)) == expected
    assert not Group.objects.filter(name="forged").exists()


def test_gq_07_the_same_request_from_the_portal_is_done(teacher: User) -> None:
    response = _browser(teacher, content_type="application/json", HTTP_ORIGIN="http://testserver")
    assert (response.status_code, code_of(response)) == (200, None)
    assert Group.objects.filter(name="forged").count() == 1


def test_a_get_is_told_what_is_allowed(db: None) -> None:
    response = Client().get("/graphql/?query={hello}")
    assert (response.status_code, response["Allow"]) == (405, "POST")


def _browser(user: User, *, method: str = "POST", token: str | None = None, **how: Any) -> Any:
    client = Client(enforce_csrf_checks=True)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    good = "a" * 32
    client.cookies["csrftoken"] = good
    how["HTTP_X_CSRFTOKEN"] = good if token is None else token
    return client.generic(method, "/graphql/", json.dumps(MUTATION), **how)


@pytest.mark.django_db
def test_a_compressed_body_is_refused(send: Send) -> None:
    assert send({"query": "{hello}"}, HTTP_CONTENT_ENCODING="gzip").status_code == 415


def test_every_answer_stays_out_of_caches(send: Send, class_2b: ClassOf) -> None:
    assert send({"query": "{hello}"})["Cache-Control"] == "no-store"
