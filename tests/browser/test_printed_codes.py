"""Somebody without an account scans a printed code, makes an account and has the badge: on a phone."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import ask
from tests.browser.conftest import check_axe, sign_in_by_name, take
from tests.browser.counting import Taps
from tests.browser.looking import check_every_way
from tests.browser.teaching import button

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

CLUBS = "query { myClubs { groupId } }"
BADGES = "query($id: ID!) { club(groupId: $id) { badges { achievement { id name } } } }"
PRINT = """mutation($group: ID!, $badge: ID!) {
  printClaimCodes(groupId: $group, achievementId: $badge, count: 3) { printUrl errors { code } } }"""


def printed_codes(leader: Page) -> tuple[str, list[str]]:
    """A sheet of three, from the leader's printer: the badge's name and the codes."""
    sign_in_by_name(leader, "leader")
    club = ask(leader, CLUBS)["myClubs"][0]["groupId"]
    badge = ask(leader, BADGES, id=club)["club"]["badges"][0]["achievement"]
    made = ask(leader, PRINT, group=club, badge=badge["id"])["printClaimCodes"]
    leader.goto(made["printUrl"])
    button(leader, "Pokaż kody").click()
    expect(leader.locator(".claim-slip")).to_have_count(3)
    check_axe(leader)
    take(leader, "printed-codes")
    codes = leader.locator(".claim-slip .code").all_inner_texts()
    leader.goto(made["printUrl"])
    expect(leader.get_by_text("Te kody były już pokazane")).to_be_visible()
    return badge["name"], codes


def test_from_a_slip_to_a_badge_of_ones_own(open_browser: Callable[..., Page]) -> None:
    name, codes = printed_codes(open_browser(phone=False))
    visitor, taps = open_browser(), Taps()
    visitor.goto(f"/c/{codes[0]}")
    expect(visitor.get_by_role("heading", name=name)).to_be_visible()
    take(visitor, "printed-code")
    check_every_way(visitor)
    taps.tap(visitor.get_by_role("link", name="Załóż konto i odbierz"))
    expect(visitor.get_by_label("Hasło")).to_be_visible()
    check_every_way(visitor)
    taps.type(visitor.get_by_label("Imię albo pseudonim"), "Ola <b>z parku</b>")
    taps.type(visitor.get_by_label("Data urodzenia"), "2000-02-29")
    taps.type(visitor.get_by_label("Nazwa użytkownika"), f"ola.{uuid4().hex[:8]}")
    taps.type(visitor.get_by_label("Hasło"), "sto gawronów na dachu")
    taps.tap(button(visitor, "Załóż konto"))
    expect(visitor.get_by_text("Widzi je ten, kto je przyznał")).to_be_visible()
    check_axe(visitor)
    taps.tap(button(visitor, "Przeczytane"))
    taps.tap(button(visitor, "Odbierz odznakę"))
    expect(visitor.get_by_text("Jest Twoja.")).to_be_visible()
    check_axe(visitor)
    assert (taps.fields, taps.taps) == (4, 4)

    visitor.get_by_role("link", name="Pokaż moją odznakę").click()
    expect(visitor.get_by_role("heading", name=name).first).to_be_visible()

    other = open_browser(theme="dark")
    answer = other.goto(f"/c/{codes[0]}")
    assert answer is not None
    assert answer.status == 404
    check_axe(other)
