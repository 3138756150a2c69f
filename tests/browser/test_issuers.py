"""An organisation applies on a phone, the operator decides on a phone, and anybody reads how it stands; then a suspension
is seen on the page of the issuer and of its badges. In three languages, by axe, without scrolling sideways.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling, take

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]
NAME, ADDRESS = "Fundacja Żywa Wieś", "/issuers/fundacja-zywa-wies/"
STANDING = {"pl": "Akredytowany od", "en": "Accredited since", "uk": "Акредитований з"}


def look_over(page: Page) -> None:
    # At the end, so that no button lies half below the tabs.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    check_axe(page)
    check_no_sideways_scrolling(page)


def apply_for(page: Page) -> None:
    """Begin, say who one is, answer, send."""
    page.goto("/app/issuers")
    page.get_by_label("Pełna nazwa organizacji").fill(NAME)
    look_over(page)
    page.get_by_role("button", name="Zacznij").click()
    page.get_by_role("link", name="Co wydawca mówi o sobie").click()
    page.get_by_label("Kim jesteście i co robicie").fill("Uczymy o lokalnych sprawach.")
    page.get_by_label("Zapewnianie jakości").fill("Rada programowa przegląda opisy co roku.")
    page.get_by_label("E-mail do pytań").fill("biuro@example.org")
    look_over(page)
    page.get_by_role("button", name="Zapisz").click()
    expect(page.get_by_text("Zapisano.")).to_be_visible()
    page.goto(page.url.replace("/about", "/application"))
    page.get_by_role("button", name="Wyślij").click()
    expect(page.get_by_text("Na to trzeba odpowiedzieć.").first).to_be_visible()
    look_over(page)
    for box in page.locator("textarea").all():
        box.fill("Tak, opisaliśmy to w regulaminie.")
    page.get_by_role("button", name="Wyślij").click()
    expect(page.get_by_text("Wysłany, czeka na decyzję")).to_be_visible()
    look_over(page)
    take(page, "issuer-applied")


def accredit(desk: Page) -> None:
    desk.goto("/cms/desk/issuers/")
    look_over(desk)
    desk.get_by_role("link", name=NAME).first.click()
    for box in desk.locator("input[name^=met-]").all():
        box.check()
    desk.locator("#agreement_number").fill("ORE/2026/7")
    desk.locator("#agreement_until").fill("2099-12-31")
    look_over(desk)
    take(desk, "issuer-deciding")
    desk.locator("button[value=accept]").click()
    expect(desk.locator("button[value=suspend]")).to_be_visible()
    look_over(desk)


def decide(desk: Page, act: str, reason: str) -> None:
    desk.locator("#why").fill(reason)
    desk.locator(f"button[value={act}]").click()
    expect(desk.locator("button[value=withdraw]")).to_be_visible()


def test_an_organisation_applies_is_accredited_and_is_read_by_anybody(open_browser, signed_in):
    apply_for(open_browser(storage_state=signed_in("leader")))
    accredit(open_browser(storage_state=signed_in("admin")))
    for language, words in STANDING.items():
        visitor = open_browser(language=language, theme="dark" if language == "uk" else "light")
        visitor.goto(ADDRESS)
        expect(visitor.locator(".standing")).to_contain_text(words)
        expect(visitor.locator("main")).to_contain_text("ORE/2026/7")
        look_over(visitor)
        take(visitor, f"issuer-page-{language}")


def test_a_suspension_is_read_with_the_issuer_and_with_its_badges(open_browser, signed_in):
    desk = open_browser(viewport={"width": 320, "height": 740}, storage_state=signed_in("admin"))
    desk.goto("/cms/desk/issuers/?q=liceum")
    desk.locator("tbody a").first.click()
    decide(desk, "suspend", "Wyjaśniamy skargi.")
    look_over(desk)
    visitor = open_browser()
    visitor.goto("/catalogue/?kind=microcredential")
    expect(visitor.locator(".achievement-card")).to_have_count(0)
    learner = open_browser(storage_state=signed_in("issuer"))
    learner.goto("/app/issuers")
    expect(learner.get_by_text("Zawieszony od").first).to_be_visible()
    visitor.goto("/achievements/zespolowy-projekt/")
    expect(visitor.locator(".plain-notice")).to_contain_text("Zawieszony od")
    look_over(visitor)
    visitor.locator("main a[href^='/issuers/']").first.click()
    expect(visitor.locator(".standing")).to_contain_text("Odznaki przyznane wcześniej pozostają ważne.")
    expect(visitor.locator(".decisions")).to_contain_text("Wyjaśniamy skargi.")
    look_over(visitor)
    decide(desk, "lift", "Wyjaśnione.")
    visitor.reload()
    expect(visitor.locator(".standing")).to_contain_text("Akredytowany od")
