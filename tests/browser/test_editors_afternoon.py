"""An editor's afternoon: a page of blocks, seen on a phone first, translated, with an hour to come out; a second editor
approves; a visitor reads it on a phone."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling, take


def sign_in(page: Page, username: str) -> None:
    page.goto("/sign-in/name/")
    page.locator("#username").fill(username)
    page.keyboard.press("Enter")
    page.locator("#password").fill("kotylion")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/cms/|/sign-in/notice/"))
    if "notice" in page.url:
        page.locator("form button.button").last.click()
        page.wait_for_url("**/cms/**")


def add_block(page: Page, name: str) -> None:
    page.locator("button.c-sf-add-button").last.click()
    page.get_by_role("option", name=name, exact=True).click()


def approve(page: Page, title: str) -> None:
    """From the front page of the admin, where what waits for the second editor stands."""
    page.goto("/cms/")
    row = page.locator("tr", has=page.get_by_role("link", name=title))
    row.get_by_role("button", name="Akcje").click()
    page.get_by_role("button", name="Akceptuj", exact=True).click()
    expect(page.locator("tr", has=page.get_by_role("link", name=title))).to_have_count(0)


def wait_for(visitor: Page, path: str) -> None:
    """Until the page is out: the rest of its minute, and the half of one between two looks of the portal."""
    until = time.monotonic() + 100
    while True:
        answer = visitor.goto(path)
        assert answer is not None
        if answer.status == 200:
            return
        assert time.monotonic() < until, f"{path} gives {answer.status}"
        visitor.wait_for_timeout(2000)


def test_an_editors_afternoon(open_browser: Callable[..., Page]) -> None:
    editor = open_browser(phone=False)
    sign_in(editor, "editor")
    editor.goto("/cms/pages/")
    editor.get_by_role("link", name="Odznaki, które zostają z Tobą").first.click()
    home = re.search(r"/pages/(\d+)/", editor.url)
    assert home is not None
    editor.goto(f"/cms/pages/add/cms/standardpage/{home[1]}/")
    # Tried again, a page of the same address would be refused.
    attempt = time.strftime("%H%M%S")
    polish, english = f"Rada uczniów {attempt}", f"The student council {attempt}"
    path = f"/rada-uczniow-{attempt}/"
    editor.locator("#id_title").fill(polish)
    editor.locator("#id_lead").fill("Kto w niej jest i jak dołączyć.")
    add_block(editor, "Nagłówek")
    editor.locator("#body-0-value").fill("Kto należy do rady")
    add_block(editor, "Cytat")
    editor.locator("#body-1-value-text").fill("Najpierw słuchamy, potem głosujemy.")
    editor.locator("#body-1-value-who").fill("Ola, 2B")
    add_block(editor, "Rząd odznak")
    editor.locator("#body-2-value-title").fill("Za co są odznaki")
    editor.locator("#body-2-value-slugs-0-value").fill("debata")
    take(editor, "editors-blocks")

    # It comes out within a minute, by itself.
    hour = datetime.now(ZoneInfo("Europe/Warsaw")) + timedelta(seconds=60)
    editor.get_by_role("button", name="Przełącz status").click()
    editor.get_by_role("button", name="Ustaw plan").click()
    editor.locator("#id_go_live_at").fill(hour.strftime("%Y-%m-%d %H:%M"))
    take(editor, "editors-schedule")
    # The calendar that opened lies over the button.
    editor.get_by_role("button", name="Zapisz plan").press("Enter")
    editor.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    edit = editor.url
    number = re.search(r"/pages/(\d+)/edit", edit)
    assert number is not None

    editor.get_by_role("button", name="Przełącz podgląd").click()
    shown = editor.frame_locator("iframe[title]").first
    expect(shown.get_by_role("heading", name=polish)).to_be_visible()
    expect(shown.get_by_text("Ola, 2B")).to_be_visible()
    take(editor, "editors-preview")

    editor.goto(f"/cms/localize/submit/page/{number[1]}/")
    editor.locator("main label", has_text="angielski").click()
    editor.locator("main input[type=submit]").click()
    editor.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    assert editor.url != edit
    for done, words in enumerate((english, "Who is in it and how to join."), start=1):
        editor.get_by_role("button", name="Tłumacz").first.click()
        editor.locator("main textarea:visible").fill(words)
        editor.get_by_role("button", name="Zapisz", exact=True).click()
        # It stands there as saved before anything else is done.
        expect(editor.get_by_role("button", name="Edytuj", exact=True)).to_have_count(done)
    take(editor, "editors-translation")
    editor.goto(editor.url.replace("/edit/", "/ask/"))
    editor.locator("main form button").click()

    editor.goto(edit)
    editor.get_by_role("button", name="Więcej akcji").click()
    editor.get_by_role("button", name="Poproś o zatwierdzenie").click()
    editor.wait_for_url(re.compile(r"/pages/\d+/$"))

    visitor = open_browser(phone=True)
    answer = visitor.goto(path)
    assert answer is not None
    assert answer.status == 404

    second = open_browser(phone=False)
    sign_in(second, "editor2")
    second.goto("/cms/")
    take(second, "editors-approval")
    approve(second, english)
    approve(second, polish)

    wait_for(visitor, path)
    expect(visitor.get_by_role("heading", level=1)).to_have_text(polish)
    expect(visitor.get_by_role("link", name="Debatuję z szacunkiem")).to_be_visible()
    # Its translation has the same hour.
    wait_for(visitor, f"/en{path}")
    expect(visitor.get_by_role("heading", level=1)).to_have_text(english)
    expect(visitor.locator(".doorway")).to_contain_text("Najpierw słuchamy")
    visitor.goto(path)
    check_axe(visitor)
    check_no_sideways_scrolling(visitor)
    take(visitor, "editors-visitor")
