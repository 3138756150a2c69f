"""What a club leader does on a phone, within the taps of product.md part 3, and without a network."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import sign_in_by_name, take
from tests.browser.counting import Taps
from tests.browser.teaching import button, link

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


def lead(page: Page, username: str = "leader") -> str:
    """Signs in and opens the leader's home; the id of the club."""
    sign_in_by_name(page, username)
    page.goto("/app/")
    page.wait_for_url("**/app/lead/*")
    expect(page.get_by_role("heading", name="Która odznaka?")).to_be_visible()
    return page.url.rsplit("/", 1)[1]


def choose_badge(page: Page, name: str, taps: Taps) -> None:
    taps.tap(page.locator(".medal-pick", has_text=name))


def free_faces(page: Page) -> list[str]:
    return page.locator(".face:not(:has(:disabled)) .face-name").all_inner_texts()


def pick(page: Page, *names: str) -> None:
    """These people and nobody else, whoever is checked in."""
    button(page, "Nikt", exact=True).click()
    for name in names:
        page.locator(".face", has_text=name).click()


def test_a_club_is_started_with_two_fields(open_browser: Callable[..., Page]) -> None:
    page, taps = open_browser(), Taps()
    lead(page)
    page.goto("/app/lead/new")
    taps.type(page.get_by_label("Nazwa", exact=True), "Kółko <b>szachowe</b>")
    taps.type(page.get_by_label("Co robicie razem"), "Gramy i uczymy grać.")
    taps.tap(button(page, "Załóż klub"))
    expect(page.get_by_role("heading", name="Kółko <b>szachowe</b>", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name="Nikt jeszcze nie ręczy za klub")).to_be_visible()
    assert (taps.fields, taps.taps) == (2, 1)


def test_a_badge_is_made_with_one_field_and_two_taps_and_looks_as_it_was_shown(
    open_browser: Callable[..., Page],
) -> None:
    page, taps = open_browser(), Taps()
    group = lead(page)
    page.goto(f"/app/lead/{group}")
    taps.tap(link(page, "Nowa odznaka"))
    taps.type(page.get_by_label("Nazwa", exact=True), "Mistrz węzłów")
    take(page, "badge-designer")
    shown = page.locator(".designer-stage svg path").evaluate_all(
        "paths => paths.map(one => [one.getAttribute('d'), one.getAttribute('fill')]).sort()"
    )
    taps.tap(button(page, "Zrób odznakę"))
    made = page.locator(".medal-pick", has_text="Mistrz węzłów")
    expect(made.get_by_role("radio")).to_be_checked()
    assert (taps.fields, taps.taps) == (1, 2)
    drawn = page.request.get(made.locator("img").get_attribute("src") or "")
    paths = ElementTree.fromstring(drawn.text()).iter("{http://www.w3.org/2000/svg}path")
    assert shown == sorted([one.get("d"), one.get("fill")] for one in paths)


def test_the_designer_is_walked_with_the_arrow_keys(open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    group = lead(page)
    page.goto(f"/app/lead/{group}/badges/new")
    symbols = page.get_by_role("radiogroup", name=re.compile("^Symbol"))
    symbols.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    expect(symbols.get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("End")
    expect(symbols.get_by_role("radio").nth(1)).to_be_in_viewport()


def test_who_is_here_gets_a_badge_in_two_taps_and_the_leader_may_take_it_back(
    open_browser: Callable[..., Page],
) -> None:
    page, taps = open_browser(), Taps()
    group = lead(page)
    page.goto(f"/app/events/now/{group}")
    button(page, re.compile("Zacznij|Rozpocznij")).click()
    page.wait_for_url("**/door")
    page.locator("main").get_by_text("Lena Adamiak").click()
    expect(page.get_by_text("jest,").first).to_be_visible()
    page.goto("/app/")
    page.wait_for_url("**/app/lead/*")
    expect(page.locator(".face", has_text="Lena Adamiak").get_by_text("tutaj")).to_be_visible()
    choose_badge(page, "Współtworzę wydarzenie", taps)
    taps.tap(button(page, "Przyznaj 1 osobie"))
    expect(page.get_by_text("przyznano 1 osobie")).to_be_visible()
    take(page, "leader-gives")
    assert (taps.taps, taps.fields) == (2, 0)
    expect(page.locator(".face", has_text="Lena Adamiak").get_by_text("ma ją")).to_be_visible()
    button(page, "Cofnij").click()
    expect(page.get_by_text("została cofnięta")).to_be_visible()
    expect(page.locator(".face", has_text="Lena Adamiak").get_by_text("ma ją")).to_be_hidden()


def test_without_a_network_an_award_waits_in_sight_and_goes_out_once(
    open_browser: Callable[..., Page],
) -> None:
    page, taps = open_browser(), Taps()
    lead(page)
    page.context.set_offline(True)
    choose_badge(page, "Wprowadzam nowe osoby", taps)
    first, second = free_faces(page)[:2]
    pick(page, first, second)
    button(page, "Przyznaj 2 osobom").click()
    waiting = page.get_by_text("Zapisane na telefonie: 2 odznaki czekają na sieć")
    expect(waiting).to_be_visible()
    expect(page.locator(".face", has_text=first).get_by_text("czeka")).to_be_visible()
    take(page, "leader-without-network")
    page.context.set_offline(False)
    expect(waiting).to_be_hidden(timeout=35_000)
    for name in (first, second):
        expect(page.locator(".face", has_text=name).get_by_text("ma ją")).to_be_visible()
    page.reload()
    choose_badge(page, "Wprowadzam nowe osoby", taps)
    expect(page.locator(".face", has_text=first).get_by_text("ma ją")).to_be_visible()
    assert page.get_by_text("Zapisane na telefonie").count() == 0


def test_what_waits_can_be_taken_back_before_it_goes_out(open_browser: Callable[..., Page]) -> None:
    page, taps = open_browser(), Taps()
    lead(page)
    page.context.set_offline(True)
    choose_badge(page, "Czysta okolica", taps)
    name = free_faces(page)[0]
    pick(page, name)
    button(page, "Przyznaj 1 osobie").click()
    page.get_by_role("region", name="Zapisane na telefonie").get_by_role("button", name="Cofnij").click()
    expect(page.get_by_text("czeka na sieć")).to_be_hidden()
    page.context.set_offline(False)
    page.reload()
    choose_badge(page, "Czysta okolica", taps)
    expect(page.locator(".face", has_text=name).get_by_role("checkbox")).to_be_enabled()
