"""Events and clubs on the phone of who leads, comes or belongs: the budgets of product.md §3, and a dead spot."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling, sign_in_by_name, take
from tests.browser.counting import Taps
from tests.browser.learning import celebration, close_celebrations
from tests.browser.teaching import button, go_home, link

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


def begin_meeting(teacher: Page, taps: Taps) -> None:
    """From home to the list at the door of a meeting that begins now, with the badge of last time."""
    go_home(teacher)
    taps.tap(link(teacher, "Spotkanie teraz").first)
    taps.tap(button(teacher, re.compile("^Zacznij z odznaką")))
    expect(teacher.get_by_text("z 30 osób już jest")).to_be_visible()


def test_a_meeting_with_check_in_and_a_badge_takes_three_taps(open_browser: Callable[..., Page]) -> None:
    teacher, phone = open_browser(), open_browser()
    sign_in_by_name(phone, "student07")
    close_celebrations(phone)
    sign_in_by_name(teacher, "teacher")
    taps = Taps()
    begin_meeting(teacher, taps)
    check_axe(teacher)
    check_no_sideways_scrolling(teacher)
    taps.tap(button(teacher, "Wszyscy obecni (30)"))
    expect(teacher.locator(".door-count strong")).to_have_text("30")
    assert (taps.taps, taps.fields) == (3, 0)
    take(teacher, "door-in-the-app")
    # Ticked by somebody else, the phone says so by itself.
    phone.goto("/app/events")
    expect(phone.get_by_text("obecność odnotowana").first).to_be_visible()


def test_a_tick_in_a_dead_spot_waits_in_sight_and_counts_once(open_browser: Callable[..., Page]) -> None:
    teacher = open_browser()
    sign_in_by_name(teacher, "teacher")
    begin_meeting(teacher, Taps())
    first, second = teacher.locator(".door-row").nth(0), teacher.locator(".door-row").nth(1)
    teacher.context.set_offline(True)
    first.click()
    second.click()
    expect(first).to_contain_text("zapisane na telefonie")
    second.click()
    expect(second).to_have_attribute("aria-pressed", "false")
    expect(teacher.locator(".door-count strong")).to_have_text("1")
    teacher.context.set_offline(False)
    expect(first).to_contain_text(re.compile(r"jest, \d\d:\d\d"), timeout=45_000)
    expect(second).to_have_attribute("aria-pressed", "false")
    teacher.reload()
    expect(teacher.locator(".door-count strong")).to_have_text("1")


def test_four_digits_tick_a_student_inside_the_app(open_browser: Callable[..., Page]) -> None:
    teacher, phone = open_browser(phone=False), open_browser()
    sign_in_by_name(teacher, "teacher")
    go_home(teacher)
    link(teacher, "Spotkanie teraz").first.click()
    button(teacher, re.compile("^Wszystkie odznaki")).click()
    teacher.get_by_text("Dbam o pamięć", exact=True).click()
    button(teacher, "Zacznij z odznaką „Dbam o pamięć”").click()
    teacher.wait_for_url("**/door")
    event = teacher.url.split("/")[-2]
    teacher.goto(f"/events/{event}/projector")
    sign_in_by_name(phone, "student09")
    close_celebrations(phone)
    phone.goto("/app/")
    taps = Taps()
    taps.tap(link(phone, "Wydarzenia").first)
    taps.tap(phone.locator(f'a[href="/app/events/{event}/here"]'))
    found = re.search(r"^\s*(\d{4})\s*$", teacher.inner_text("main"), re.MULTILINE)
    assert found is not None
    phone.get_by_label("Cztery cyfry z ekranu").press_sequentially(found[1])
    expect(phone.get_by_role("heading", name="Obecność odnotowana")).to_be_visible()
    assert taps.taps == 2
    expect(celebration(phone)).to_be_visible(timeout=20_000)


def test_a_thank_you_and_a_nomination_take_three_taps_each(
    open_browser: Callable[..., Page],
) -> None:
    phone = open_browser()
    sign_in_by_name(phone, "student01")
    close_celebrations(phone)
    thanked = Taps()
    thanked.tap(link(phone, "Podziękuj"))
    thanked.tap(button(phone, "Filip M."))
    check_axe(phone)
    thanked.tap(phone.locator("button.sentence").first)
    expect(phone.get_by_text("widzi już Twoje podziękowanie")).to_be_visible()
    assert (thanked.taps, thanked.fields) == (3, 0)

    phone.goto("/app/")
    nominated = Taps()
    nominated.tap(link(phone, "Zgłoś do odznaki"))
    nominated.tap(button(phone, "Zosia"))
    check_axe(phone)
    nominated.tap(button(phone, "Pomaga innym bez proszenia."))
    expect(phone.get_by_text("Wysłane.")).to_be_visible()
    assert (nominated.taps, nominated.fields) == (3, 0)
