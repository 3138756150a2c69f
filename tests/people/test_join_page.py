"""`/j/<code>`: one button for who is signed in, a way in for who is not, one page for every wrong code."""

from __future__ import annotations

import pytest
from django.test import Client

from people import joining_conditions
from people.models import Group, Membership, User
from people.services import join_codes
from people.services.invitations import invite
from people.services.joining import join_code_of, remove_member
from tests.asking import client_of


@pytest.fixture
def link(club: Group, leader: User, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(joining_conditions, "_checks", {})
    return f"/j/{join_code_of(club, actor=leader).code}"


def test_one_button_and_one_is_in(link: str, club: Group, pa1: User) -> None:
    browser = client_of(pa1)
    page = browser.get(link)
    assert page.status_code == 200
    assert "Klub Rozmów" in page.content.decode()
    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert not Membership.objects.filter(group=club, user=pa1).exists()

    answer = browser.post(link)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/app/clubs/{club.pk}")
    assert Membership.objects.get(group=club, user=pa1).role == "member"


def test_a_stranger_is_led_through_signing_in_and_joins_nothing(link: str, club: Group, leader: User) -> None:
    browser = Client()
    page = browser.get(link)
    assert f"/sign-in/?next={link}" in page.content.decode()
    assert browser.post(link).status_code == 200
    assert Membership.objects.filter(group=club).count() == 1


def test_a_refused_person_reads_why(link: str, club: Group, leader: User, pa1: User) -> None:
    remove_member(club, pa1, actor=leader, block=True)
    answer = client_of(pa1).post(link)
    assert answer.status_code == 422
    assert answer.context["refusal"].code == "JOIN_CLOSED"


def test_au_02_wrong_codes_look_alike_and_are_slowed_beyond_the_limit(
    link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Client().get("/j/ZZZZZ-ZZZZZ"), Client().get("/j/0000011111")
    assert (first.status_code, second.status_code) == (404, 404)
    assert first.context["refusal"].code == "CODE_WRONG"
    assert "X-Slow-Down" not in first.headers
    monkeypatch.setattr(join_codes.by_network, "limit", 2)
    slowed = Client().get("/j/ZZZZZ-ZZZZZ")
    assert slowed.headers["X-Slow-Down"] == "1"
    assert "X-Slow-Down" not in Client().get(link).headers


def test_an_invitations_secret_still_opens_the_invitation(school_a) -> None:
    page = Client().get(f"/j/{invite(school_a.group, 'teacher', actor=None)}")
    assert page.status_code == 200
    assert "username" in page.content.decode()


def test_tx_01_a_hostile_name_is_text_on_the_way_in(link: str, club: Group, pa1: User) -> None:
    Group.objects.filter(pk=club.pk).update(name="<script>alert(1)</script>")
    for browser in (Client(), client_of(pa1)):
        page = browser.get(link).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
