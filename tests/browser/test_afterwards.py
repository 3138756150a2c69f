"""What becomes of a badge, on phones: the last part brings a larger one, a revoked one is told, an old one is renewed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import ask
from tests.browser.conftest import sign_in_by_name, take
from tests.browser.learning import celebration, close_celebrations
from tests.browser.looking import check_every_way
from tests.browser.teaching import link
from tests.servers import Server

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

CLASSES = "query { teacherHome { classes { id name } } }"
SCREEN = "query ($g: ID!) { awardScreen(groupId: $g) { all { id name } candidates { studentId name } } }"
ME = "query { me { givenName familyName } }"
AWARD = """mutation ($g: ID!, $a: ID!, $s: [ID!]!) {
  awardBadge(groupId: $g, achievementId: $a, studentIds: $s) { batchId errors { code } } }"""
LARGER = "Aktywność obywatelska: trzy działania"
# Three of eighteen civic badges make it; the path of 2B ends with another one.
PARTS = ("Kandyduję", "Głos w konsultacjach", "Badam opinie")
# Signed weeks ago.
OLD = "Weryfikuję informacje"


def end_soon(portal: Server, badge: str) -> None:
    """As if the badge had been given for a time that is nearly over."""
    with sqlite3.connect(portal.database, timeout=20) as database:
        database.execute(
            "UPDATE credentials_credential SET valid_until = datetime('now', '+20 days') WHERE achievement_id = ?",
            (UUID(badge).hex,),
        )


def test_a_last_part_a_revocation_and_a_renewal(open_browser: Callable[..., Page], portal: Server) -> None:
    teacher, student = open_browser(), open_browser()
    sign_in_by_name(teacher, "teacher")
    sign_in_by_name(student, "student07")
    close_celebrations(student)
    classes = ask(teacher, CLASSES)["teacherHome"]["classes"]
    group = next(one["id"] for one in classes if one["name"] == "2B")
    screen = ask(teacher, SCREEN, g=group)["awardScreen"]
    me = ask(student, ME)["me"]
    name = f"{me['givenName']} {me['familyName']}"
    mine = next(one["studentId"] for one in screen["candidates"] if one["name"] == name)
    badges = {one["name"]: one["id"] for one in screen["all"]}
    for part in PARTS[:2]:
        ask(teacher, AWARD, g=group, a=badges[part], s=[mine])
    close_celebrations(student)

    student.goto("/app/badges")
    expect(student.get_by_text("W drodze do większej odznaki")).to_be_visible()
    take(student, "larger-on-its-way")
    check_every_way(student)

    # The last part: both are celebrated where the learner is, the larger one without anybody's hand.
    ask(teacher, AWARD, g=group, a=badges[PARTS[2]], s=[mine])
    celebrated: list[str] = []
    while not {LARGER, PARTS[2]} <= set(celebrated):
        expect(celebration(student)).to_be_visible(timeout=20_000)
        heading = celebration(student).get_by_role("heading").inner_text()
        take(student, f"celebrated-{len(celebrated)}")
        celebrated.append(heading)
        celebration(student).get_by_role("button", name="Zamknij").click()
        expect(celebration(student).get_by_role("heading", name=heading)).to_be_hidden()
    assert celebrated.count(LARGER) == 1

    # Revoked with a reason: the learner reads it at home, and the history on the badge.
    teacher.goto("/app/given")
    teacher.get_by_label("Szukaj po osobie albo odznace").fill(f"{me['familyName']} Kandyduję")
    link(teacher, re.compile("Kandyduję")).click()
    expect(teacher.get_by_role("heading", name="Jej historia")).to_be_visible()
    check_every_way(teacher)
    teacher.get_by_role("button", name="Unieważnij", exact=True).click()
    teacher.get_by_role("radio", name="Przyznano ją przez pomyłkę.").check(force=True)
    teacher.get_by_label("Własnymi słowami").fill("To było zadanie z innej klasy.")
    take(teacher, "revoking")
    teacher.get_by_role("button", name="Unieważnij na zawsze").click()
    expect(teacher.get_by_text("Unieważniona. Przyznano ją przez pomyłkę.")).to_be_visible()
    student.goto("/app/")
    expect(student.get_by_text(re.compile("Twoja odznaka „Kandyduję” została unieważniona."))).to_be_visible()
    student.goto("/app/badges")
    student.get_by_role("link", name=re.compile("Kandyduję")).click()
    expect(student.get_by_text("To było zadanie z innej klasy.")).to_be_visible()
    take(student, "revoked")

    # Renewed in two taps.
    end_soon(portal, badges[OLD])
    teacher.goto(f"/app/award/{group}")
    link(teacher, "Odznaki, które wkrótce stracą ważność").click()
    expect(teacher.get_by_role("heading", name=OLD)).to_be_visible()
    check_every_way(teacher)
    take(teacher, "renewing")
    teacher.get_by_role("button", name=re.compile("^Odnów")).click()
    expect(teacher.get_by_text("Nie ma czego odnawiać")).to_be_visible()
    student.goto("/app/badges")
    student.get_by_role("link", name=re.compile(OLD)).click()
    expect(student.get_by_role("heading", name="Jej historia")).to_be_visible()
    check_every_way(student)
