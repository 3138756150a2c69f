"""AU-02: guessing is slow and hopeless, and nobody in the class is kept out by it (answers.md 23)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from core.refusals import Refusal
from people.models import SignInCard, User
from people.services import sign_ins
from people.services.cards import PrintedCard, issue_cards
from people.services.sign_ins import Visitor, by_network, check_pin, count_wrong_code
from tests.conftest import ClassOf, make_class

SCHOOL = "198.51.100.20"
TRIES = 10_000


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for throttle in (sign_ins.by_account, sign_ins.by_network):
        monkeypatch.setattr(throttle, "_clock", clock)
    return clock


@pytest.fixture
def full_class(school_a) -> ClassOf:
    return make_class(school_a, "3D", "3d", how_many=30)


@pytest.fixture
def printed(full_class: ClassOf) -> list[PrintedCard]:
    return issue_cards(full_class.group, full_class.students, actor=None)


def pins() -> Iterator[str]:
    for number in range(1_000_000):
        yield f"{number:06d}"


def test_au_02_ten_thousand_pins_over_a_whole_class_judge_ten_each(
    printed: list[PrintedCard], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_ins, "security_event", lambda *given, **named: None)
    cards = list(SignInCard.objects.filter(ended_at=None).select_related("user"))
    attacker = Visitor(network=SCHOOL)
    judged = 0
    guesses = pins()
    for at in range(TRIES):
        card = cards[at % len(cards)]
        judged += sign_ins.by_account.counted(f"{card.user_id}:network:{SCHOOL}") < sign_ins.by_account.limit
        with pytest.raises(Refusal) as refused:
            check_pin(card, next(guesses) + "x", attacker)
        assert refused.value.code == "SIGN_IN_WRONG"
        clock.now += 0.05  # 10,000 tries in less than ten minutes

    assert judged == len(cards) * sign_ins.by_account.limit
    assert by_network.slow_down(attacker.network) == 3


def test_au_02_while_codes_are_guessed_the_whole_class_signs_in_from_the_same_network(
    printed: list[PrintedCard], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_ins, "security_event", lambda *given, **named: None)
    for _ in range(TRIES):
        count_wrong_code(Visitor(network=SCHOOL))
    wrong = Client(REMOTE_ADDR=SCHOOL).post("/sign-in/", {"code": "0000-0000"})
    assert (wrong.status_code, wrong.headers["X-Slow-Down"]) == (422, "3")

    for card in printed:
        phone = Client(REMOTE_ADDR=SCHOOL)
        page = phone.post("/sign-in/", {"code": card.code})
        sealed = re.search(r'name="card" value="([^"]+)"', page.content.decode())
        assert sealed
        answer = phone.post("/sign-in/pin/", {"card": sealed.group(1), "pin": card.pin})
        assert (answer.status_code, "X-Slow-Down" in answer.headers) == (302, False)
        assert phone.session["_auth_user_id"] == str(card.user.pk)


def test_au_02_a_code_is_not_found_by_trying(printed: list[PrintedCard]) -> None:
    # 40 bits at least (security-cases.md §2): with 30 cards and 300 tries a quarter of an hour, thousands of years.
    letters = re.sub(r"[^A-Z0-9]", "", printed[0].code.upper())
    assert 32 ** len(letters) >= 2**40
    assert len({card.code for card in printed}) == 30


def test_au_02_the_count_ends_with_its_quarter_of_an_hour(
    printed: list[PrintedCard], clock: Clock, pa1: User
) -> None:
    card = SignInCard.objects.select_related("user").filter(ended_at=None)[0]
    right = next(one.pin for one in printed if one.user.pk == card.user_id)
    for _ in range(sign_ins.by_account.limit):
        with pytest.raises(Refusal):
            check_pin(card, "not it", Visitor(network=SCHOOL))
    with pytest.raises(Refusal):
        check_pin(card, right, Visitor(network=SCHOOL))
    clock.now += sign_ins.by_account.seconds * 7 / 6 + 1
    check_pin(card, right, Visitor(network=SCHOOL))
