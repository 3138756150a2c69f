"""What becomes of a badge, on phones: the last part brings a larger one, a revoked one is told, an old one is renewed."""

from __future__ import annotations

import json
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
from tests.browser.words import Words
from tests.servers import ROOT, Server

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
TOLD = "Twoja odznaka „%(name)s” została unieważniona. %(why)s Na ekranie „Ja” przeczytasz więcej i możesz się odwołać."


def end_soon(portal: Server, badge: str) -> None:
    """As if the badge had been given for a time that is nearly over."""
    with sqlite3.connect(portal.database, timeout=20) as database:
        database.execute(
            "UPDATE credentials_credential SET valid_until = datetime('now', '+20 days') WHERE achievement_id = ?",
            (UUID(badge).hex,),
        )


def in_words(polish: str, language: str) -> str:
    """What a badge of the seed is called in the language of the walk."""
    names = [one["name"] for one in json.loads((ROOT / "content/badges.json").read_text("utf-8"))["badges"]]
    return next(str(name[language]) for name in names if name["pl"] == polish)


def test_a_last_part_a_revocation_and_a_renewal(
    open_browser: Callable[..., Page], portal: Server, say: Words
) -> None:
    teacher, student = open_browser(), open_browser()
    larger, old, first, *others = (in_words(one, say.language) for one in (LARGER, OLD, *PARTS))
    sign_in_by_name(teacher, "teacher", language=say.language)
    sign_in_by_name(student, "student07", language=say.language)
    close_celebrations(student, say("Zamknij"))
    classes = ask(teacher, CLASSES)["teacherHome"]["classes"]
    group = next(one["id"] for one in classes if one["name"] == "2B")
    screen = ask(teacher, SCREEN, g=group)["awardScreen"]
    me = ask(student, ME)["me"]
    name = f"{me['givenName']} {me['familyName']}"
    mine = next(one["studentId"] for one in screen["candidates"] if one["name"] == name)
    badges = {one["name"]: one["id"] for one in screen["all"]}
    for part in (first, others[0]):
        ask(teacher, AWARD, g=group, a=badges[part], s=[mine])
    close_celebrations(student, say("Zamknij"))

    student.goto("/app/badges")
    expect(student.get_by_text(say("W drodze do większej odznaki"))).to_be_visible()
    take(student, f"larger-on-its-way-{say.language}")
    check_every_way(student)

    # The last part: both are celebrated where the learner is, the larger one without anybody's hand.
    ask(teacher, AWARD, g=group, a=badges[others[1]], s=[mine])
    celebrated: list[str] = []
    while not {larger, others[1]} <= set(celebrated):
        expect(celebration(student)).to_be_visible(timeout=20_000)
        heading = celebration(student).get_by_role("heading").inner_text()
        take(student, f"celebrated-{len(celebrated)}")
        celebrated.append(heading)
        celebration(student).get_by_role("button", name=say("Zamknij")).click()
        expect(celebration(student).get_by_role("heading", name=heading)).to_be_hidden()
    assert celebrated.count(larger) == 1

    # Revoked with a reason: the learner reads it at home, and the history on the badge.
    teacher.goto("/app/given")
    teacher.get_by_label(say("Szukaj po osobie albo odznace")).fill(f"{me['familyName']} {first}")
    link(teacher, re.compile(first)).click()
    history = say("Jej historia")
    expect(teacher.get_by_role("heading", name=history)).to_be_visible()
    check_every_way(teacher)
    teacher.get_by_role("button", name=say("Unieważnij", english="Revoke it"), exact=True).click()
    why = say("Przyznano ją przez pomyłkę.")
    teacher.get_by_role("radio", name=why).check(force=True)
    teacher.get_by_label(say("Własnymi słowami, do ucznia lub uczennicy")).fill(
        "To było zadanie z innej klasy."
    )
    take(teacher, f"revoking-{say.language}")
    teacher.get_by_role("button", name=say("Unieważnij na zawsze")).click()
    expect(teacher.get_by_text(why)).to_be_visible()
    student.goto("/app/")
    expect(student.get_by_text(say(TOLD, first, why))).to_be_visible()
    student.goto("/app/badges")
    student.get_by_role("link", name=re.compile(first)).click()
    expect(student.get_by_text("To było zadanie z innej klasy.")).to_be_visible()
    take(student, f"revoked-{say.language}")

    # Renewed in two taps, for however many.
    renew = say("Odnów 5 osobom").split()[0]
    end_soon(portal, badges[old])
    teacher.goto(f"/app/award/{group}")
    link(teacher, say("Odznaki, które wkrótce stracą ważność")).click()
    expect(teacher.get_by_role("heading", name=old)).to_be_visible()
    check_every_way(teacher)
    take(teacher, f"renewing-{say.language}")
    teacher.get_by_role("button", name=re.compile(f"^{renew}")).click()
    expect(teacher.get_by_text(say("Nie ma czego odnawiać"))).to_be_visible()
    student.goto("/app/badges")
    student.get_by_role("link", name=re.compile(old)).click()
    expect(student.get_by_role("heading", name=history)).to_be_visible()
    check_every_way(student)
