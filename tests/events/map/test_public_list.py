"""`/events/`: the list before any script, and what other sites take of it."""

from __future__ import annotations

import gzip
import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from core.emitting import Audience, emit
from events.domain_events import EventPlanned
from events.selectors.public_list import heading
from tests.events.map.conftest import RADOM, WARSAW, public
from tests.factories import AchievementFactory, GroupFactory

pytestmark = pytest.mark.django_db


def page(client, query: str = "", language: str = "pl") -> str:
    answer = client.get(f"/events/?{query}", headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def listed(html: str) -> list[str]:
    return re.findall(r'<h3><a href="/events/([\w-]+)"', html)


def test_headings_by_day() -> None:
    sunday = date(2026, 11, 22)
    assert heading(sunday - timedelta(days=9), sunday) == heading(sunday, sunday) == "Dziś"
    assert heading(sunday + timedelta(days=1), sunday) == "W przyszłym tygodniu"
    assert heading(sunday + timedelta(days=1), sunday - timedelta(days=6)) == "W przyszłym tygodniu"
    assert heading(sunday, sunday - timedelta(days=2)) == "W tym tygodniu"
    assert heading(date(2027, 5, 9), sunday) == "Maj 2027"


def test_the_soonest_stands_first_and_says_where(client) -> None:
    public("pozniej", days=40, place=WARSAW, age_min=13, age_max=19), public("wkrotce", place=RADOM)
    html = page(client)
    assert listed(html) == ["wkrotce", "pozniej"]
    assert "2 wydarzenia" in html
    assert "<strong>Radom</strong>, Dom Kultury" in html
    assert "13–19 lat" in html


def test_a_cancelled_event_stays_and_says_so(client) -> None:
    public("odwolane", place={}, cancelled_at=timezone.now())
    html = page(client)
    assert listed(html) == ["odwolane"]
    assert "Odwołane" in html


def test_the_drawn_map_counts_and_links_before_any_script(client) -> None:
    public("a", place=WARSAW), public("b", place=RADOM), public("c", place={})
    html = page(client, "view=map&kind=meeting")
    links = re.findall(r'<a href="/events/\?([^"]*)"[^>]*aria-label="([^"]+)"', html)
    assert ("kind=meeting&amp;voivodeship=mazowieckie", "mazowieckie: 2 wydarzenia") in links
    assert len(re.findall(r'<path d="M', html)) == 16
    assert html.index('id="map"') < html.index("event-cards")


def test_pages_of_twenty_four(client) -> None:
    for n in range(25):
        public(f"e-{n:02d}", days=1 + n / 100)
    assert len(listed(page(client))) == 24
    assert listed(page(client, "page=2")) == ["e-24"]
    assert client.get("/events/?page=3").status_code == 404
    assert client.get("/events/?page=%C2%B2").status_code == 200


@pytest.mark.parametrize("count", [1, 20])
def test_the_same_statements_at_any_number(client, count: int, django_assert_num_queries) -> None:
    badge = AchievementFactory()
    for n in range(count):
        public(f"e-{n}", place=WARSAW, group=GroupFactory(kind="school")).related_badges.add(badge)
    page(client)
    with django_assert_num_queries(5):
        page(client, "order=distance&town=Warszawa")
    with django_assert_num_queries(0):
        page(client, "order=distance&town=Warszawa")


def test_a_fact_brings_the_list_up_to_date(client, django_capture_on_commit_callbacks) -> None:
    assert listed(page(client)) == []
    event = public("nowe", place={})
    assert listed(page(client)) == []
    with django_capture_on_commit_callbacks(execute=True):
        emit(EventPlanned(event_id=event.pk, group_id=None), actor=None, audience=Audience())
    assert listed(page(client)) == ["nowe"]


def test_tx_01_words_of_people_are_text(client) -> None:
    hostile = "</script><img src=x onerror=alert(1)>"
    public(
        "zly", place={"name": hostile, "town": hostile}, title={"pl": hostile}, organiser_name={"pl": hostile}
    )
    for address in ("/events/", f"/events/?q={hostile}&town={hostile}&badge={hostile}", "/events/embed/"):
        html = client.get(address).content.decode()
        assert "<img src=x" not in html
        assert "</script><img" not in html


def test_what_cannot_be_used_is_said_in_words(client) -> None:
    assert "This number cannot be used here." in page(client, "age=abc", "en")
    assert "year-month-day" in page(client, "from=jutro", "en")


def test_the_page_keeps_its_budget(client) -> None:
    for n in range(30):
        public(f"e-{n}", days=1 + n, place=WARSAW)
    assert len(gzip.compress(page(client).encode())) <= 12 * 1024


def test_op_04_only_the_embedded_list_may_be_framed(client) -> None:
    public("a", place=WARSAW)
    embedded = client.get("/events/embed/?lang=en")
    assert "frame-ancestors *" in embedded["Content-Security-Policy"]
    assert "X-Frame-Options" not in embedded
    assert embedded["X-Robots-Tag"] == "noindex"
    assert not embedded.cookies
    assert "Sign in" not in embedded.content.decode()
    assert listed(embedded.content.decode()) == ["a"]
    for address in ("/events/", "/events/embed/how/"):
        answer = client.get(address)
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "DENY"


def test_the_lines_to_copy_hold_the_filters(client) -> None:
    html = client.get("/events/embed/how/?kind=debate").content.decode()
    assert (
        "&lt;iframe src=&quot;http://localhost:8000/events/embed/?kind=debate&amp;amp;lang=pl&quot;" in html
    )


def test_the_calendar_has_the_filters_of_the_list(client) -> None:
    public("a", kind="debate"), public("b", kind="cleanup")
    text = client.get("/events.ics?kind=debate&lang=en").content.decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "Spotkanie a (en)" in text


def test_no_tile_of_another_site_unless_named(client) -> None:
    answer = client.get("/events/")
    images = next(part for part in answer["Content-Security-Policy"].split(";") if "img-src" in part)
    assert images.strip() == "img-src 'self' data: blob:"
    assert '"tiles": ""' in answer.content.decode()
