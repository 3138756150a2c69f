"""The rest of a series is changed on a phone, and a guardian lets somebody of fourteen into a club."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from people.enums import AccountKind
from people.models import Group
from people.services.joining import join_by_code
from tests.browser.asking import ask
from tests.browser.conftest import check_axe, check_no_sideways_scrolling, sign_in_by_name
from tests.factories import UserFactory
from tests.servers import Server, cookie_of, database, session_key_of

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

CLUB = "Klub Dobrych Spraw"
PLAN = "mutation($g: ID!, $e: EventInput!) { planEvent(groupId: $g, event: $e) { event { card { id } } } }"
DATES = "query($id: ID!) { event(id: $id) { seriesDates } }"


def test_this_meeting_and_the_following_ones_take_another_hour(open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    sign_in_by_name(page, "leader")
    page.wait_for_url(re.compile("/app/lead/"))
    starts = (datetime.now(UTC) + timedelta(days=3)).replace(hour=10, minute=0, second=0, microsecond=0)
    series = {
        "title": "Próba", "startsAt": starts.isoformat(), "endsAt": (starts + timedelta(hours=1)).isoformat(),
        "repeatWeeks": 1, "repeatUntil": (starts + timedelta(days=15)).date().isoformat(),
    }  # fmt: skip
    made = ask(page, PLAN, g=page.url.rsplit("/", 1)[1], e=series)["planEvent"]["event"]["card"]["id"]

    page.goto(f"/app/events/{made}/change")
    page.get_by_text("To i następne").click()
    expect(page.get_by_text("2 późniejsze spotkania przejmą to, co tu zmienisz.")).to_be_visible()
    check_axe(page)
    check_no_sideways_scrolling(page)
    page.get_by_label("Od", exact=True).fill("18:30")
    page.get_by_label("Do", exact=True).fill("19:30")
    page.get_by_role("button", name="Zapisz zmiany").click()
    page.wait_for_url(f"**/app/events/{made}")

    dates = ask(page, DATES, id=made)["event"]["seriesDates"]
    assert [datetime.fromisoformat(one).minute for one in dates] == [30, 30, 30]


def session_of_somebody_of_fourteen(portal: Server, blocker: Any) -> str:
    """Ola has typed the club's code; the key of a session of hers."""
    with database(portal.database, blocker):
        born = timezone.localdate() - timedelta(days=366 * 14)
        ola = UserFactory(
            given_name="Ola", born_on=born, kind=AccountKind.PERSONAL, notice_seen_at=timezone.now()
        )
        assert join_by_code(Group.objects.get(name=CLUB), ola) is None
        return session_key_of(cookie_of(ola))


def test_a_guardian_lets_somebody_of_fourteen_into_a_club(
    open_browser: Callable[..., Page], portal: Server, django_db_blocker: Any
) -> None:
    # Playwright's loop runs in this thread, and Django would refuse the database to it.
    with ThreadPoolExecutor(1) as aside:
        session = aside.submit(session_of_somebody_of_fourteen, portal, django_db_blocker).result()
    page, guardian = open_browser(), open_browser()
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": portal.base_url}])
    page.goto("/app/clubs")
    expect(page.get_by_text("Będziesz w klubie, gdy tylko opiekun się zgodzi.")).to_be_visible()
    check_axe(page)
    page.get_by_role("button", name="Poproś opiekuna o zgodę").click()
    page.get_by_role("button", name="Pokaż link i kod").click()
    address = page.locator(".guardian-link").inner_text()
    check_no_sideways_scrolling(page)

    guardian.goto(address)
    expect(guardian.get_by_text(f"klub „{CLUB}”")).to_be_visible()
    guardian.get_by_label("Imię i nazwisko opiekuna prawnego").fill("Anna Nowak")
    guardian.get_by_role("button", name="Zgadzam się", exact=True).click()

    page.goto("/app/clubs")
    expect(page.get_by_role("link", name=CLUB)).to_be_visible()
