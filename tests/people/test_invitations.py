"""The first person of a school, and the colleagues they invite (answers.md 4; AU-06)."""

from __future__ import annotations

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from credentials.models import Issuer
from people.models import Invitation, Membership, School, User
from people.services.invitations import invite

FORM = {
    "given_name": "Jan",
    "family_name": "Nowy",
    "username": "jan.nowy",
    "password": "duży-zielony-czajnik",
}


def start(**changes: str) -> str:
    printed = StringIO()
    options = {
        "name": "Liceum w Łowiczu",
        "register_number": "123456",
        "type": "LO",
        "coordinator": "Ewa Nowak",
        **changes,
    }
    call_command("start_school", stdout=printed, **options)
    return printed.getvalue()


def link_in(printed: str) -> str:
    found = re.search(r"/j/[\w-]+", printed)
    assert found
    return found.group()


def test_start_school_prints_a_link_that_makes_the_coordinator_once(db: None) -> None:
    link = link_in(start())
    school = School.objects.get(register_number="123456")
    assert school.slug == "liceum-w-lowiczu"
    assert Issuer.objects.get(group=school.group).standing == "draft"
    browser = Client()
    page = browser.get(link)
    assert page.status_code == 200
    assert 'value="Ewa"' in page.content.decode()
    assert browser.get(link).status_code == 200
    assert browser.post(link, FORM).status_code == 302
    user = User.objects.get(username="jan.nowy")
    assert browser.session["_auth_user_id"] == str(user.pk)
    assert Membership.objects.get(user=user).role == "coordinator"
    other = Client()
    assert other.get(link).status_code == 404
    assert other.post(link, {**FORM, "username": "drugi"}).status_code == 404
    assert not User.objects.filter(username="drugi").exists()


def test_a_second_start_finds_the_school_and_makes_another_link(db: None) -> None:
    first, second = link_in(start()), link_in(start(name="Inna nazwa"))
    assert first != second
    assert School.objects.count() == 1
    assert Issuer.objects.count() == 1


@pytest.mark.parametrize(
    "changes", [{"register_number": "abc"}, {"name": " "}, {"register_number": "１２３"}]
)
def test_start_school_refuses_what_no_school_has(db: None, changes: dict[str, str]) -> None:
    with pytest.raises(CommandError):
        start(**changes)
    assert School.objects.count() == 0


def test_au_06_an_expired_link_and_a_made_up_one_look_the_same(school_a: School) -> None:
    secret = invite(school_a.group, "teacher", actor=None)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    expired, made_up = Client().get(f"/j/{secret}"), Client().get(f"/j/{'x' * len(secret)}")
    assert (expired.status_code, made_up.status_code) == (404, 404)
    without_token = [
        re.sub(r'value="[\w]{64}"|/j/[\w-]+', "", page.content.decode()) for page in (expired, made_up)
    ]
    assert without_token[0] == without_token[1]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"password": "krótkie"}, "password"),
        ({"username": "teacher-2b"}, "username"),
        ({"given_name": "---"}, "given_name"),
    ],
)
def test_a_refused_form_uses_nothing_up_and_forgets_the_password(
    school_a: School, teacher: User, changes: dict[str, str], field: str
) -> None:
    secret = invite(school_a.group, "teacher", actor=None)
    answer = Client().post(f"/j/{secret}", {**FORM, **changes})
    assert answer.status_code == 422
    assert answer.context["refusal"].field == field
    assert FORM["password"] not in answer.content.decode()
    assert Client().post(f"/j/{secret}", FORM).status_code == 302
