"""An issuer's person makes a microcredential on a phone, from nothing to published; two people write in one place."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, sign_in_by_name, take
from tests.browser.looking import check_every_way

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
TEXTS = {
    "Polski": ("Dyżur obywatelski", "Prowadzi dyżur", "rozmawia z trzema osobami", "Oceniają dwie osoby"),
    "Angielski": ("Civic duty", "Keeps a desk", "talks with three people", "Two people assess"),
    "Ukraiński": ("Громадянське чергування", "Проводить чергування", "розмовляє з трьома людьми", "Оцінюють двоє"),
}  # fmt: skip


def begin(page: Page, kind: str, name: str) -> None:
    page.goto("/app/define")
    page.get_by_role("button", name="Nowa odznaka").click()
    page.get_by_role("radio", name=re.compile(f"^{kind}")).check()
    page.get_by_label("Nazwa").fill(name)
    page.get_by_role("button", name="Zacznij").click()
    expect(page.get_by_label("Część opisu")).to_be_visible()


def section(page: Page, code: str) -> None:
    page.get_by_label("Część opisu").select_option(code)


def in_language(page: Page, language: str) -> None:
    page.locator(".segments label", has_text=language).click()


def saved(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text=re.compile("^Zapisano$"))).to_be_visible()


def lacking(page: Page, words: str) -> None:
    expect(page.locator(".define-lacking")).to_have_text(words)


def test_a_microcredential_from_nothing_to_published(open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    sign_in_by_name(page, "issuer")
    begin(page, "Mikropoświadczenie", "Dyżur obywatelski")
    lacking(page, "Brakuje jeszcze 9 rzeczy")
    page.get_by_label("Opis", exact=True).fill("Za dyżur, na którym naprawdę się rozmawia.")
    page.get_by_role("radio", name="Sześciokąt").check()
    for language, (name, _skill, _criterion, _quality) in TEXTS.items():
        in_language(page, language)
        page.get_by_label("Nazwa", exact=True).fill(name)
    saved(page)
    take(page, "describing-general")
    check_every_way(page)

    section(page, "skills")
    in_language(page, "Polski")
    page.get_by_role("button", name="Dodaj umiejętność").click()
    for language, (_name, skill, criterion, _quality) in TEXTS.items():
        in_language(page, language)
        page.get_by_label("Co osoba potrafi").fill(skill)
        page.get_by_label("Kryterium 1.1").fill(criterion)
    saved(page)
    check_every_way(page)
    section(page, "assessment")
    page.get_by_label("Obserwacja").check()
    section(page, "workload")
    page.get_by_label("Nakład pracy w godzinach").fill("12,5")
    page.get_by_label("Forma udziału", exact=True).select_option("in_person")
    page.get_by_label("Odniesienie do PRK i ERK").select_option("4")
    section(page, "quality")
    for language, (_name, _skill, _criterion, quality) in TEXTS.items():
        in_language(page, language)
        page.get_by_role("textbox", name="Zapewnianie jakości").fill(quality)
    lacking(page, "Niczego nie brakuje")

    page.get_by_role("button", name="Przejrzyj i opublikuj").click()
    expect(page.get_by_role("heading", name="Opublikuj wersję 1")).to_be_visible()
    expect(page.get_by_text("Prowadzi dyżur")).to_be_visible()
    check_every_way(page)
    page.get_by_role("button", name="Opublikuj", exact=True).click()
    expect(page.get_by_text("Wersja 1", exact=True)).to_be_visible()
    check_every_way(page)
    page.get_by_role("link", name="Strona publiczna").click()
    expect(page.get_by_role("heading", name="Dyżur obywatelski", level=1)).to_be_visible()
    expect(page.get_by_text("rozmawia z trzema osobami")).to_be_visible()
    address = page.url
    for language, (name, skill, *_rest) in (("en", TEXTS["Angielski"]), ("uk", TEXTS["Ukraiński"])):
        stranger = open_browser(language=language)
        stranger.goto(address)
        expect(stranger.get_by_role("heading", name=name, level=1)).to_be_visible()
        expect(stranger.get_by_text(skill, exact=True)).to_be_visible()


def test_two_people_write_in_the_same_place(open_browser: Callable[..., Page]) -> None:
    mine, theirs = open_browser(), open_browser()
    sign_in_by_name(mine, "issuer")
    begin(mine, "Odznaka", "Sąsiedzka pomoc")
    sign_in_by_name(theirs, "coordinator")
    theirs.goto(mine.url)
    theirs.get_by_label("Opis", exact=True).fill("Ich opis")
    saved(theirs)
    mine.get_by_label("Nazwa", exact=True).fill("Pomoc sąsiedzka")
    saved(mine)
    expect(mine.get_by_label("Opis", exact=True)).to_have_value("Ich opis")

    theirs.get_by_label("Opis", exact=True).fill("Drugi opis")
    saved(theirs)
    mine.get_by_label("Opis", exact=True).fill("Mój opis")
    clash = mine.get_by_role("alert").filter(has_text="Ktoś inny też tu pisał")
    expect(clash.get_by_text("Drugi opis")).to_be_visible()
    check_axe(mine)
    clash.get_by_role("button", name="Zostaw swoje").click()
    saved(mine)
    expect(clash).to_have_count(0)
    theirs.reload()
    expect(theirs.get_by_label("Opis", exact=True)).to_have_value("Mój opis")
    expect(theirs.get_by_label("Nazwa", exact=True)).to_have_value("Pomoc sąsiedzka")
