"""A student under sixteen makes the school's account their own, on a phone, with a guardian's word from another one."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import ask
from tests.browser.conftest import sign_in_by_name, take
from tests.browser.learning import close_celebrations
from tests.browser.looking import check_every_way
from tests.browser.teaching import button, link
from tests.browser.words import Words
from tests.servers import Server

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

STUDENT, PASSWORD = "student09", "sto gawronów na dachu"
CLASSES = "{ teacherHome { classes { id name } } }"
ME = "{ me { id givenName familyName } }"
SHELF = "{ myBadges(limit: 30) { items { id name state } } }"
# The form of the roster: a new card for one student, printed in a page of its own.
NEW_CARD = """([path, student]) => {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action: path })
  const token = document.cookie.match(/csrftoken=([^;]+)/)[1]
  for (const [name, value] of [['csrfmiddlewaretoken', token], ['students', student]])
    form.append(Object.assign(document.createElement('input'), { name, value }))
  document.body.append(form)
  form.submit()
}"""


def make_young(portal: Server) -> None:
    with sqlite3.connect(portal.database, timeout=20) as database:
        database.execute(
            "UPDATE people_user SET born_on = date('now', '-14 years') WHERE username = ?", (STUDENT,)
        )


def fill(page: Page, say: Words, pin: str, username: str) -> None:
    page.get_by_label(say("PIN z Twojej karty")).fill(pin)
    page.get_by_label(say("Nazwa użytkownika", english="User name")).fill(username)
    page.get_by_label(say("Hasło")).fill(PASSWORD)
    button(page, say("Przejmuję konto")).click()


def test_the_whole_history_goes_along_with_a_guardians_word(
    open_browser: Callable[..., Page], portal: Server, say: Words
) -> None:
    make_young(portal)
    phone, elsewhere, teacher = open_browser(), open_browser(), open_browser()
    for page in (phone, elsewhere):
        sign_in_by_name(page, STUDENT, language=say.language)
    close_celebrations(phone)
    me, before = ask(phone, ME)["me"], ask(phone, SHELF)["myBadges"]["items"]
    assert before

    sign_in_by_name(teacher, "teacher", language=say.language)
    (group,) = (one["id"] for one in ask(teacher, CLASSES)["teacherHome"]["classes"] if one["name"] == "2B")
    teacher.evaluate(NEW_CARD, [f"/classes/{group}/cards/", me["id"]])
    pin = teacher.locator(".pin-sheet td.pin").inner_text()

    phone.goto("/app/me")
    link(phone, re.compile(say("Przejmij to konto na własność", english="Make this account my own"))).click()
    expect(phone.get_by_label(say("PIN z Twojej karty"))).to_have_count(0)
    check_every_way(phone)
    take(phone, "taking-over-young")
    button(phone, say("Zrób link dla opiekuna prawnego")).click()
    address = phone.locator(".guardian-link a").get_attribute("href")
    assert address is not None
    check_every_way(phone)
    take(phone, "taking-over-guardian")

    guardian = open_browser()
    guardian.goto(address)
    check_every_way(guardian)
    take(guardian, "taking-over-consent")
    guardian.get_by_label(say("Imię i nazwisko opiekuna prawnego")).fill("Anna Gawron")
    button(guardian, say("Zgadzam się", english="I agree"), exact=True).click()
    expect(guardian.get_by_role("heading", name=say("Dziękujemy, zgoda jest zapisana"))).to_be_visible()
    check_every_way(guardian)

    phone.goto("/account/take-over/")
    fill(phone, say, "000000", "sowa.2b")
    expect(phone.locator("#refusal")).to_be_visible()
    fill(phone, say, pin, "teacher")
    expect(phone.get_by_text(say("Ta nazwa użytkownika jest zajęta. Wybierz inną."))).to_be_visible()
    check_every_way(phone)
    take(phone, "taking-over-refused")
    fill(phone, say, pin, "sowa.2b")
    phone.wait_for_url("**/app/**")
    assert ask(phone, SHELF)["myBadges"]["items"] == before
    # A second tap, or the answer was lost: the page says what is so.
    phone.goto("/account/take-over/")
    expect(phone.get_by_text("sowa.2b")).to_be_visible()
    take(phone, "taken-over")

    elsewhere.goto("/account/take-over/")
    expect(elsewhere).to_have_url(re.compile("/sign-in/"))
    # The class keeps its records; for the account there is no new card and no new name.
    teacher.goto(f"/app/classes/{group}/roster")
    button(teacher, re.compile(me["familyName"])).first.click()
    expect(teacher.get_by_role("dialog")).to_be_visible()
    take(teacher, "taken-over-roster")
