"""Signing in with a card (answers.md 21–24; security cases AU-02, AU-03)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from people.models import SignInCard, User
from people.services import sign_ins
from people.services.cards import PrintedCard, issue_cards
from people.services.sign_ins import Visitor
from tests.conftest import ClassOf


@pytest.fixture
def card(class_2b: ClassOf, pa1: User, teacher: User) -> PrintedCard:
    (printed,) = issue_cards(class_2b.group, [pa1], actor=teacher)
    return printed


def who_is(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def scan(client: Client, card: PrintedCard) -> str:
    """Open the card's page, press the button; the sealed card of the PIN page, or "" when it let in."""
    assert client.get(f"/s/{card.token}").status_code == 200
    answer = client.post(f"/s/{card.token}")
    return answer.context["card"] if answer.status_code == 200 else ""


def type_pin(client: Client, sealed: str, pin: str) -> int:
    return client.post("/sign-in/pin/", {"card": sealed, "pin": pin}).status_code


def test_a_card_on_a_new_device_asks_the_pin_and_never_again(card: PrintedCard, pa1: User) -> None:
    phone = Client()
    sealed = scan(phone, card)
    assert sealed
    assert who_is(phone) is None
    assert type_pin(phone, sealed, card.pin) == 302
    assert who_is(phone) == str(pa1.pk)
    phone.post("/sign-in/notice/")
    session = phone.cookies[settings.SESSION_COOKIE_NAME]
    session.set(session.key, "", "")
    assert scan(phone, card) == ""
    assert who_is(phone) == str(pa1.pk)


def test_the_first_sign_in_shows_the_notice_once_and_then_the_app(card: PrintedCard, pa1: User) -> None:
    phone = Client()
    answer = phone.post("/sign-in/pin/", {"card": scan(phone, card), "pin": card.pin, "next": "/app/badges"})
    assert answer.headers["Location"] == "/sign-in/notice/"
    notice = phone.get("/sign-in/notice/")
    assert notice.status_code == 200
    # A field that takes the focus by itself would scroll a phone past the words that are to be read.
    assert b"autofocus" not in notice.content
    assert phone.post("/sign-in/notice/").headers["Location"] == "/app/badges"
    pa1.refresh_from_db()
    assert pa1.notice_seen_at is not None
    other = Client()
    assert (
        other.post("/sign-in/pin/", {"card": scan(other, card), "pin": card.pin}).headers["Location"]
        == "/app/"
    )


def test_the_page_of_a_card_says_first_name_and_class_but_no_family_name(
    card: PrintedCard, pa1: User
) -> None:
    page = Client().get(f"/s/{card.token}").content.decode()
    assert pa1.given_name in page
    assert "2B" in page
    assert pa1.family_name not in page


def test_looking_at_a_card_signs_nobody_in(card: PrintedCard) -> None:
    phone = Client()
    phone.get(f"/s/{card.token}")
    phone.head(f"/s/{card.token}")
    assert who_is(phone) is None


def test_the_code_under_the_pattern_does_what_the_pattern_does(card: PrintedCard, pa1: User) -> None:
    phone = Client()
    answer = phone.post("/sign-in/", {"code": card.code.lower().replace("-", " ")})
    assert type_pin(phone, answer.context["card"], f" {card.pin[:3]} {card.pin[3:]} ") == 302
    assert who_is(phone) == str(pa1.pk)


def test_a_reissued_card_is_over_everywhere(card: PrintedCard, class_2b: ClassOf, pa1: User) -> None:
    phone = Client()
    sealed = scan(phone, card)
    issue_cards(class_2b.group, [pa1], actor=None)
    assert phone.get(f"/s/{card.token}").status_code == 404
    assert phone.post(f"/s/{card.token}").status_code == 404
    assert phone.post("/sign-in/", {"code": card.code}).status_code == 422
    assert type_pin(phone, sealed, card.pin) == 422
    assert who_is(phone) is None
    assert SignInCard.objects.filter(user=pa1, ended_at=None).count() == 1


def test_with_sign_in_open_for_the_class_the_card_alone_is_enough(
    card: PrintedCard, class_2b: ClassOf, pa1: User
) -> None:
    window = class_2b.group.school_class
    window.sign_in_open_until = timezone.now() + timedelta(minutes=1)
    window.save()
    phone = Client()
    assert scan(phone, card) == ""
    assert who_is(phone) == str(pa1.pk)


def test_a_closed_window_and_the_window_of_another_class_ask_the_pin(
    card: PrintedCard, class_2b: ClassOf, class_2c: ClassOf
) -> None:
    class_2b.group.school_class.sign_in_open_until = timezone.now() - timedelta(seconds=1)
    class_2b.group.school_class.save()
    class_2c.group.school_class.sign_in_open_until = timezone.now() + timedelta(minutes=5)
    class_2c.group.school_class.save()
    assert scan(Client(), card) != ""


def test_ten_wrong_pins_then_even_the_right_one_waits_but_only_from_there(
    card: PrintedCard, pa1: User
) -> None:
    thief = Client(REMOTE_ADDR="203.0.113.9")
    sealed = scan(thief, card)
    wrong = "".join("1" if sign != "1" else "2" for sign in card.pin)
    assert [type_pin(thief, sealed, wrong) for _ in range(10)] == [422] * 10
    assert type_pin(thief, sealed, card.pin) == 422
    owner = Client(REMOTE_ADDR="198.51.100.7")
    assert type_pin(owner, scan(owner, card), card.pin) == 302
    assert who_is(owner) == str(pa1.pk)


def test_the_pin_of_one_card_does_not_open_another(card: PrintedCard, class_2b: ClassOf, pa2: User) -> None:
    (other,) = issue_cards(class_2b.group, [pa2], actor=None)
    phone = Client()
    assert type_pin(phone, scan(phone, other), card.pin if card.pin != other.pin else "x") == 422


def test_au_02_guessing_codes_from_one_network_is_slowed_and_stops_nobody(
    card: PrintedCard, pa1: User
) -> None:
    limit = sign_ins.by_network.limit
    school = Visitor(network="127.0.0.1")
    for _ in range(limit):
        sign_ins.count_wrong_code(school)
    guess = Client().post("/sign-in/", {"code": "0000-0000"})
    assert (guess.status_code, guess.headers["X-Slow-Down"]) == (422, "1")
    for _ in range(3 * limit):
        sign_ins.count_wrong_code(school)
    assert Client().post("/sign-in/", {"code": "0000-0000"}).headers["X-Slow-Down"] == "3"
    # The right card at the same address is neither refused nor slowed.
    phone = Client()
    answer = phone.post("/sign-in/pin/", {"card": scan(phone, card), "pin": card.pin})
    assert answer.status_code == 302
    assert "X-Slow-Down" not in answer.headers
    assert who_is(phone) == str(pa1.pk)
    # Elsewhere nothing is slow.
    assert (
        "X-Slow-Down" not in Client(REMOTE_ADDR="192.0.2.1").post("/sign-in/", {"code": "0000-0000"}).headers
    )


def test_au_03_a_planted_session_cookie_is_worth_nothing_after_sign_in(card: PrintedCard, pa1: User) -> None:
    attacker = Client()
    session = attacker.session
    session["planted"] = "yes"
    session.save()
    planted = session.session_key
    victim = Client()
    victim.cookies[settings.SESSION_COOKIE_NAME] = planted
    assert type_pin(victim, scan(victim, card), card.pin) == 302
    assert victim.session.session_key != planted
    attacker.cookies[settings.SESSION_COOKIE_NAME] = planted
    assert attacker.get("/sign-in/notice/").status_code == 302
    assert who_is(victim) == str(pa1.pk)


def test_a_planted_device_cookie_does_not_become_known(card: PrintedCard, pa1: User) -> None:
    phone = Client()
    phone.cookies["device"] = "planted-secret"
    assert type_pin(phone, scan(phone, card), card.pin) == 302
    assert phone.cookies["device"].value != "planted-secret"
    assert not sign_ins.is_known_device(pa1, Visitor("127.0.0.1", "planted-secret"))


def test_the_next_person_on_a_shared_phone_ends_the_first_ones_session(
    card: PrintedCard, class_2b: ClassOf, pa1: User, pa2: User
) -> None:
    phone = Client()
    type_pin(phone, scan(phone, card), card.pin)
    first = phone.session.session_key
    (other,) = issue_cards(class_2b.group, [pa2], actor=None)
    type_pin(phone, scan(phone, other), other.pin)
    assert who_is(phone) == str(pa2.pk)
    assert not phone.session.exists(first)


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "https://evil.example/",
    ],
)
def test_tx_03_where_to_go_next_stays_on_the_site(card: PrintedCard, pa1: User, wanted: str) -> None:
    User.objects.filter(pk=pa1.pk).update(notice_seen_at=timezone.now())
    phone = Client()
    answer = phone.post("/sign-in/pin/", {"card": scan(phone, card), "pin": card.pin, "next": wanted})
    assert answer.headers["Location"] == "/app/"
