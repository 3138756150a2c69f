"""An issuer's person makes a microcredential on a phone, from nothing to published, with a picture drawn elsewhere and a
scale of grades by which a teacher gives it; two people write in one place.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from tests.browser.asking import ask
from tests.browser.conftest import check_axe, check_no_sideways_scrolling, sign_in_by_name, take
from tests.browser.looking import check_every_way
from tests.browser.words import Words

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
Open = Callable[..., Page]
TEXTS = {
    "Polski": ("Dyżur obywatelski", "Prowadzi dyżur", "rozmawia z trzema osobami", "Oceniają dwie osoby"),
    "Angielski": ("Civic duty", "Keeps a desk", "talks with three people", "Two people assess"),
    "Ukraiński": ("Громадянське чергування", "Проводить чергування", "розмовляє з трьома людьми", "Оцінюють двоє"),
}  # fmt: skip
ALT = {"Polski": "Żółta gwiazda", "Angielski": "A yellow star", "Ukraiński": "Жовта зірка"}
CLASSES = "{ teacherHome { classes { id } } }"


def emblem() -> bytes:
    """A star on a green ground, as somebody would draw it elsewhere."""
    image = Image.new("RGBA", (640, 640))
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, 630, 630), fill="#0b6e4f")
    draw.regular_polygon((320, 320, 240), 3, fill="#ffd166")
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()


def begin(page: Page, say: Words, kind: str, name: str) -> None:
    page.goto("/app/define")
    page.get_by_role("button", name=say("Nowa odznaka")).click()
    page.get_by_role("radio", name=re.compile(f"^{kind}")).check()
    page.get_by_label(say("Nazwa"), exact=True).fill(name)
    page.get_by_role("button", name=say("Zacznij", english="Begin")).click()
    expect(page.get_by_label(say("Część opisu"))).to_be_visible()


def section(page: Page, say: Words, code: str) -> None:
    page.get_by_label(say("Część opisu")).select_option(code)


def write_in(page: Page, say: Words, language: str) -> None:
    page.locator(".define-place .segments label", has_text=say(language)).click()


def saved(page: Page, say: Words) -> None:
    words = re.compile(f"^{re.escape(say('Zapisano', english='Saved'))}$")
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


def lacking(page: Page, words: str) -> None:
    expect(page.locator(".define-lacking")).to_have_text(words)


def draw_elsewhere(page: Page, say: Words) -> None:
    page.locator(".segments label", has_text=say("Z pliku")).click()
    page.context.set_offline(True)
    page.locator("input[type=file]").set_input_files(
        {"name": "godlo.png", "mimeType": "image/png", "buffer": emblem()}
    )
    again = page.get_by_role("button", name=say("Wyślij ponownie"))
    expect(again).to_be_visible()
    page.context.set_offline(False)
    again.click()
    page.get_by_label(say("Autor obrazka")).fill("Iga Kanarek")
    page.get_by_label(say("Licencja obrazka")).select_option("cc_by")
    for language, words in ALT.items():
        write_in(page, say, language)
        page.get_by_label(say("Opis obrazka"), exact=True).fill(words)


def test_a_microcredential_from_nothing_to_a_grade(open_browser: Open, say: Words) -> None:
    page = open_browser()
    sign_in_by_name(page, "issuer", language=say.language)
    begin(page, say, say("Mikropoświadczenie"), "Dyżur obywatelski")
    write_in(page, say, "Polski")
    page.get_by_label(say("Opis", english="Description"), exact=True).fill(
        "Za dyżur, na którym naprawdę się rozmawia."
    )
    draw_elsewhere(page, say)
    for language, (name, _skill, _criterion, _quality) in TEXTS.items():
        write_in(page, say, language)
        page.get_by_label(say("Nazwa"), exact=True).fill(name)
    saved(page, say)
    take(page, f"describing-general-{say.language}")
    check_every_way(page)

    section(page, say, "skills")
    write_in(page, say, "Polski")
    page.get_by_role("button", name=say("Dodaj umiejętność")).click()
    for language, (_name, skill, criterion, _quality) in TEXTS.items():
        write_in(page, say, language)
        page.get_by_label(say("Co osoba potrafi")).fill(skill)
        page.get_by_label(say("Kryterium 1.1")).fill(criterion)
    saved(page, say)
    check_every_way(page)
    section(page, say, "assessment")
    page.get_by_label(say("Obserwacja")).check()
    page.get_by_label(say("Sposób oceniania")).select_option("grades")
    page.get_by_label(say("Ocena potrzebna do odznaki")).select_option("4")
    saved(page, say)
    check_no_sideways_scrolling(page)
    section(page, say, "workload")
    page.get_by_label(say("Nakład pracy w godzinach")).fill("12,5")
    page.get_by_label(say("Forma udziału"), exact=True).select_option("in_person")
    page.get_by_label(say("Odniesienie do PRK i ERK")).select_option("4")
    section(page, say, "quality")
    for language, (_name, _skill, _criterion, quality) in TEXTS.items():
        write_in(page, say, language)
        page.get_by_role("textbox", name=say("Zapewnianie jakości")).fill(quality)
    lacking(page, say("Niczego nie brakuje"))

    page.get_by_role("button", name=say("Przejrzyj i opublikuj")).click()
    expect(page.get_by_role("heading", name=say("Opublikuj wersję 1"))).to_be_visible()
    expect(page.get_by_text("Prowadzi dyżur")).to_be_visible()
    expect(page.get_by_role("img", name=say("Teraz", english="After"))).to_be_visible()
    check_every_way(page)
    page.get_by_role("button", name=say("Opublikuj"), exact=True).click()
    expect(page.get_by_text(say("Wersja 1"), exact=True)).to_be_visible()
    badge = page.url.rpartition("/")[2]
    check_every_way(page)
    page.get_by_role("link", name=say("Strona publiczna")).click()
    expect(page.get_by_role("link", name="Iga Kanarek, CC BY 4.0")).to_be_visible()
    address = page.url
    for spoken, language in (("pl", "Polski"), ("en", "Angielski"), ("uk", "Ukraiński")):
        stranger = open_browser(language=spoken)
        stranger.goto(address)
        expect(stranger.get_by_role("heading", name=TEXTS[language][0], level=1)).to_be_visible()
        expect(stranger.get_by_text(TEXTS[language][1], exact=True)).to_be_visible()
        expect(stranger.get_by_role("img", name=ALT[language])).to_be_visible()
        stranger.close()
    give_with_a_grade(open_browser, say, badge)


def give_with_a_grade(open_browser: Open, say: Words, badge: str) -> None:
    """A teacher chooses a grade that is enough, and no other one can be chosen."""
    teacher = open_browser()
    sign_in_by_name(teacher, "teacher", language=say.language)
    group = ask(teacher, CLASSES)["teacherHome"]["classes"][0]["id"]
    teacher.goto(f"/app/award/{group}/{badge}")
    teacher.get_by_role("button", name=say("Nikt", english="Nobody")).click()
    teacher.get_by_role("checkbox").first.check()
    give = teacher.get_by_role("button", name=say("Przyznaj 1 osobie"))
    give.click()
    expect(teacher.get_by_text(say("Tej odznaki nie przyznaje się bez oceny. Podaj ją."))).to_be_visible()
    grade = teacher.get_by_role("combobox")
    expect(grade.get_by_role("option")).to_have_text([say("Ocena", english="Grade"), "4", "5", "6"])
    grade.select_option("5")
    take(teacher, f"awarding-with-a-grade-{say.language}")
    # At the end, so that no row lies half below the button.
    teacher.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    check_axe(teacher)
    check_no_sideways_scrolling(teacher)
    give.click()
    expect(teacher).to_have_url(re.compile("/app/classes/"))


def test_two_people_write_in_the_same_place(open_browser: Open, say: Words) -> None:
    description, name = say("Opis", english="Description"), say("Nazwa")
    mine, theirs = open_browser(), open_browser()
    sign_in_by_name(mine, "issuer", language=say.language)
    begin(mine, say, say("Odznaka", english="Digital badge"), "Sąsiedzka pomoc")
    sign_in_by_name(theirs, "coordinator", language=say.language)
    theirs.goto(mine.url)
    theirs.get_by_label(description, exact=True).fill("Ich opis")
    saved(theirs, say)
    mine.get_by_label(name, exact=True).fill("Pomoc sąsiedzka")
    saved(mine, say)
    expect(mine.get_by_label(description, exact=True)).to_have_value("Ich opis")

    theirs.get_by_label(description, exact=True).fill("Drugi opis")
    saved(theirs, say)
    mine.get_by_label(description, exact=True).fill("Mój opis")
    clash = mine.get_by_role("alert").filter(has_text="Drugi opis")
    expect(clash).to_be_visible()
    check_axe(mine)
    clash.get_by_role("button", name=say("Zostaw swoje")).click()
    saved(mine, say)
    expect(clash).to_have_count(0)
    theirs.reload()
    expect(theirs.get_by_label(description, exact=True)).to_have_value("Mój opis")
    expect(theirs.get_by_label(name, exact=True)).to_have_value("Pomoc sąsiedzka")
