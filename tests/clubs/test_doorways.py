"""The public face of clubs (`/clubs/`, `/clubs/<slug>/`): who stands there, and what never does."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone

from clubs.models import Club
from clubs.services import badges, changing
from people.models import User
from tests.asking import client_of
from tests.clubs.conftest import DESIGN, join
from tests.factories import ClubFactory


def page(address: str, language: str = "pl") -> str:
    answer = Client(headers={"accept-language": language}).get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def names(html: str) -> list[str]:
    return re.findall(r'<h2><a href="/clubs/[a-z0-9-]+/">([^<]+)</a>', html)


@pytest.fixture
def several(of_club: Club, leader, school_a, school_b) -> list[Club]:
    """Club K in Łódź, a debating one elsewhere; hidden, unvouched, archived, sensitive and unlisted ones."""
    changing.change_club(
        of_club,
        {"meeting_place": {"name": "Dom kultury", "town": "Łódź", "voivodeship": "łódzkie"}},
        actor=leader,
    )
    debating = ClubFactory(name="Debaty", parent=school_b.group, kind="debate_club", slug="debaty")
    changing.change_club(
        debating,
        {"listed": True, "meeting_place": {"name": "Aula", "town": "Lublin", "voivodeship": "lubelskie"}},
        actor=leader,
    )
    ClubFactory(name="Ukryty", parent=school_a.group, listed=True, hidden_at=timezone.now())
    ClubFactory(name="Niczyj", listed=True)
    ClubFactory(name="Cichy", parent=school_a.group)
    ClubFactory(name="Parafialny", parent=school_a.group, listed=True, kind="parish_youth")
    archived = ClubFactory(name="Dawny", parent=school_a.group, listed=True)
    archived.group.archived_at = timezone.now()
    archived.group.save()
    return list(Club.objects.all())


def test_only_clubs_that_may_be_found_stand_in_the_list(several):
    assert names(page("/clubs/")) == ["Debaty", "Klub Rozmów"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=lodz", ["Klub Rozmów"]),
        ("q=ROZMOW", ["Klub Rozmów"]),
        ("q=nie+ma", []),
        ("kind=debate_club", ["Debaty"]),
        ("town=Lublin", ["Debaty"]),
        ("voivodeship=łódzkie", ["Klub Rozmów"]),
        ("voivodeship=łódzkie&kind=debate_club", []),
        ("kind=parish_youth", ["Debaty", "Klub Rozmów"]),
        ("kind='; drop", ["Debaty", "Klub Rozmów"]),
        ("page=²", ["Debaty", "Klub Rozmów"]),
    ],
)
def test_filters_are_plain_links(several, query, found):
    assert names(page(f"/clubs/?{query}")) == found


def test_a_page_past_the_end_is_not_there(several):
    assert Client().get("/clubs/?page=2").status_code == 404


def test_an_empty_list_says_what_to_do(db):
    assert "/app/lead/new" in page("/clubs/")
    assert "No club is here yet" in page("/clubs/", "en")


@pytest.mark.parametrize("name", ["Ukryty", "Niczyj", "Cichy", "Parafialny", "Dawny"])
def test_what_may_not_be_found_has_no_page(several, name):
    club = Club.objects.get(group__name=name)
    assert Client().get(f"/clubs/{club.slug}/").status_code == 404


def test_members_see_the_page_of_a_club_that_cannot_be_found(small_club: Club, small_leader: User):
    answer = client_of(small_leader).get("/clubs/klub-szachowy/")
    assert (answer.status_code, answer["X-Robots-Tag"]) == (200, "noindex, nofollow")
    assert "noindex" in answer.content.decode()
    assert "og:" not in answer.content.decode()


def test_a_page_says_who_answers_and_names_no_member(of_club: Club, leader, members, badge):
    changing.change_club(
        of_club,
        {
            "meeting_time": "środy 15:30",
            "responsible_adult": "Anna Opiekuńcza",
            "standards_url": "https://szkola.example/ochrona",
            "meeting_place": {"name": "Biblioteka", "town": "Łódź"},
        },
        actor=leader,
    )
    html = page("/clubs/klub-rozmow/")
    for said in ("Klub Rozmów", "LO A", "środy 15:30", "Biblioteka", "Anna Opiekuńcza", "Pomocna dłoń"):
        assert said in html
    assert "https://szkola.example/ochrona" in html
    assert '<meta property="og:title" content="Klub Rozmów">' in html
    assert "/rules/" in html
    for person in (*members, leader):
        assert person.family_name not in html


@pytest.mark.parametrize(
    ("people", "said"), [(4, None), (5, None), (6, "over 5"), (10, "over 5"), (11, "over 10")]
)
def test_a_number_of_people_is_never_below_five_and_never_exact(of_club: Club, people, said):
    for n in range(people):
        join(of_club, f"person-in-club-{n}")
    html = page("/clubs/klub-rozmow/", "en")
    found = re.findall(r"over \d+", html)
    assert found == ([said] if said else [])


HOSTILE = '<img src=x onerror=alert(1)>"><script>alert(2)</script>'


def test_tx_01_a_hostile_club_is_text_on_its_page_and_in_the_list(of_club: Club, leader):
    changing.change_club(
        of_club,
        {
            "name": HOSTILE,
            "purpose": HOSTILE,
            "meeting_time": HOSTILE,
            "responsible_adult": HOSTILE,
            "meeting_place": {"name": HOSTILE, "town": HOSTILE, "address": HOSTILE},
        },
        actor=leader,
    )
    written = {**DESIGN, "name": HOSTILE[:60], "criterion": HOSTILE, "description": HOSTILE}
    badges.make_badge(of_club, written, actor=leader, now=timezone.now())
    for address in ("/clubs/", "/clubs/klub-rozmow/", f"/clubs/?q={HOSTILE}&town={HOSTILE}"):
        html = page(address)
        assert "<img src=x" not in html
        assert "<script>alert" not in html
        assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_three_languages(of_club: Club):
    said = {
        language: re.search(r"<h1>([^<]+)</h1>", page("/clubs/", language)) for language in ("pl", "en", "uk")
    }
    assert {language: found.group(1) for language, found in said.items() if found} == {
        "pl": "Kluby",
        "en": "Clubs",
        "uk": "Клуби",
    }
