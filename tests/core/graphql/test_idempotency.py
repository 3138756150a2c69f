"""The same key again: the same answer, one effect."""

from __future__ import annotations

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections

from core.graphql.body import Asked
from core.graphql.context import Context
from core.graphql.kernel import Kernel
from core.graphql.limits import Limits
from core.models import Receipt
from core.receipts import KEPT, purge_receipts
from people.models import Group, User
from tests.core.graphql.conftest import Send, data_of
from tests.core.graphql.schema import kernel, schema
from tests.factories import UserFactory

FOUND = "mutation($n:String!,$k:ID){foundClub(name:$n,key:$k){errors{field code} group{id name}}}"


def found(send: Send, user: User | None, name: str, key: object, text: str = FOUND) -> Any:
    response = send({"query": text, "variables": {"n": name, "k": str(key) if key else None}}, user)
    return next(iter(data_of(response).values()))


def test_a_repeated_key_gets_the_stored_answer(send: Send, pa1: User) -> None:
    key = uuid4()
    first = found(send, pa1, "Chess", key)
    Group.objects.filter(name="Chess").update(name="Renamed since")
    assert found(send, pa1, "Chess", key) == first
    assert first["errors"] == []
    assert Group.objects.filter(pk=first["group"]["id"]).count() == 1
    assert Receipt.objects.count() == 1


def test_who_reads_the_database_reads_no_answer_in_it(send: Send, pa1: User) -> None:
    """Answers hold links of guardians and codes to join, of which only digests are kept elsewhere."""
    key = uuid4()
    first = found(send, pa1, "Chess", key)
    kept = Receipt.objects.get()
    assert first["group"]["id"] not in str(vars(kept))
    assert "Chess" not in str(vars(kept))
    # Nothing happens twice even if it cannot be opened any more.
    Receipt.objects.update(response={"sealed": "made up"})
    assert found(send, pa1, "Chess", key) == {"errors": [], "group": None}
    assert Group.objects.filter(name="Chess").count() == 1


def test_without_a_key_twice_is_twice(send: Send, pa1: User) -> None:
    found(send, pa1, "Chess", None)
    found(send, pa1, "Chess", None)
    assert (Group.objects.filter(name="Chess").count(), Receipt.objects.count()) == (2, 0)


def test_a_key_for_something_else_is_refused(send: Send, pa1: User) -> None:
    key = uuid4()
    found(send, pa1, "Chess", key)
    assert found(send, pa1, "Go", key) == {"errors": [{"field": "", "code": "KEY_REUSED"}], "group": None}
    assert not Group.objects.filter(name="Go").exists()


def test_another_document_with_the_same_intent_hears_that_it_is_done(send: Send, pa1: User) -> None:
    key = uuid4()
    found(send, pa1, "Chess", key)
    newer = "mutation($n:String!,$k:ID){done:foundClub(name:$n,key:$k){errors{code} group{name people{id}}}}"
    assert found(send, pa1, "Chess", key, newer) == {"errors": [], "group": None}
    assert Group.objects.filter(name="Chess").count() == 1


def test_keys_belong_to_people(send: Send, pa1: User, pa2: User) -> None:
    key = uuid4()
    assert found(send, pa1, "Chess", key)["group"]["id"] != found(send, pa2, "Chess", key)["group"]["id"]


@pytest.mark.parametrize("key", ["1", "%%%", "x" * 36])
def test_a_key_is_a_uuid(key: str, send: Send, pa1: User) -> None:
    assert found(send, pa1, "Chess", key) == {
        "errors": [{"field": "key", "code": "KEY_INVALID"}],
        "group": None,
    }
    assert not Group.objects.filter(name="Chess").exists()


def test_a_refused_act_keeps_no_receipt_and_may_be_tried_again(send: Send, pa1: User) -> None:
    key = uuid4()
    assert found(send, pa1, "x" * 41, key)["errors"] == [{"field": "name", "code": "TEXT_TOO_LONG"}]
    assert Receipt.objects.count() == 0


@pytest.mark.django_db
def test_a_visitor_leaves_no_receipt(send: Send) -> None:
    assert found(send, None, "Chess", uuid4())["errors"][0]["code"] == "NOT_SIGNED_IN"
    assert Receipt.objects.count() == 0


def test_receipts_are_kept_for_two_weeks(send: Send, pa1: User) -> None:
    found(send, pa1, "Chess", uuid4())
    found(send, pa1, "Go", uuid4())
    old = Receipt.objects.order_by("created_at").first()
    assert old is not None
    Receipt.objects.filter(pk=old.pk).update(created_at=old.created_at - KEPT)
    assert (purge_receipts(), Receipt.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_a_hundred_at_once_are_one_effect_and_one_answer() -> None:
    user = UserFactory()
    generous = Kernel(schema, limits=Limits(points=100_000))
    asked = Asked(query=FOUND, variables={"n": "Rush", "k": str(uuid4())})

    def once(_: int) -> tuple[int, str]:
        try:
            answer = generous.answer(asked, Context(user=user), person="rush")
            return answer.status, json.dumps(json.loads(answer.body), sort_keys=True)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as pool:
        answers = Counter(pool.map(once, range(100)))
    assert len(answers) == 1, answers
    status, body = next(iter(answers))
    assert (status, json.loads(body)["data"]["foundClub"]["errors"]) == (200, [])
    assert Group.objects.filter(name="Rush").count() == 1
    assert Receipt.objects.count() == 1


def test_a_collision_is_tried_again_and_then_told(pa1: User, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def collide(intent: Any, document: str, data: Any) -> None:
        tries.append(document)
        Receipt.objects.bulk_create(
            Receipt(user_id=intent.user_id, key=intent.key, operation="o", fingerprint="f", response={})
            for _ in "ab"
        )

    monkeypatch.setattr("core.graphql.idempotency.Intent.keep", collide)
    answer = kernel.execute(FOUND, {"n": "Twice", "k": str(uuid4())}, user=pa1)
    assert answer["data"]["foundClub"] == {"errors": [{"field": "", "code": "CONFLICT"}], "group": None}
    assert len(tries) == 2
    assert not Group.objects.filter(name="Twice").exists()
