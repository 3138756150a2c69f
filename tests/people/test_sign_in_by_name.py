"""Signing in with a user name and a password; the second factor; signing out (security cases AU-01, AU-03, AU-05)."""

from __future__ import annotations

import json
import statistics
import time
from io import StringIO
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings

from core.refusals import Refusal
from people.models import User
from people.services import second_factors, sign_ins
from people.services.sign_ins import Visitor
from tests.asking import ask, client_of

PASSWORD = "duży-zielony-czajnik"


@pytest.fixture
def ta(teacher: User) -> User:
    """TA with a password."""
    teacher.set_password(PASSWORD)
    teacher.save()
    return teacher


def who_is(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def try_password(client: Client, username: str, password: str) -> object:
    return client.post("/sign-in/password/", {"username": username, "password": password})


def current_code(user: User) -> str:
    secret = get_adapter().decrypt(Authenticator.objects.get(user=user, type="totp").data["secret"])
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


def test_name_then_password_signs_in(ta: User) -> None:
    browser = Client()
    assert "hasło" in browser.post("/sign-in/name/", {"username": "teacher-2b"}).content.decode().lower()
    assert try_password(browser, "TEACHER-2b ", PASSWORD).headers["Location"] == "/sign-in/notice/"
    assert who_is(browser) == str(ta.pk)


def test_au_01_every_wrong_sign_in_reads_the_same(ta: User, pa1: User) -> None:
    gone = User.objects.create_user("gone", PASSWORD, is_active=False)
    answers = {
        name: try_password(Client(REMOTE_ADDR=f"192.0.2.{at}"), name, password)
        for at, (name, password) in enumerate(
            [
                (ta.username, "wrong-password"),
                ("nobody-here", PASSWORD),
                (pa1.username, PASSWORD),
                (gone.username, PASSWORD),
            ]
        )
    }
    # The name that was typed stands in the page, and each page has a CSRF token of its own.
    bodies = set()
    for name, answer in answers.items():
        assert answer.status_code == 422
        token = answer.context["csrf_token"]
        bodies.add(answer.content.decode().replace(name, "").replace(str(token), ""))
    assert len(bodies) == 1


@override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.PBKDF2PasswordHasher"])
def test_au_01_a_missing_account_takes_as_long_as_a_wrong_password(ta: User) -> None:
    ta.set_password(PASSWORD)
    ta.save()
    spent: dict[str, list[float]] = {ta.username: [], "nobody-here": []}
    for round_ in range(12):
        for name, times in spent.items():
            before = time.process_time()
            with pytest.raises(Refusal) as refused:
                sign_ins.check_password(name, "wrong-password", Visitor(network=f"198.51.100.{round_}"))
            times.append(time.process_time() - before)
            assert refused.value.code == "SIGN_IN_WRONG"
    known, missing = (statistics.median(times) for times in spent.values())
    assert abs(known - missing) < max(0.05 * known, 0.010)


def test_au_03_the_old_cookie_is_dead_at_once_after_sign_out(ta: User) -> None:
    browser = client_of(ta)
    copied = browser.cookies[settings.SESSION_COOKIE_NAME].value
    answer = browser.post("/sign-out/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = copied
    assert thief.get("/sign-in/notice/").headers["Location"].startswith("/sign-in/")
    reply = thief.post("/graphql/", {"query": "{ me { id } }"}, content_type="application/json").json()
    assert reply["data"] == {"me": None}


def test_signing_out_needs_a_post(ta: User) -> None:
    browser = client_of(ta)
    assert browser.get("/sign-out/").status_code == 200
    assert who_is(browser) == str(ta.pk)


def test_a_student_who_signs_out_needs_the_pin_again_and_a_teacher_stays_known(ta: User, pa1: User) -> None:
    for user in (ta, pa1):
        browser = client_of(user)
        browser.cookies["device"] = f"device-of-{user.username}"
        digest = sign_ins.keyed_digest(sign_ins.DEVICE, f"device-of-{user.username}")
        user.known_devices.create(digest=digest)
        browser.post("/sign-out/")
    assert ta.known_devices.count() == 1
    assert pa1.known_devices.count() == 0


def test_au_05_the_owner_ends_all_sign_ins_on_every_device(ta: User) -> None:
    stolen, own = client_of(ta), client_of(ta)
    ask_me = {"query": "{ me { id } }"}
    assert stolen.post("/graphql/", ask_me, content_type="application/json").json()["data"]["me"] is not None
    assert ask(ta, "mutation { endMySignIns { errors { code } } }").data == {"errors": []}
    for browser in (stolen, own):
        assert browser.post("/graphql/", ask_me, content_type="application/json").json()["data"]["me"] is None
        assert browser.get("/sign-in/notice/").status_code == 302
    assert ta.known_devices.count() == 0


def test_strangers_tries_elsewhere_do_not_lock_out_the_owners_device(ta: User) -> None:
    own = Client()
    try_password(own, ta.username, PASSWORD)
    own.post("/sign-out/")
    stranger = Client()
    assert [try_password(stranger, ta.username, "guess").status_code for _ in range(11)] == [422] * 11
    assert try_password(stranger, ta.username, PASSWORD).status_code == 422
    assert try_password(own, ta.username, PASSWORD).status_code == 302


def test_with_a_second_factor_the_password_alone_opens_nothing(operator: User) -> None:
    operator.set_password(PASSWORD)
    operator.save()
    printed = StringIO()
    call_command("second_factor", operator.username, stdout=printed)
    assert "otpauth://totp/" in printed.getvalue()
    browser = Client()
    page = try_password(browser, operator.username, PASSWORD)
    assert who_is(browser) is None
    person = page.context["person"]
    assert browser.post("/sign-in/code/", {"person": person, "code": "000000"}).status_code == 422
    code = current_code(operator)
    assert browser.post("/sign-in/code/", {"person": person, "code": code}).status_code == 302
    assert who_is(browser) == str(operator.pk)
    # The same code a second time is refused.
    again = Client()
    person = try_password(again, operator.username, PASSWORD).context["person"]
    assert again.post("/sign-in/code/", {"person": person, "code": code}).status_code == 422


def test_a_recovery_code_works_once(operator: User) -> None:
    codes = second_factors.make_second_factor(operator).recovery_codes
    second_factors.check_code(operator, codes[0], Visitor("127.0.0.1"))
    with pytest.raises(Refusal):
        second_factors.check_code(operator, codes[0], Visitor("127.0.0.1"))


def test_the_second_page_is_worthless_after_all_sign_ins_were_ended(operator: User) -> None:
    operator.set_password(PASSWORD)
    operator.save()
    second_factors.make_second_factor(operator)
    browser = Client()
    person = try_password(browser, operator.username, PASSWORD).context["person"]
    sign_ins.end_sign_ins(operator, actor=operator)
    answer = browser.post("/sign-in/code/", {"person": person, "code": current_code(operator)})
    assert answer.status_code == 422
    assert who_is(browser) is None


def test_a_copy_of_the_database_makes_no_codes(operator: User) -> None:
    address = second_factors.make_second_factor(operator).address
    secret = parse_qs(urlsplit(address).query)["secret"][0]
    kept = json.dumps(list(Authenticator.objects.filter(user=operator).values_list("data", flat=True)))

    assert secret not in kept
    second_factors.check_code(operator, current_code(operator), Visitor("127.0.0.1"))


@override_settings(SETTINGS_LAYER="production")
def test_in_production_an_operator_without_a_second_factor_does_not_get_in(operator: User) -> None:
    operator.set_password(PASSWORD)
    operator.save()
    browser = Client()
    answer = try_password(browser, operator.username, PASSWORD)
    assert answer.status_code == 403
    assert "second_factor operator" in answer.content.decode()
    assert who_is(browser) is None
