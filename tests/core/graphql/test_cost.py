"""GQ-04: what an answer can hold is known before the database hears of it."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.graphql.body import Asked
from core.graphql.faults import Fault
from core.graphql.kernel import Kernel
from core.graphql.limits import Limits
from core.graphql.points import Bucket
from people.models import Group, User
from tests.conftest import ClassOf
from tests.core.graphql.conftest import Send, code_of, data_of
from tests.core.graphql.schema import kernel, schema


def nodes(text: str, variables: dict[str, Any] | None = None) -> int:
    return kernel._nodes(kernel._ready(Asked(query=text, variables=variables or {})))


def test_lists_multiply() -> None:
    assert nodes('{group(groupId:"x"){name}}') == 1
    assert nodes('{group(groupId:"x"){people{nickname}}}') == 31
    assert nodes('{group(groupId:"x"){people(limit:60){nickname groups(limit:3){name}}}}') == 1 + 60 * (1 + 3)
    assert nodes('{group(groupId:"x"){notes{text}}}') == 6
    assert (
        nodes('{group(groupId:"x"){name} ...A} fragment A on Query{group(groupId:"x"){people{nickname}}}')
        == 32
    )


def test_a_variable_is_read() -> None:
    text = "query($n:Int){groups(limit:$n){name}}"
    assert [nodes(text, {"n": 7}), nodes(text, {}), nodes(text, {"n": None})] == [7, 30, 30]


@pytest.mark.parametrize("limit", [101, 0, -1, 2_147_483_647])
def test_a_page_is_at_most_what_the_list_allows(limit: int) -> None:
    with pytest.raises(Fault, match="PAGE_TOO_LARGE"):
        nodes(f"{{groups(limit:{limit}){{name}}}}")
    with pytest.raises(Fault, match="PAGE_TOO_LARGE"):
        nodes("query($n:Int){groups(limit:$n){name}}", {"n": limit})
    assert nodes("{groups(limit:100){name}}") == 100


@pytest.mark.parametrize("limit,refused", [(1, False), (100, False), (101, True), (0, True)])
def test_a_page_that_is_an_object_keeps_the_same_bound(limit: int, refused: bool) -> None:
    from portal.schema import kernel

    asked = kernel._ready(Asked(query=f"{{myBadges(limit:{limit}){{items{{id}}}}}}", variables={}))
    with pytest.raises(Fault, match="PAGE_TOO_LARGE") if refused else nullcontext():
        kernel._nodes(asked)


def test_two_thousand_nodes_and_not_one_more() -> None:
    assert (
        nodes('{group(groupId:"x"){people(limit:100){groups(limit:18){name}}}' + " groups(limit:99){name}}")
        == 2_000
    )
    with pytest.raises(Fault, match="QUERY_TOO_COSTLY"):
        nodes('{group(groupId:"x"){people(limit:100){groups(limit:18){name}}}' + " groups(limit:100){name}}")


def test_gq_04_a_circle_of_lists_is_refused_before_any_sql(send: Send, class_2b: ClassOf) -> None:
    circle = "people(limit:60){groups(limit:60){people(limit:60){nickname}}}"
    text = f'{{group(groupId:"{class_2b.group.pk}"){{{circle}}}}}'
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = send({"query": text})
    assert (response.status_code, code_of(response)) == (400, "QUERY_TOO_COSTLY")
    assert len(queries) == 0


def test_gq_04_sabotaged_without_the_rule_the_circle_would_run(class_2b: ClassOf, teacher: User) -> None:
    text = f'{{group(groupId:"{class_2b.group.pk}"){{people(limit:60){{groups(limit:60){{people{{nickname}}}}}}}}}}'
    lax = Kernel(schema, limits=Limits(nodes=10**9, fields=10**9))
    assert len(lax.execute(text, user=teacher)["data"]["group"]["people"]) == 4


def test_a_page_goes_on_behind_the_last_one_seen(send: Send, class_2b: ClassOf, teacher: User) -> None:
    def page(after: str) -> list[str]:
        text = f'{{group(groupId:"{class_2b.group.pk}"){{people(limit:2{after}){{id}}}}}}'
        return [person["id"] for person in data_of(send({"query": text}, teacher))["group"]["people"]]

    first = page("")
    second = page(f',after:"{first[-1]}"')
    everybody = sorted(class_2b.group.memberships.select_related("user"), key=lambda m: m.user.family_name)
    assert first + second == [str(membership.user_id) for membership in everybody]
    assert page(f',after:"{second[-1]}"') == []
    assert page(',after:"%%%"') == []


def test_many_statements_are_too_costly_for_a_stranger_document(class_2b: ClassOf, teacher: User) -> None:
    text = f'{{group(groupId:"{class_2b.group.pk}"){{people{{groups{{people{{groups{{name}}}}}}}}}}}}'
    small = Kernel(schema, limits=Limits(nodes=10**9, fields=10**9, statements=5))
    found = small.execute(text, user=teacher)
    assert {error["extensions"]["code"] for error in found["errors"]} == {"QUERY_TOO_COSTLY"}


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_empties_and_fills_again() -> None:
    clock = Clock()
    bucket = Bucket(1_000, 50, clock=clock)
    for _ in range(20):
        bucket.spend("ola", 50)
    with pytest.raises(Fault, match="RATE_LIMITED") as refused:
        bucket.spend("ola", 50)
    assert refused.value.retry_after == 1
    bucket.spend("jan", 1_000)
    clock.now += 0.5
    bucket.spend("ola", 25)
    with pytest.raises(Fault, match="RATE_LIMITED"):
        bucket.spend("ola", 1)
    clock.now += 3_000
    bucket.spend("ola", 1_000)
    with pytest.raises(Fault, match="RATE_LIMITED") as again:
        bucket.spend("ola", 1_000)
    assert again.value.retry_after == 20


def test_an_empty_bucket_answers_429_with_retry_after(
    send: Send, teacher: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel, "_bucket", Bucket(12, 1, clock=Clock()))
    found = 'mutation{foundClub(name:"late"){errors{code}}}'
    answers = [
        send({"query": text}, teacher) for text in ("{nonsense}", "{nonsense}", "{hello}", "{hello}", found)
    ]
    assert [answer.status_code for answer in answers] == [400, 400, 200, 200, 429]
    assert (code_of(answers[-1]), answers[-1]["Retry-After"]) == ("RATE_LIMITED", "1")
    assert not Group.objects.filter(name="late").exists()
