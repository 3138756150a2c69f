"""A fact reaches its audience after the commit, or nobody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from core import emitting
from core.domain_events import DomainEvent, about_of, fact_name, facts, restore
from core.emitting import Audience, EmittedOutsideTransaction, emit, on
from core.models import Activity, Delivery
from people.models import User
from tests.factories import UserFactory


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class LampLit(DomainEvent):
    lamp_id: UUID
    room_ids: tuple[UUID, ...] = ()
    colour: Colour | None = None


heard: list[str] = []


@on(LampLit)
def _stumbles(fact: LampLit) -> None:
    heard.append("stumbles")
    raise RuntimeError("not today")


@on(LampLit)
def _hears(fact: LampLit) -> None:
    heard.append(str(fact.lamp_id))


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> list[tuple[tuple[str, ...], dict[str, object]]]:
    """What goes to the sockets; their own tests listen with real ones."""
    posted: list[tuple[tuple[str, ...], dict[str, object]]] = []
    monkeypatch.setattr(emitting, "publish", lambda topics, envelope: posted.append((topics, envelope)))
    heard.clear()
    return posted


@pytest.mark.django_db(transaction=True)
def test_a_fact_outside_a_transaction_is_refused() -> None:
    with pytest.raises(EmittedOutsideTransaction):
        emit(LampLit(uuid4()), actor=None, audience=Audience())
    assert Activity.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_fact_is_kept_delivered_published_and_heard(
    published: list[tuple[tuple[str, ...], dict[str, object]]],
) -> None:
    actor, ola, jan = UserFactory(), UserFactory(), UserFactory()
    lamp, room, group = uuid4(), uuid4(), uuid4()
    audience = Audience(topics=(f"group:{group}",), deliver_to=(ola.pk, jan.pk, ola.pk), scope=group)
    with transaction.atomic():
        activity = emit(LampLit(lamp, (room,), Colour.RED), actor=actor, audience=audience)
        assert (published, heard) == ([], [])
    kept = Activity.objects.get()
    assert (kept.fact, kept.actor, kept.scope) == ("tests.LampLit", actor, group)
    assert kept.about == {"lamp_id": str(lamp), "room_ids": [str(room)], "colour": "red"}
    assert kept.restored() == LampLit(lamp, (room,), Colour.RED)
    assert set(Delivery.objects.values_list("recipient", "seen_at")) == {(ola.pk, None), (jan.pk, None)}
    assert Delivery.objects.unseen().filter(recipient=ola).count() == 1
    assert published == [
        (
            (f"group:{group}", f"user:{ola.pk}", f"user:{jan.pk}"),
            {
                "fact": "tests.LampLit",
                "about": {"lampId": str(lamp), "roomIds": [str(room)], "colour": "red"},
                "scope": str(group),
                "at": activity.created_at.isoformat(),
            },
        )
    ]
    assert heard == ["stumbles", str(lamp)]


@pytest.mark.django_db(transaction=True)
def test_a_fact_rolled_back_reaches_nobody(
    published: list[tuple[tuple[str, ...], dict[str, object]]],
) -> None:
    ola = UserFactory()
    with transaction.atomic():
        emit(LampLit(uuid4()), actor=ola, audience=Audience(topics=("group:x",), deliver_to=(ola.pk,)))
        transaction.set_rollback(True)
    assert (published, heard, Activity.objects.count(), Delivery.objects.count()) == ([], [], 0, 0)


@pytest.mark.django_db(transaction=True)
def test_a_line_that_is_down_does_not_stop_the_subscribers(monkeypatch: pytest.MonkeyPatch) -> None:
    def down(topics: object, envelope: object) -> None:
        raise ConnectionError("redis")

    heard.clear()
    monkeypatch.setattr(emitting, "publish", down)
    lamp = uuid4()
    with transaction.atomic():
        emit(LampLit(lamp), actor=None, audience=Audience(topics=("group:x",)))
    assert heard == ["stumbles", str(lamp)]


def test_deliveries_cost_the_same_for_one_and_for_thirty(
    django_assert_num_queries: object, published: object, db: None
) -> None:
    people = UserFactory.create_batch(30)
    for some in (people[:1], people):
        with django_assert_num_queries(2), transaction.atomic(savepoint=False):  # type: ignore[operator]
            emit(LampLit(uuid4()), actor=None, audience=Audience(deliver_to=tuple(one.pk for one in some)))


def test_the_trail_outlives_the_account(db: None, published: object) -> None:
    ola: User = UserFactory()
    with transaction.atomic():
        emit(LampLit(uuid4()), actor=ola, audience=Audience(deliver_to=(ola.pk,)))
    ola.delete()
    assert (Activity.objects.get().actor, Delivery.objects.count()) == (None, 0)


def test_a_fact_carries_ids_only() -> None:
    for smuggled in ("Anna Nowak", 5, 4.5, {"a": 1}, [uuid4()], ("x",)):
        with pytest.raises(TypeError, match=r"LampLit\.lamp_id"):
            about_of(LampLit(smuggled))  # type: ignore[arg-type]


def test_a_name_belongs_to_one_fact() -> None:
    assert fact_name(LampLit) == "tests.LampLit"
    assert facts()["tests.LampLit"] is LampLit
    with pytest.raises(TypeError, match="Two facts"):
        type("LampLit", (DomainEvent,), {"__module__": "tests.elsewhere"})
    with pytest.raises(LookupError):
        restore("tests.LampBurnt", {})
