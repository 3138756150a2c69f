"""GQ-06, GQ-08, GQ-10: what an error tells, and to whom."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import translation

from core.graphql.kernel import Kernel
from core.graphql.limits import Limits
from people.models import Group, User
from tests.conftest import ClassOf
from tests.core.graphql.conftest import Send, code_of, data_of
from tests.core.graphql.schema import RIGHT_CODE, SECRET, kernel, schema, tries


def test_gq_06_a_thousand_guesses_as_aliases_are_refused(send: Send, pa1: User) -> None:
    guesses = " ".join(f'g{n}:guessCode(code:"{n}"){{right}}' for n in range(1_000))
    response = send({"query": f"mutation{{{guesses}}}"}, pa1)
    assert (response.status_code, code_of(response)) == (400, "QUERY_TOO_LARGE")
    assert tries.counted("class") == 0


def test_gq_06_the_counter_counts_guesses(send: Send, pa1: User) -> None:
    text = "mutation($c:String!){guessCode(code:$c){right errors{code}}}"
    answers = [
        data_of(send({"query": text, "variables": {"c": str(n)}}, pa1))["guessCode"] for n in range(12)
    ]
    assert (
        answers
        == [{"right": False, "errors": []}] * 10 + [{"right": None, "errors": [{"code": "RATE_LIMITED"}]}] * 2
    )
    right = send({"query": text, "variables": {"c": RIGHT_CODE}}, pa1)
    assert data_of(right)["guessCode"]["right"] is None


@pytest.mark.parametrize(
    "language, words", [("pl", "po naszej stronie"), ("en", "on our side"), ("uk", "з нашого боку")]
)
def test_gq_08_a_secret_in_an_exception_stays_in_the_log(
    language: str, words: str, caplog: pytest.LogCaptureFixture, teacher: User
) -> None:
    with translation.override(language), caplog.at_level(logging.ERROR):
        found = kernel.execute("{secret}", user=teacher)
    error = found["errors"][0]
    assert error["extensions"]["code"] == "INTERNAL"
    assert words in error["message"]
    assert SECRET not in json.dumps(found)
    logged = [record.getMessage() for record in caplog.records if "resolver_failed" in record.getMessage()]
    assert len(logged) == 1
    assert SECRET in logged[0]
    assert error["extensions"]["requestId"] in logged[0]


@pytest.mark.parametrize(
    "id",
    ["PupilNode:1 OR 1=1", "%%%", "9" * 5_000, "User:1", "", " ", "None", "{b}", "../..", "0", "٣" * 36,
     "00000000-0000-0000-0000-000000000000", "urn:uuid:00000000-0000-0000-0000-000000000000"],
)  # fmt: skip
def test_gq_08_a_made_up_id_and_a_foreign_one_are_one_answer(
    id: str, send: Send, pa1: User, class_1a: ClassOf, class_2b: ClassOf
) -> None:
    text = "query($id:ID!){group(groupId:$id){name}}"
    made_up = send({"query": text, "variables": {"id": id}}, pa1)
    foreign = send({"query": text, "variables": {"id": str(class_1a.group.pk)}}, pa1)
    own = send({"query": text, "variables": {"id": str(class_2b.group.pk)}}, pa1)
    assert (made_up.status_code, made_up.content) == (foreign.status_code, foreign.content)
    assert code_of(made_up) == "NOT_FOUND"
    assert data_of(own) == {"group": {"name": "2B"}}


def test_a_foreign_and_a_missing_target_are_one_refusal_and_nothing_changes(
    send: Send, pa1: User, class_1a: ClassOf
) -> None:
    text = 'mutation($id:ID!){renameGroup(groupId:$id,name:"mine"){errors{field code message} group{name}}}'
    before = list(Group.objects.order_by("pk").values())
    answers = [
        send({"query": text, "variables": {"id": id}}, pa1).content
        for id in (str(class_1a.group.pk), "%%%", str(pa1.pk))
    ]
    assert answers[0] == answers[1] == answers[2]
    problem = json.loads(answers[0])["data"]["renameGroup"]
    assert (problem["errors"][0]["field"], problem["errors"][0]["code"]) == ("groupId", "NOT_FOUND")
    assert list(Group.objects.order_by("pk").values()) == before


def test_a_second_id_is_checked_too_and_all_is_rolled_back(
    send: Send, teacher: User, class_2b: ClassOf, class_1a: ClassOf
) -> None:
    text = 'mutation($id:ID!,$like:ID!){renameGroup(groupId:$id,likeId:$like,name:"new"){errors{code}}}'
    variables = {"id": str(class_2b.group.pk), "like": str(class_1a.group.pk)}
    response = send({"query": text, "variables": variables}, teacher)
    assert data_of(response) == {"renameGroup": {"errors": [{"code": "NOT_FOUND"}]}}
    assert Group.objects.get(pk=class_2b.group.pk).name == "2B"


def test_a_refusal_after_a_write_leaves_nothing_behind(send: Send, teacher: User, class_2b: ClassOf) -> None:
    text = 'mutation($id:ID!){renameGroup(groupId:$id,name:"class"){errors{field code message}}}'
    response = send({"query": text, "variables": {"id": str(class_2b.group.pk)}}, teacher)
    errors = data_of(response)["renameGroup"]["errors"]
    assert [(error["field"], error["code"]) for error in errors] == [("name", "NAME_TAKEN")]
    assert Group.objects.get(pk=class_2b.group.pk).name == "2B"


def test_a_broken_payload_undoes_the_act(send: Send, teacher: User) -> None:
    response = send({"query": 'mutation{foundClub(name:"half"){group{broken}}}'}, teacher)
    assert (data_of(response), code_of(response)) == (None, "INTERNAL")
    assert not Group.objects.filter(name="half").exists()


@pytest.mark.django_db
def test_a_visitor_is_asked_to_sign_in_whatever_the_id(send: Send, class_2b: ClassOf) -> None:
    text = "query($id:ID!){group(groupId:$id){name}}"
    answers = [send({"query": text, "variables": {"id": id}}) for id in (str(class_2b.group.pk), "%%%")]
    assert answers[0].content == answers[1].content
    assert code_of(answers[0]) == "NOT_SIGNED_IN"


INTROSPECTION = "{__schema{types{name}}}"


@pytest.mark.parametrize(
    "text", [INTROSPECTION, '{__type(name:"Person"){name}}', "{helo}", "{hello(txt:1)}", "{group{name}}"]
)
def test_gq_10_no_schema_and_no_suggestions(text: str, send: Send, pa1: User) -> None:
    for user in (None, pa1):
        response = send({"query": text}, user)
        assert (response.status_code, code_of(response)) == (400, "BAD_QUERY")
        assert not any(
            word in response.content.decode() for word in ("mean", "hello", "Person", "__", "groupId")
        )


def test_gq_10_wrong_variables_are_not_quoted(send: Send, pa1: User) -> None:
    text = "query($id:ID!){group(groupId:$id){name}}"
    for variables in ({}, {"id": ["cnry-1"]}, {"id": {"a": "cnry-1"}}, {"id": None}):
        response = send({"query": text, "variables": variables}, pa1)
        assert (response.status_code, code_of(response)) == (400, "BAD_VARIABLES")
        assert "cnry" not in response.content.decode()


def test_gq_10_typename_is_open(send: Send, pa1: User) -> None:
    assert data_of(send({"query": "{__typename}"}, pa1)) == {"__typename": "Query"}


def test_a_database_that_is_away_is_no_success(monkeypatch: pytest.MonkeyPatch, teacher: User) -> None:
    def away(*args: Any, **kwargs: Any) -> Any:
        raise OperationalError("server closed the connection: host=10.0.0.5")

    monkeypatch.setattr(Group.objects.__class__, "create", away)
    found = kernel.execute('mutation{foundClub(name:"x"){errors{code}}}', user=teacher)
    assert found["data"] is None
    assert found["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
    assert "10.0.0.5" not in json.dumps(found)


def test_a_request_out_of_time_is_stopped_and_undone(teacher: User) -> None:
    late = Kernel(schema, limits=Limits(seconds=-1.0))
    found = late.execute("{groups{name}}", user=teacher)
    assert found["errors"][0]["extensions"]["code"] == "TIMEOUT"
