"""A teacher on a laptop offers a badge by e-mail; on a phone somebody outside takes it; a student applies for one."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import ask
from tests.browser.conftest import check_axe, check_no_sideways_scrolling, sign_in_by_name, take
from tests.browser.looking import check_every_way
from tests.browser.photos import poster, second_of_silence
from tests.browser.teaching import button, link
from tests.browser.words import Words

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

PASSWORD = "sto gawronów na dachu"
WITHOUT_CONSENT = (
    "Bez zgody konto pozostanie zamknięte, a po 30 dniach zostanie usunięte. Odznaka poczeka tak długo, jak podano w "
    "liście albo na kartce."
)
ROWS = "query($id: ID!) { offers(roundId: $id) { id email state } }"
LINK = "mutation($id: ID!) { showOfferLink(offerId: $id) { url errors { code } } }"
NOW = "mutation($id: ID!) { sendOffersNow(roundId: $id) { errors { code } } }"
PLACES = "{ offerPlaces { id kind achievements { id name } } }"
OPEN = """mutation($place: ID!, $badge: ID!) {
  openApplicationDesk(placeId: $place, achievementId: $badge) { deskId errors { code } } }"""


def open_account(page: Page, say: Words, username: str, born_on: str) -> None:
    page.get_by_role("link", name=say("Załóż konto i odbierz")).click()
    page.get_by_label(say("Imię albo pseudonim")).fill("Ola")
    page.get_by_label(say("Data urodzenia")).fill(born_on)
    page.get_by_label(say("Nazwa użytkownika")).fill(username)
    page.get_by_label(say("Hasło")).fill(PASSWORD)
    button(page, say("Załóż konto")).click()


def test_from_a_list_on_a_laptop_to_a_badge_on_a_phone(open_browser: Callable[..., Page], say: Words) -> None:
    teacher, mark = open_browser(phone=False), uuid4().hex[:8]
    sign_in_by_name(teacher, "teacher", language=say.language)
    teacher.goto("/app/offers/new")
    teacher.get_by_label(say("Adresy e-mail")).fill(
        f"Ola Nowak <ola{mark}@example.org>\nnie adres\njan{mark}@example.org"
    )
    button(teacher, say("Sprawdź listę")).click()
    expect(teacher.get_by_text(say("Wiadomość dostaną 2 osoby"))).to_be_visible()
    expect(teacher.get_by_text(say("1 wiersz pominięty"))).to_be_visible()
    check_axe(teacher)
    take(teacher, "offer-by-email")
    teacher.get_by_role("button", name=say.like("Zaproponuj „Debata” 2 osobom")).click()
    expect(button(teacher, say("Cofnij", english="Undo"))).to_be_visible()
    check_axe(teacher)
    wave = teacher.url.rpartition("/")[2]
    ask(teacher, NOW, id=wave)
    # The portal of these tests sends no e-mail and says so; the link is handed over.
    expect(teacher.get_by_text(say("E-mail niedostarczony")).first).to_be_visible(timeout=60_000)
    row = next(
        one for one in ask(teacher, ROWS, id=wave)["offers"] if one["email"] == f"ola{mark}@example.org"
    )
    assert row["state"] == "failed"
    url = ask(teacher, LINK, id=row["id"])["showOfferLink"]["url"]

    visitor = open_browser()
    visitor.goto("/o/" + url.rpartition("/")[2])
    check_axe(visitor)
    check_no_sideways_scrolling(visitor)
    take(visitor, "offer")
    open_account(visitor, say, f"ola.{mark}", "2000-02-29")
    button(visitor, say("Przeczytane")).click()
    button(visitor, say("Odbierz odznakę", english="Take the badge")).click()
    expect(visitor.get_by_text(say("Jest Twoja."))).to_be_visible()

    # The other one is thirteen: a guardian agrees first, on a phone of their own.
    other = next(one for one in ask(teacher, ROWS, id=wave)["offers"] if one["state"] != "held")
    path = ask(teacher, LINK, id=other["id"])["showOfferLink"]["url"].partition("/o/")[2]
    child, guardian = open_browser(), open_browser()
    child.goto(f"/o/{path}")
    open_account(child, say, f"jan.{mark}", "2013-03-03")
    expect(child.get_by_role("heading", name=say("Potrzebna zgoda opiekuna prawnego"))).to_be_visible()
    # The link is told once; whoever lost it with the answer gets a new one.
    child.goto(f"/o/{path}")
    open_account(child, say, f"jan.{mark}", "2013-03-03")
    address = child.locator(".guardian-link a").get_attribute("href")
    assert address is not None
    check_every_way(child)
    take(child, "offer-guardian")
    guardian.goto(address)
    expect(guardian.get_by_text(say(WITHOUT_CONSENT))).to_be_visible()
    check_every_way(guardian)
    take(guardian, "offer-consent")
    guardian.get_by_label(say("Imię i nazwisko opiekuna prawnego")).fill("Anna Gawron")
    button(guardian, say("Zgadzam się", english="I agree"), exact=True).click()
    expect(guardian.get_by_role("heading", name=say("Dziękujemy, zgoda jest zapisana"))).to_be_visible()
    child.goto(f"/o/{path}")
    link(child, say("Mam już konto")).click()
    child.locator("a[href*='/sign-in/name/']").first.click()
    for field, value in (("#username", f"jan.{mark}"), ("#password", PASSWORD)):
        child.locator(field).fill(value)
        child.keyboard.press("Enter")
    button(child, say("Przeczytane")).click()
    button(child, say("Odbierz odznakę", english="Take the badge")).click()
    expect(child.get_by_text(say("Jest Twoja."))).to_be_visible()


def test_a_student_shows_what_they_can_do_and_the_teacher_answers(
    open_browser: Callable[..., Page], say: Words
) -> None:
    teacher = open_browser()
    sign_in_by_name(teacher, "teacher", language=say.language)
    place = next(one for one in ask(teacher, PLACES)["offerPlaces"] if one["kind"] == "group")
    badge = place["achievements"][-1]
    assert ask(teacher, OPEN, place=place["id"], badge=badge["id"])["openApplicationDesk"]["errors"] == []

    student = open_browser()
    sign_in_by_name(student, "student", language=say.language)
    student.goto(f"/app/applications/for/{badge['id']}")
    student.get_by_label(say("Co umiesz i gdzie masz to już za sobą?")).fill("Prowadzę debaty od roku")
    student.get_by_label(say("Link do Twojej pracy")).fill("example.org/debaty")
    for name, kind, content in (
        ("Zrób zdjęcie", "image/jpeg", poster()), ("Nagraj dźwięk", "audio/wav", second_of_silence())
    ):  # fmt: skip
        with student.expect_file_chooser() as chooser:
            student.get_by_text(say(name), exact=True).click()
        chooser.value.set_files({"name": "praca", "mimeType": kind, "buffer": content})
    check_every_way(student)
    take(student, "apply")
    button(student, say("Wyślij")).click()
    expect(student.get_by_text(say("Czeka na odpowiedź"))).to_be_visible()

    teacher.goto("/app/applications")
    teacher.get_by_role("link", name=re.compile(badge["name"])).first.click()
    expect(teacher.get_by_text("Prowadzę debaty od roku")).to_be_visible()
    # What was photographed is seen, what was recorded is heard, by nobody else.
    photo = teacher.get_by_role("img", name=say("Praca, część 1"))
    photo.scroll_into_view_if_needed()
    expect(photo).to_have_js_property("naturalWidth", 1200)
    sound = teacher.locator("audio")
    assert sound.evaluate("async one => { one.preload = 'auto'; await one.play(); return one.duration }") == 1
    stranger = open_browser()
    for piece in (photo, sound):
        assert stranger.request.get(str(piece.get_attribute("src"))).status == 404
    # To its end: the bar of tabs would cover half of a button otherwise.
    teacher.evaluate("scrollTo(0, document.body.scrollHeight)")
    check_axe(teacher)
    check_no_sideways_scrolling(teacher)
    take(teacher, "answer-application")
    teacher.get_by_label(say.like("Zdanie dla: {0}")).fill("Świetnie prowadzone")
    button(teacher, say("Przyjmij i przyznaj")).click()
    expect(teacher.get_by_text(say("Przyjęte: odznaka przyznana."))).to_be_visible()


def test_slips_for_people_whose_addresses_nobody_has(open_browser: Callable[..., Page], say: Words) -> None:
    teacher = open_browser()
    sign_in_by_name(teacher, "teacher", language=say.language)
    teacher.goto("/app/offers/new")
    teacher.get_by_text(say("Na karteczkach")).click()
    teacher.get_by_label(say("Ile karteczek")).fill("2")
    check_axe(teacher)
    check_no_sideways_scrolling(teacher)
    take(teacher, "slips")
    button(teacher, say("Przygotuj 2 karteczki")).click()
    link(teacher, say("Wydrukuj karteczki")).click()
    button(teacher, say("Pokaż kody")).click()
    codes = teacher.locator(".claim-slip .code").all_inner_texts()
    assert len(codes) == 2
    check_axe(teacher)
    take(teacher, "slips-printed")

    visitor = open_browser()
    visitor.goto("/c/")
    visitor.get_by_label(say("Kod z karteczki")).fill(codes[0])
    visitor.keyboard.press("Enter")
    expect(link(visitor, say("Załóż konto i odbierz"))).to_be_visible()
    visitor.get_by_text(say("Nie chcę jej")).click()
    take(visitor, "slip-offered")
    button(visitor, say("Nie przyjmuję odznaki")).click()
    link(teacher, say("Wróć")).first.click()
    expect(teacher.get_by_role("heading", name=say("Karteczki", english="Slips"))).to_be_visible()
    expect(teacher.get_by_text(say("Nieprzyjęta"), exact=True)).to_be_visible()
    expect(teacher.get_by_text(say("Wydrukowana"), exact=True)).to_be_visible()
    take(teacher, "slips-followed")
    check_axe(teacher)
    check_no_sideways_scrolling(teacher)
