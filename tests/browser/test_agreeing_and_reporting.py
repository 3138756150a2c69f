"""A guardian agrees by a link; a student reports, a coordinator decides, the author appeals: on real phones."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import check_axe, sign_in_by_name, take
from tests.browser.counting import Taps
from tests.browser.looking import check_every_way
from tests.browser.teaching import button
from tests.servers import Server

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


def make_fifteen(portal: Server, username: str) -> None:
    with sqlite3.connect(portal.database, timeout=20) as database:
        born = date(date.today().year - 15, 1, 1).isoformat()  # noqa: DTZ011
        database.execute("UPDATE people_user SET born_on = ? WHERE username = ?", (born, username))


def test_a_guardian_agrees_with_one_field_and_one_tap_and_takes_it_back(
    open_browser: Callable[..., Page], portal: Server
) -> None:
    make_fifteen(portal, "student01")
    student = open_browser(viewport={"width": 360, "height": 2400})
    sign_in_by_name(student, "student")
    student.goto("/app/badges")
    student.locator("main a[href*='/badges/']").first.click()
    button(student, "Zapytaj opiekuna").click()
    link = student.get_by_label("Twój link").input_value()
    expect(student.get_by_alt_text("Kod QR linku dla opiekuna")).to_be_visible()
    check_axe(student)

    guardian, taps = open_browser(language="uk"), Taps()
    guardian.goto(link)
    expect(guardian.get_by_role("heading", name=re.compile("просить про згоду"))).to_be_visible()
    take(guardian, "guardian-consent")
    check_every_way(guardian)
    taps.type(guardian.get_by_label("Ім’я та прізвище законного представника"), "Ewa <b>Kanarek</b>")
    taps.tap(button(guardian, "Погоджуюся", exact=True))
    expect(guardian.get_by_role("heading", name="Дякуємо, згоду записано")).to_be_visible()
    # The budget of product.md: the link is opened by a scan, then 1 f and 2 t at most.
    assert (taps.fields, taps.taps) == (1, 1)
    expect(guardian.get_by_text("Ewa <b>Kanarek</b>")).to_be_visible()

    student.reload()
    expect(
        student.get_by_label("Pokaż innym przez link").or_(student.get_by_role("checkbox"))
    ).to_be_visible()
    button(guardian, "Відкликати згоду").click()
    expect(guardian.get_by_role("heading", name="Згоду відкликано")).to_be_visible()
    student.reload()
    expect(button(student, "Zapytaj opiekuna")).to_be_visible()


def test_what_is_reported_is_hidden_decided_and_appealed(open_browser: Callable[..., Page]) -> None:
    student, leader, coordinator = open_browser(), open_browser(), open_browser()
    sign_in_by_name(student, "student")
    student.goto("/app/clubs")
    student.locator("main a[href*='/clubs/']", has_text="Klub Dobrych Spraw").first.click()
    button(student, "Coś jest nie tak? Zgłoś").click()
    dialog = student.get_by_role("dialog")
    dialog.get_by_text("Udaje coś, czym nie jest").click()
    check_axe(student)
    take(student, "report-sheet")
    button(student, "Zgłoś", exact=True).last.click()
    expect(student.get_by_text("Ktoś to przeczyta")).to_be_visible()

    sign_in_by_name(coordinator, "coordinator")
    coordinator.goto("/app/more")
    coordinator.get_by_role("link", name="Zgłoszenia i poręczenia dla klubów").click()
    row = coordinator.locator(".report-row", has_text="Klub Dobrych Spraw")
    expect(row).to_contain_text("Udaje coś, czym nie jest")
    check_axe(coordinator)
    row.click()
    button(coordinator, "Zdecyduj").click()
    coordinator.get_by_role("dialog").get_by_text("Znika", exact=True).click()
    button(coordinator, "Usuń").click()
    expect(coordinator.get_by_role("dialog").get_by_text("Napisz coś")).to_be_visible()
    coordinator.get_by_label("Dlaczego? Przeczyta to autor.").fill("Nazwa brzmi jak urząd.")
    button(coordinator, "Usuń").click()
    expect(coordinator.get_by_text("Nic nie czeka")).to_be_visible()

    sign_in_by_name(leader, "leader")
    leader.goto("/app/me")
    decided = leader.get_by_role("listitem").filter(has_text="Nazwa brzmi jak urząd.").first
    expect(decided).to_be_visible()
    check_axe(leader)
    decided.get_by_role("button", name="Odwołaj się").click()
    leader.get_by_label("Twoje powody").fill("Tak nazywa nas cała szkoła.")
    button(leader, "Wyślij odwołanie").click()
    expect(decided).to_contain_text("usunięte; odwołanie czyta ktoś inny")
    # Who decided first does not find the appeal on their desk.
    coordinator.goto("/app/desk")
    expect(coordinator.get_by_text("Nic nie czeka")).to_be_visible()

    operator = open_browser(phone=False)
    operator.goto("/sign-in/name/?next=/app/desk")
    operator.locator("#username").fill("admin")
    operator.keyboard.press("Enter")
    operator.locator("#password").fill("kotylion")
    operator.keyboard.press("Enter")
    operator.wait_for_url(re.compile("/app/desk|/sign-in/notice/"))
    if "notice" in operator.url:
        operator.locator("form button.button").last.click()
    operator.locator(".report-row", has_text="Klub Dobrych Spraw").first.click()
    expect(operator.get_by_text("Tak nazywa nas cała szkoła.")).to_be_visible()
    operator.locator(".action-bar button").click()
    operator.get_by_role("dialog").get_by_role("radio").first.check()
    operator.get_by_role("dialog").locator("footer button").click()
    expect(operator.locator(".report-row")).to_have_count(0)
    leader.reload()
    expect(leader.get_by_text("zostaje", exact=True).first).to_be_visible()
