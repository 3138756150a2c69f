"""A hundred script payloads in every field that people write in, on every surface that shows them (TX-01)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import sign_in_by_name
from tests.browser.counting import Taps
from tests.browser.learning import (
    celebration,
    choose_action,
    open_step,
    propose_topic,
    read_notice,
    scan_card,
    share_badge,
)
from tests.browser.payloads import PAYLOADS, SHORT, packed
from tests.browser.teaching import (
    Card,
    assign_path,
    confirm_age,
    go_home,
    make_class,
    open_class,
    open_sign_in,
    read_cards,
    sign_now,
    to_review,
)
from tests.browser.trap import trapped
from tests.servers import Server

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

PATH = "Cztery działania i projekt"
BADGE = "Petycja lub list do władz"
GIVEN, FAMILY = "<img src=x onerror=boom()>", "<script>boom()</script>"
NICKNAME = '"><img src=x onerror=boom()>'


@pytest.fixture
def told() -> list[str]:
    return []


def test_tx_01_the_trap_hears_what_runs_and_what_the_policy_stops(chromium: Browser, portal: Server) -> None:
    told: list[str] = []
    context = chromium.new_context(base_url=portal.base_url)
    page = trapped(context.new_page(), told)
    page.goto("/sign-in/")
    page.evaluate("boom()")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=boom()>')")
    page.wait_for_function("() => document.images[document.images.length - 1].complete")
    context.close()
    assert [line.split(":")[0] for line in told] == ["ran", "violates"]


def test_tx_01_what_people_write_is_shown_as_text_and_never_runs(
    open_browser: Callable[..., Page], told: list[str]
) -> None:
    assert len(PAYLOADS) >= 100
    laptop, phone = trapped(open_browser(phone=False), told), trapped(open_browser(), told)
    sign_in_by_name(laptop, "teacher")
    go_home(laptop)
    sheet = make_class(laptop, SHORT, "Kowalska Anna\nNowak Zofia\n", Taps())
    sheet.close()
    open_class(laptop, SHORT)
    place = laptop.url.split("?")[0]
    open_sign_in(laptop)
    (card,) = rename_and_print(laptop, place)
    scan_card(phone, card.address, Taps())
    read_notice(phone)
    go_home(laptop)
    assign_path(laptop, PATH, SHORT, Taps())

    topics, (work, *more) = packed(500), packed(2000)
    work_with_hostile_words(phone, laptop, place, topics, [work, *more])
    address = share_with_a_hostile_nickname(phone, laptop, place)
    visitor = trapped(open_browser(), told)
    visitor.goto(address)
    expect(visitor.get_by_text(NICKNAME, exact=True)).to_be_visible()

    for below, words in (
        ("", SHORT),
        ("/roster", SHORT),
        ("/projector", SHORT),
        ("/ready", SHORT),
        ("/review", "Do oceny"),
    ):
        laptop.goto(f"{place}{below}")
        expect(laptop.get_by_role("heading", level=1)).to_contain_text(words)
    laptop.goto(place)
    laptop.get_by_role("link", name=re.compile("script")).first.click()
    expect(laptop.get_by_role("heading", level=1)).to_contain_text(GIVEN)
    for below in ("", "badges", "paths", "class", "me"):
        phone.goto(f"/app/{below}")
        expect(phone.get_by_role("heading", level=1)).to_be_visible()
    assert told == []


def rename_and_print(laptop: Page, place: str) -> list[Card]:
    """A student whose names are markup, in both halves; the card that is printed for them."""
    laptop.goto(f"{place}/roster")
    laptop.get_by_role("button", name=re.compile("Kowalska Anna")).click()
    sheet = laptop.get_by_role("dialog")
    sheet.get_by_label("Imię").fill(GIVEN)
    sheet.get_by_label("Nazwisko").fill(FAMILY)
    sheet.get_by_role("button", name="Zapisz").click()
    expect(laptop.get_by_text(f"{FAMILY} {GIVEN}")).to_be_visible()
    with laptop.expect_popup() as opened:
        laptop.get_by_role("button", name=re.compile("^Wydrukuj wszystkie")).click()
    printed = opened.value
    expect(printed.get_by_text(f"{GIVEN} {FAMILY}").first).to_be_visible()
    cards = [card for card in read_cards(printed, 2) if card.name == f"{GIVEN} {FAMILY}"]
    printed.close()
    return cards


def work_with_hostile_words(
    phone: Page, laptop: Page, place: str, topics: list[str], work: list[str]
) -> None:
    """Topic, evidence, hint and note: each is all payload, and each is read on the other side letter by letter."""
    phone.get_by_role("link", name="Ścieżki").click()
    phone.get_by_role("link", name=re.compile(PATH)).click()
    open_step(phone, "Działanie obywatelskie nr 1")
    choose_action(phone, BADGE)
    propose_topic(phone, topics[0])
    expect(phone.get_by_text(topics[0])).to_be_visible()
    read_piece(laptop, place, topics[0])
    laptop.get_by_role("button", name="Zgoda na temat").click()
    for text in work:
        phone.get_by_role("button", name=re.compile("Tekst lub plik|Dodaj")).click()
        phone.get_by_label("Twój tekst").fill(text)
        phone.get_by_role("dialog").get_by_role("button", name="Wyślij", exact=True).click()
        expect(phone.get_by_role("dialog")).to_be_hidden()
        expect(phone.get_by_text(text)).to_be_visible()
    read_piece(laptop, place, work[-1])
    laptop.get_by_role("button", name="Jeszcze nie").click()
    laptop.get_by_role("dialog").get_by_role("textbox").fill(topics[1])
    laptop.get_by_role("dialog").get_by_role("button", name=re.compile("Wyślij")).click()
    expect(phone.get_by_text(topics[1])).to_be_visible()
    phone.get_by_role("button", name=re.compile("Tekst lub plik|Dodaj")).click()
    phone.get_by_label("Twój tekst").fill("Poprawione.")
    phone.get_by_role("dialog").get_by_role("button", name="Wyślij", exact=True).click()
    read_piece(laptop, place, work[0])
    laptop.get_by_role("button", name="Przyjmij z komentarzem").click()
    laptop.get_by_role("dialog").get_by_role("textbox").fill(topics[2])
    laptop.get_by_role("dialog").get_by_role("button", name="Przyjmij").click()
    expect(celebration(phone).get_by_text(topics[2])).to_be_visible()
    celebration(phone).get_by_role("button", name="Zobacz odznakę").click()
    expect(phone.get_by_text(topics[2])).to_be_visible()


def read_piece(laptop: Page, place: str, text: str) -> None:
    laptop.goto(place)
    to_review(laptop, 1).click()
    expect(laptop.get_by_text(text)).to_be_visible()


def share_with_a_hostile_nickname(phone: Page, laptop: Page, place: str) -> str:
    confirm_age(laptop, place, re.escape(GIVEN))
    sign_now(laptop, BADGE, SHORT)
    return share_badge(phone, BADGE, nickname=NICKNAME)
