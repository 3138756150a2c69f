"""An organisation applies on a phone, the operator decides on a phone, and anybody reads how it stands; a suspension is
seen on the page of the issuer and of its badges; an organisation stands up for the badge of another and takes it back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling, sign_in_by_name, take
from tests.browser.looking import check_every_way
from tests.browser.words import Words

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]
NAME, ADDRESS = "Fundacja Żywa Wieś", "/issuers/fundacja-zywa-wies/"
STAY_VALID = "Teraz w jego imieniu niczego się nie publikuje ani nie przyznaje. Odznaki przyznane wcześniej pozostają ważne."
BADGE = "/achievements/zespolowy-projekt/"
Open = Callable[..., Page]


def look_over(page: Page) -> None:
    # At the end, so that no button lies half below the tabs.
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    check_axe(page)
    check_no_sideways_scrolling(page)


def apply_for(page: Page, say: Words) -> None:
    """Begin, say who one is, answer, send."""
    page.goto("/app/issuers")
    page.get_by_label(say("Pełna nazwa organizacji")).fill(NAME)
    look_over(page)
    page.get_by_role("button", name=say("Zacznij", english="Begin"), exact=True).click()
    page.get_by_role("link", name=say("Co wydawca mówi o sobie")).click()
    page.get_by_label(say("Kim jesteście i co robicie")).fill("Uczymy o lokalnych sprawach.")
    page.get_by_label(say("Zapewnianie jakości")).fill("Rada programowa przegląda opisy co roku.")
    page.get_by_label(say("E-mail do pytań")).fill("biuro@example.org")
    look_over(page)
    page.get_by_role("button", name=say("Zapisz")).click()
    expect(page.get_by_text(say("Zapisano.", english="Saved."))).to_be_visible()
    page.goto(page.url.replace("/about", "/application"))
    send = page.get_by_role("button", name=say("Wyślij", english="Send"), exact=True)
    send.click()
    expect(page.get_by_text(say("Na to trzeba odpowiedzieć.")).first).to_be_visible()
    look_over(page)
    for box in page.locator("textarea").all():
        box.fill("Tak, opisaliśmy to w regulaminie.")
    send.click()
    expect(page.get_by_text(say("Wysłany, czeka na decyzję"))).to_be_visible()
    look_over(page)
    take(page, f"issuer-applied-{say.language}")


def accredit(desk: Page) -> None:
    desk.goto("/cms/desk/issuers/")
    look_over(desk)
    desk.get_by_role("link", name=NAME).first.click()
    expect(desk.locator("input[name^=met-]").first).to_be_visible()
    for box in desk.locator("input[name^=met-]").all():
        box.check()
    desk.locator("#agreement_number").fill("ORE/2026/7")
    desk.locator("#agreement_until").fill("2099-12-31")
    look_over(desk)
    take(desk, "issuer-deciding")
    desk.locator("button[value=accept]").click()
    expect(desk.locator("button[value=suspend]")).to_be_visible(timeout=30_000)
    look_over(desk)


def decide(desk: Page, act: str, reason: str) -> None:
    desk.locator("#why").fill(reason)
    desk.locator(f"button[value={act}]").click()
    expect(desk.locator("button[value=withdraw]")).to_be_visible(timeout=30_000)


def test_an_organisation_applies_is_accredited_and_is_read_by_anybody(open_browser: Open, say: Words) -> None:
    applicant, desk, visitor = open_browser(), open_browser(), open_browser(theme="dark")
    sign_in_by_name(applicant, "leader", language=say.language)
    apply_for(applicant, say)
    sign_in_by_name(desk, "admin")
    accredit(desk)
    visitor.goto(ADDRESS)
    expect(visitor.locator(".standing")).to_contain_text(say.like("Akredytowany od {since}."))
    expect(visitor.locator("main")).to_contain_text("ORE/2026/7")
    look_over(visitor)
    take(visitor, f"issuer-page-{say.language}")
    applicant.goto("/app/")
    told = say(f"{NAME} ma akredytację: możecie publikować mikropoświadczenia.")
    expect(applicant.get_by_text(told)).to_be_visible()


def test_a_suspension_is_read_with_the_issuer_and_with_its_badges(open_browser: Open, say: Words) -> None:
    desk = open_browser(viewport={"width": 320, "height": 740})
    sign_in_by_name(desk, "admin")
    desk.goto("/cms/desk/issuers/?q=liceum")
    desk.locator("tbody a").first.click()
    decide(desk, "suspend", "Wyjaśniamy skargi.")
    look_over(desk)
    visitor, member = open_browser(), open_browser()
    visitor.goto("/catalogue/?kind=microcredential")
    expect(visitor.locator(".achievement-card")).to_have_count(0)
    suspended = say.like("Zawieszony od {since}.")
    sign_in_by_name(member, "issuer", language=say.language)
    member.goto("/app/issuers")
    expect(member.get_by_text(suspended).first).to_be_visible()
    visitor.goto(BADGE)
    expect(visitor.locator(".plain-notice")).to_contain_text(suspended)
    look_over(visitor)
    visitor.locator("main a[href*='/issuers/']").first.click()
    expect(visitor.locator(".standing")).to_contain_text(say(STAY_VALID))
    expect(visitor.locator(".decisions")).to_contain_text("Wyjaśniamy skargi.")
    look_over(visitor)
    decide(desk, "lift", "Wyjaśnione.")
    visitor.reload()
    expect(visitor.locator(".standing")).to_contain_text(say.like("Akredytowany od {since}."))


def test_an_organisation_endorses_the_badge_of_another_and_takes_it_back(
    open_browser: Open, say: Words
) -> None:
    """Somebody in no class finds the way from home."""
    words = f"Tak uczymy, numer {uuid4().hex[:6]}."
    page, visitor = open_browser(), open_browser(viewport={"width": 320, "height": 740}, theme="dark")
    sign_in_by_name(page, "partner", language=say.language)
    page.goto("/app/")
    page.locator("main a[href*='/issuers/']").click()
    page.get_by_role("link", name=say("Popieraj odznaki innych wydawców")).click()
    search = page.get_by_label(say("Którą odznakę?"))
    search.fill("żadna taka")
    expect(
        page.get_by_text(
            say(
                "Żadna odznaka innego wydawcy tak się nie nazywa. Odznaki klubowe popiera się na ich stronie."
            )
        )
    ).to_be_visible()
    search.fill("zespolowy")
    page.get_by_role("button", name=say("Poprzyj", english="Endorse"), exact=True).click()
    page.get_by_label(say("Dlaczego ją popieracie?")).fill(words)
    take(page, f"endorsing-{say.language}")
    page.get_by_role("button", name=say("Podpisz i opublikuj")).click()
    expect(page.get_by_text(words)).to_be_visible()
    check_every_way(page)

    visitor.goto(BADGE)
    expect(visitor.locator("main")).to_contain_text(words)
    look_over(visitor)
    take(visitor, f"endorsed-{say.language}")
    signed = visitor.request.get(f"{BADGE}v1", headers={"Accept": "application/ld+json"}).json()[
        "endorsement"
    ][0]
    visitor.goto("/verify/")
    visitor.locator("#badge").fill(re.sub(r"\s+", " ", str(visitor.request.get(signed["id"]).text())))
    visitor.locator("form.card button[type=submit]").click()
    expect(visitor.locator("h1")).to_have_text(say("To poparcie jest prawdziwe i ważne."))
    check_axe(visitor)
    take(visitor, f"endorsement-checked-{say.language}")

    page.get_by_role("button", name=say("Wycofaj", english="Take back"), exact=True).click()
    expect(page.get_by_text(words)).to_be_hidden()
    visitor.goto(BADGE)
    expect(visitor.locator("main")).not_to_contain_text(words)
