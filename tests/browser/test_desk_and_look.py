"""The desk in the editors' admin, and an operator who gives the portal another face: seen in a browser, by axe in both
themes and on a phone.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling, take

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
PARTS = ("", "schools/", "issuers/", "reports/", "audit/", "self-check/", "look/")


@pytest.mark.parametrize(("phone", "theme"), [(True, "light"), (False, "dark")])
def test_the_desk_passes_axe_on_a_phone_and_on_a_laptop(open_browser, signed_in, phone, theme):
    page = open_browser(phone=phone, theme=theme, storage_state=signed_in("admin"))
    for part in PARTS:
        page.goto(f"/cms/desk/{part}")
        check_axe(page)
        check_no_sideways_scrolling(page)
    take(page, f"desk-look-{theme}")


def test_a_coordinator_reads_the_desk_at_320_pixels(open_browser, signed_in):
    page = open_browser(viewport={"width": 320, "height": 740}, storage_state=signed_in("coordinator"))
    page.goto("/cms/")
    expect(page).to_have_url("/cms/desk/")
    for part in ("schools/", "audit/"):
        page.goto(f"/cms/desk/{part}")
        check_axe(page)
        check_no_sideways_scrolling(page)


def test_an_operator_gives_the_portal_another_face(open_browser, signed_in):
    """A pale colour is refused with its figures; a readable one is on every page, in the app, and passes axe."""
    desk = open_browser(phone=False, storage_state=signed_in("admin"))
    desk.goto("/cms/desk/look/")
    desk.locator("#id_primary").fill("ffd400")
    desk.locator("#id_primary").press("Enter")
    refused = desk.locator(".desk-refused")
    expect(refused).to_contain_text("1.32 : 1")
    expect(refused).to_contain_text("#ffd400 → #ab8900")
    check_axe(desk)
    desk.locator("#id_primary").fill("0a7d3c")
    desk.locator("#id_name").fill("Odznaki Łodzi")
    desk.locator("#id_font").select_option("literata")
    desk.locator("#id_name").press("Enter")
    expect(desk.locator(".desk-refused")).to_have_count(0)
    for theme, ground in (("light", "rgb(241, 248, 243)"), ("dark", "rgb(3, 23, 8)")):
        visitor = open_browser(theme=theme)
        for path in ("/", "/catalogue/", "/sign-in/"):
            visitor.goto(path)
            check_axe(visitor)
            check_no_sideways_scrolling(visitor)
        expect(visitor).to_have_title("Zaloguj się · Odznaki Łodzi")
        style = "(() => { const s = getComputedStyle(document.body); return [s.backgroundColor, s.fontFamily.slice(0, 8)] })()"
        assert visitor.evaluate(style) == [ground, "Literata"]
        take(visitor, f"look-{theme}")
    student = open_browser(storage_state=signed_in("student01"))
    student.goto("/app/")
    expect(student).to_have_title("Odznaki · Odznaki Łodzi")
    check_axe(student)
