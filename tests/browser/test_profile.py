"""The profile on a phone: the skills map looked at every way, two students who keep each other, and the archive."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, sign_in_by_name, take
from tests.browser.looking import check_every_way, settle, walk_to
from tests.browser.teaching import button

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


def test_the_skills_map_by_finger_by_keyboard_and_without_network(open_browser: Callable[..., Page]) -> None:
    student = open_browser()
    sign_in_by_name(student, "student")
    settle(student, "/app/profile")
    student.get_by_role("link", name="Mapa umiejętności").click()
    student.locator("summary", has_text="Informacje i media").click()
    expect(student.get_by_text("W europejskiej klasyfikacji ESCO: ocenianie informacji")).to_be_visible()
    take(student, "skills-map")
    check_every_way(student)
    total = int(student.locator(".skill-total strong").inner_text())
    table = student.get_by_role("table", name="Umiejętności według obszarów")
    assert sum(int(text) for text in table.locator("td:first-of-type").all_inner_texts()) == total

    # A layer is a button with a state; what it held is gone from the bars and from the table.
    clubs = student.get_by_role("button", name=re.compile("Odznaki klubowe"))
    held = int(re.findall(r"\d+", clubs.inner_text())[0])
    student.keyboard.press("Home")
    walk_to(student, "Odznaki klubowe")
    student.keyboard.press("Space")
    expect(clubs).to_have_attribute("aria-pressed", "false")
    expect(student.locator(".skill-total strong")).to_have_text(str(total - held))
    expect(table.get_by_role("columnheader", name="Odznaki klubowe")).to_have_count(0)

    button(student, "Dodaj umiejętność").click()
    student.get_by_label("Co umiesz?").fill("Gram na <b>skrzypcach</b>")
    student.get_by_label("Obszar", exact=True).select_option("heritage")
    check_axe(student)
    button(student, "Zapisz", exact=True).click()
    expect(student.get_by_role("listitem").filter(has_text="Gram na <b>skrzypcach</b>").last).to_be_visible()
    expect(student.locator("summary", has_text="Historia i kultura")).to_be_visible()

    student.context.set_offline(True)
    student.goto("/app/profile")
    expect(student.get_by_role("heading", name="Mój profil")).to_be_visible()
    student.get_by_role("link", name="Mapa umiejętności").click()
    expect(student.locator(".skill-total strong")).to_have_text(str(total + 1))
    student.context.set_offline(False)


def test_two_students_keep_each_other_and_nobody_hears_of_a_no(open_browser: Callable[..., Page]) -> None:
    asker, other, third = open_browser(), open_browser(), open_browser(theme="dark")
    sign_in_by_name(asker, "student12")
    settle(asker, "/app/profile/contacts")
    button(asker, "Zapytaj kogoś").click()
    dialog = asker.get_by_role("dialog")
    faces = dialog.get_by_role("button", name=re.compile("^Zapytaj: "))
    expect(faces.first).to_be_visible()
    check_axe(asker)
    take(asker, "contacts-ask")
    sign_in_by_name(other, "student13")
    sign_in_by_name(third, "student14")
    for name in ("Maja Ł.", "Filip M."):
        dialog.get_by_role("button", name=f"Zapytaj: {name}", exact=True).click()
    expect(dialog.get_by_text("czeka na odpowiedź")).to_have_count(2)
    asker.keyboard.press("Escape")
    expect(asker.get_by_role("heading", name="Twoje pytania")).to_be_visible()

    settle(other, "/app/profile/contacts")
    check_every_way(other)
    take(other, "contacts-asked")
    other.get_by_role("button", name=re.compile("^Zgadzam się")).click()
    expect(other.get_by_role("heading", name="Moje kontakty")).to_be_visible()
    expect(asker.get_by_role("heading", name="Moje kontakty")).to_be_visible()

    settle(third, "/app/profile/contacts")
    third.get_by_role("button", name=re.compile("^Nie, dziękuję")).click()
    expect(third.get_by_role("heading", name="Nie masz jeszcze kontaktów")).to_be_visible()
    asker.reload()
    waiting = asker.get_by_role("region", name="Twoje pytania")
    expect(waiting.get_by_role("listitem")).to_have_count(1)
    expect(waiting).to_contain_text("Filip M.")

    asker.get_by_role("button", name=re.compile("^Zakończ kontakt")).click()
    asker.get_by_role("button", name=re.compile("^Tak, zakończ")).click()
    expect(asker.get_by_role("heading", name="Moje kontakty")).to_have_count(0)
    expect(other.get_by_role("heading", name="Nie masz jeszcze kontaktów")).to_be_visible()


def test_everything_about_me_in_one_file(open_browser: Callable[..., Page]) -> None:
    student = open_browser()
    sign_in_by_name(student, "student")
    settle(student, "/app/profile")
    check_every_way(student)
    take(student, "profile")
    button(student, "Dodaj język").click()
    student.get_by_label("Język", exact=True).select_option("csb")
    student.get_by_label("Jak dobrze?").select_option("b1")
    button(student, "Zapisz", exact=True).click()
    expect(student.get_by_text("kaszubski codzienne sprawy (B1)")).to_be_visible()
    student.get_by_role("link", name="Moje dane").click()
    button(student, "Zbierz moje dane").click()
    ready = student.get_by_role("link", name=re.compile("^Pobierz"))
    expect(ready).to_be_visible(timeout=30_000)
    check_every_way(student)
    with student.expect_download() as started:
        ready.click()
    download = started.value
    assert re.fullmatch(r"kotylion-\d{4}-\d\d-\d\d\.zip", download.suggested_filename)
    with zipfile.ZipFile(io.BytesIO(Path(download.path()).read_bytes())) as pack:
        data = json.loads(pack.read("data.json"))["data"]
        assert data["profile"]["portfolio.spokenlanguage.person"] == [{"code": "csb", "level": "b1"}]
        assert any(name.startswith("badges/") for name in pack.namelist())
