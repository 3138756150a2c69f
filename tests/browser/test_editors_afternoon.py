"""An editor's afternoon: a film of one's own, a page of blocks, seen on a phone first, translated, with an hour to come
out; a second editor approves; a visitor reads it on a phone and watches."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import gettext, override
from PIL import Image as Drawing
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, check_no_sideways_scrolling, sign_in_by_name, take
from tests.browser.words import Words
from tests.cms.page_factories import CAPTIONS, SAMPLES
from tests.servers import Server


@pytest.fixture
def admin(say: Words) -> Callable[[str], str]:
    """The words of Wagtail's own screens, which have their own catalogues."""

    def said(english: str) -> str:
        with override(say.language):
            return gettext(english)

    return said


def come_in(page: Page, username: str, language: str) -> None:
    """The admin speaks as the browser's cookie says, which signing in has set to the person's own language."""
    sign_in_by_name(page, username)
    origin = page.evaluate("location.origin")
    page.context.add_cookies([{"name": "django_language", "value": language, "url": f"{origin}/"}])


def add_block(page: Page, name: str) -> None:
    page.locator("button.c-sf-add-button").last.click()
    page.get_by_role("option", name=name, exact=True).click()


def add_film(page: Page, title: str, admin: Callable[[str], str]) -> None:
    """With its poster, rights and captions, which are asked for."""
    drawn = BytesIO()
    Drawing.new("RGB", (1280, 720), "#3f37c9").save(drawn, "PNG")
    page.goto("/cms/images/add/")
    page.locator("#id_title").fill(f"Plakat {title}")
    page.locator("#id_file").set_input_files(
        {"name": "plakat.png", "mimeType": "image/png", "buffer": drawn.getvalue()}
    )
    page.locator("#id_description").fill("Klasa liczy głosy")
    _say_whose(page)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/cms/images/")
    page.goto("/cms/snippets/cms/film/add/")
    page.locator("#id_title").fill(title)
    page.locator("#id_file").set_input_files(SAMPLES / "vote.mp4")
    page.get_by_role("button", name=admin("Choose an image")).click()
    page.locator("[data-chooser-modal-choice]", has_text=f"Plakat {title}").first.click()
    expect(page.locator(".modal-backdrop")).to_have_count(0)
    _say_whose(page)
    page.locator("#id_spoken").select_option("pl")
    page.locator("#id_captions_file_pl").set_input_files(
        {"name": "napisy.vtt", "mimeType": "text/vtt", "buffer": CAPTIONS.encode()}
    )
    page.locator("#id_captions_file_pl").scroll_into_view_if_needed()
    take(page, "editors-film")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/cms/snippets/cms/film/")


def _say_whose(page: Page) -> None:
    page.locator("#id_author").fill("Klasa 2B")
    page.locator("#id_rights").select_option("own")
    page.locator("#id_people").select_option("nobody")


WATCH = """async () => {
  const film = document.querySelector('video')
  film.textTracks[0].mode = 'showing'
  await film.play()
  await new Promise(done => film.addEventListener('ended', done))
  return [film.duration, film.textTracks[0].cues.length]
}"""


def approve(page: Page, title: str, admin: Callable[[str], str]) -> None:
    """From the front page of the admin, where what waits for the second editor stands."""
    page.goto("/cms/")
    row = page.locator("tr", has=page.get_by_role("link", name=title))
    row.locator("[data-w-dropdown-target=toggle]").first.click()
    page.get_by_role("button", name=admin("Approve"), exact=True).click()
    expect(page.locator("tr", has=page.get_by_role("link", name=title))).to_have_count(0)


def let_the_hour_come(portal: Server) -> None:
    """As if an hour had gone by for what is approved and waits."""
    with sqlite3.connect(portal.database, timeout=20) as database:
        database.execute(
            """UPDATE wagtailcore_revision SET approved_go_live_at = datetime('now', '-1 minute'), content =
            json_set(content, '$.go_live_at', strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 minute'))
            WHERE approved_go_live_at IS NOT NULL"""
        )


def wait_for(visitor: Page, path: str) -> None:
    """Until the page is out: the half minute between two looks of the portal."""
    until = time.monotonic() + 100
    while True:
        answer = visitor.goto(path)
        assert answer is not None
        if answer.status == 200:
            return
        assert time.monotonic() < until, f"{path} gives {answer.status}"
        visitor.wait_for_timeout(2000)


def test_an_editors_afternoon(
    open_browser: Callable[..., Page], say: Words, admin: Callable[[str], str], portal: Server
) -> None:
    editor = open_browser(phone=False)
    come_in(editor, "editor", say.language)
    film = f"Liczymy głosy {time.strftime('%H%M%S')}"
    add_film(editor, film, admin)
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
    add_block(editor, say("Nagłówek", english="Heading"))
    editor.locator("#body-0-value").fill("Kto należy do rady")
    add_block(editor, say("Cytat"))
    editor.locator("#body-1-value-text").fill("Najpierw słuchamy, potem głosujemy.")
    editor.locator("#body-1-value-who").fill("Ola, 2B")
    add_block(editor, say("Rząd odznak"))
    editor.locator("#body-2-value-title").fill("Za co są odznaki")
    editor.locator("#body-2-value-slugs-0-value").fill("debata")
    take(editor, "editors-blocks")
    add_block(editor, say("Nasz film"))
    editor.locator("#body-3-value-title").fill("Jak głosujemy")
    editor.locator("#body-3-value-film-chooser button:visible").first.click()
    editor.locator("[data-chooser-modal-choice]", has_text=film).first.click()
    editor.locator("[contenteditable=true]").last.click()
    editor.keyboard.insert_text("Klasa liczy głosy.")
    # What is typed reaches the form a moment later.
    expect(editor.locator("[name=body-3-value-transcript]")).to_have_value(re.compile("Klasa liczy"))

    hour = datetime.now(ZoneInfo("Europe/Warsaw")) + timedelta(hours=1)
    editor.get_by_role("button", name=admin("Toggle status")).click()
    editor.get_by_role("button", name=admin("Set schedule")).click()
    editor.locator("#id_go_live_at").fill(hour.strftime("%Y-%m-%d %H:%M"))
    take(editor, "editors-schedule")
    # The calendar that opened lies over the button.
    editor.get_by_role("button", name=admin("Save schedule")).press("Enter")
    editor.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    edit = editor.url
    number = re.search(r"/pages/(\d+)/edit", edit)
    assert number is not None

    editor.get_by_role("button", name=admin("Toggle preview")).click()
    shown = editor.frame_locator("iframe[title]").first
    expect(shown.get_by_role("heading", name=polish)).to_be_visible()
    expect(shown.get_by_text("Ola, 2B")).to_be_visible()
    take(editor, "editors-preview")

    editor.goto(f"/cms/localize/submit/page/{number[1]}/")
    editor.locator("main label", has_text=re.compile("angielski|English|англійська", re.I)).click()
    editor.locator("main input[type=submit]").click()
    editor.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    assert editor.url != edit
    for done, words in enumerate((english, "Who is in it and how to join."), start=1):
        editor.get_by_role("button", name=admin("Translate")).first.click()
        editor.locator("main textarea:visible").fill(words)
        editor.get_by_role("button", name=admin("Save"), exact=True).click()
        # It stands there as saved before anything else is done.
        expect(editor.get_by_role("button", name=admin("Edit"), exact=True)).to_have_count(done)
    take(editor, "editors-translation")
    editor.goto(editor.url.replace("/edit/", "/ask/"))
    editor.locator("main form button").click()

    editor.goto(edit)
    editor.get_by_role("button", name=admin("More actions")).click()
    editor.get_by_role("button", name=say("Poproś o zatwierdzenie")).click()
    editor.wait_for_url(re.compile(r"/pages/\d+/$"))

    visitor = open_browser(phone=True)
    answer = visitor.goto(path)
    assert answer is not None
    assert answer.status == 404

    second = open_browser(phone=False)
    come_in(second, "editor2", say.language)
    second.goto("/cms/")
    take(second, "editors-approval")
    approve(second, english, admin)
    approve(second, polish, admin)

    # Approved it waits for its hour, and then comes out by itself.
    for waiting in (path, f"/en{path}"):
        answer = visitor.goto(waiting)
        assert answer is not None
        assert answer.status == 404
    let_the_hour_come(portal)
    wait_for(visitor, path)
    expect(visitor.get_by_role("heading", level=1)).to_have_text(polish)
    expect(visitor.get_by_role("link", name="Debatuję z szacunkiem")).to_be_visible()
    # Its translation has the same hour.
    wait_for(visitor, f"/en{path}")
    expect(visitor.get_by_role("heading", level=1)).to_have_text(english)
    expect(visitor.locator(".doorway")).to_contain_text("Najpierw słuchamy")
    visitor.goto(path)
    assert visitor.evaluate(WATCH) == [3, 1]
    assert visitor.context.cookies() == []
    check_axe(visitor)
    check_no_sideways_scrolling(visitor)
    take(visitor, "editors-visitor")
