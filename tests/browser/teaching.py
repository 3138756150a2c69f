"""What a teacher does in a lesson, screen by screen. Every step can count its taps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import take
from tests.browser.counting import Taps
from tests.scanning import scan
from tests.servers import ROOT

PASTED = ROOT / "content" / "rosters" / "2c-pasted.txt"


@dataclass(frozen=True)
class Card:
    """What stands on a printed card, and the PIN of the sheet that is cut apart."""

    name: str
    address: str
    code: str
    pin: str


def button(page: Page, name: str | re.Pattern[str], *, exact: bool = False) -> Locator:
    return page.get_by_role("button", name=name, exact=exact)


def link(page: Page, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("link", name=name)


def open_class(page: Page, name: str) -> None:
    page.goto("/app/")
    page.get_by_role("heading", name=name, exact=True).get_by_role("link").click()
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


def make_class(page: Page, name: str, students: str, taps: Taps) -> Page:
    """From the home screen to the sheet of cards; returns that sheet, which opens beside the app."""
    taps.tap(link(page, "Nowa klasa"))
    taps.type(page.get_by_label("Nazwa klasy"), name)
    taps.type(page.get_by_label("Uczniowie"), students)
    expect(page.get_by_text(re.compile("Odczytano|Każdy wiersz jest jasny")).first).to_be_visible()
    taps.tap(button(page, re.compile("Utwórz klasę")))
    with page.expect_popup() as opened:
        taps.tap(button(page, re.compile("Wydrukuj")))
    cards = opened.value
    cards.wait_for_load_state()
    return cards


def read_cards(sheet: Page, count: int) -> list[Card]:
    """Scan the first `count` cards from a picture of each, as a phone's camera does."""
    pins = sheet.locator(".pin-sheet td.pin").all_inner_texts()
    cards = []
    for at in range(count):
        printed = sheet.locator(".sign-in-card").nth(at)
        cards.append(
            Card(
                printed.locator(".card-name").inner_text(),
                scan(printed.screenshot()),
                printed.locator(".code").inner_text(),
                pins[at],
            )
        )
    return cards


def open_sign_in(page: Page) -> None:
    """On the board: for fifteen minutes a card alone signs in."""
    button(page, "Logowanie", exact=True).click()
    button(page, re.compile("Otwórz na 15 minut")).click()
    expect(button(page, re.compile("Logowanie otwarte"))).to_be_visible()


def assign_path(page: Page, title: str, class_name: str, taps: Taps) -> None:
    """From the home screen: the class's paths, the path, the date, one button."""
    card = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=class_name, exact=True))
    taps.tap(card.get_by_role("link", name="Przypisz ścieżkę"))
    path = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=title, exact=True))
    taps.tap(path.get_by_role("button", name=f"Przypisz klasie {class_name}"))
    sheet = page.get_by_role("dialog")
    taps.tap(sheet.get_by_role("group", name="Do kiedy?").get_by_role("button").first)
    taps.tap(sheet.get_by_role("button", name=f"Przypisz klasie {class_name}"))
    expect(page.get_by_text(re.compile(f"„{title}” przypisana"))).to_be_visible()


def award_badge(
    page: Page, class_name: str, badge: str, taps: Taps, without: tuple[str, ...] = (), picture: str = ""
) -> None:
    """From the home screen: the class's award, the badge, the counted button. `picture` names a screenshot."""
    card = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=class_name, exact=True))
    taps.tap(card.get_by_role("link", name=re.compile("^Przyznaj")))
    taps.tap(page.get_by_role("link", name=re.compile(badge)).first)
    for name in without:
        taps.tap(page.get_by_role("checkbox", name=re.compile(name)))
    if picture:
        take(page, picture)
    taps.tap(button(page, re.compile(r"^Przyznaj \d+ oso")))
    expect(page.get_by_text(re.compile(f"„{badge}” – przyznano"))).to_be_visible()


def go_home(page: Page) -> None:
    page.goto("/app/")
    expect(page.get_by_role("heading", name="Kto mnie potrzebuje")).to_be_visible()


def to_review(laptop: Page, count: int) -> Locator:
    """The first counter of the class's board."""
    return laptop.locator(".counters").get_by_text(re.compile(rf"^{count}\s*do oceny$"))


def confirm_age(laptop: Page, place: str, name: str) -> None:
    """On the list of the class at `place`: who is sixteen may share."""
    laptop.goto(f"{place}/roster")
    laptop.get_by_role("button", name=re.compile(name)).click()
    laptop.get_by_label("Data urodzenia").fill("2009-05-04")
    laptop.get_by_role("dialog").get_by_role("button", name="Zapisz").click()
    expect(laptop.get_by_text("Zapisano.")).to_be_visible()


def sign_now(laptop: Page, badge: str, class_name: str) -> None:
    """On the home screen: end the ten minutes in which an award can be undone."""
    go_home(laptop)
    award = laptop.get_by_role("listitem").filter(has_text=badge).filter(has_text=class_name)
    award.get_by_role("button", name=re.compile("^Podpisz")).first.click()
