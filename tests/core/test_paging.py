"""Pages by key: nothing is shown twice and nothing is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.db.models import F

from core.paging import page
from people.models import User
from tests.factories import UserFactory


@pytest.mark.parametrize(
    "order", [("family_name",), ("-family_name", "given_name"), ("-family_name", "-pk"), ()]
)
def test_pages_add_up_to_the_whole(order: tuple[str, ...], db: None) -> None:
    for n in range(11):
        UserFactory(family_name=f"N{n % 3}", given_name=f"G{n % 2}")
    rows = User.objects.order_by(*order)
    seen: list[Any] = []
    while more := page(rows, limit=3, after=seen[-1].pk if seen else None):
        seen += more
    assert len(seen) == 11
    assert {user.pk for user in seen} == {user.pk for user in rows}
    if order:
        names = [user.family_name for user in seen]
        assert names == sorted(names, reverse=order[0].startswith("-"))


def test_a_row_that_came_in_between_disturbs_nothing(db: None) -> None:
    for name in ("B", "D", "F"):
        UserFactory(family_name=name)
    rows = User.objects.order_by("family_name")
    first = page(rows, limit=2)
    UserFactory(family_name="A")
    UserFactory(family_name="E")
    assert [user.family_name for user in page(rows, limit=2, after=first[-1].pk)] == ["E", "F"]


def test_behind_what_is_gone_there_is_nothing(db: None) -> None:
    user = UserFactory()
    assert page(User.objects.none(), limit=3, after=user.pk) == []
    assert page(User.objects.all(), limit=3, after="%%%") == []


def test_an_order_without_a_key_is_refused(db: None) -> None:
    for order in ("?", F("family_name") + F("given_name")):
        with pytest.raises(ValueError, match="plain columns"):
            page(User.objects.order_by(order), limit=3)
    assert page(User.objects.order_by(F("family_name").desc()), limit=3) == []


@dataclass(frozen=True)
class Row:
    id: str


def test_plain_rows_are_paged_by_their_id() -> None:
    rows = [Row(letter) for letter in "abcde"]
    assert page(rows, limit=2) == rows[:2]
    assert page(rows, limit=2, after="b") == rows[2:4]
    assert page([{"id": "a"}, {"id": "b"}], limit=2, after="a") == [{"id": "b"}]
    assert page(rows, limit=2, after="z") == []
