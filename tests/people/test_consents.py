"""A guardian agrees to one purpose by a secret link, and takes it back where it was given (product.md, part 5)."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core.refusals import Refusal
from credentials.selectors.sharing_age import old_enough_to_share
from people.models import Consent, User
from people.selectors.consents import stands
from people.services.consents import answer, ask_consent, withdraw
from tests.asking import ask, client_of

ASK = "mutation($purpose: String!) { askConsent(purpose: $purpose) { url qrSvg errors { code } } }"


@pytest.fixture
def young(pa1: User) -> User:
    pa1.born_on = date(timezone.localdate().year - 15, 1, 1)
    pa1.save()
    return pa1


def asked(user: User) -> tuple[Consent, str]:
    consent, url = ask_consent(user, "sharing", None, text="Zgadzam się.", actor=user, language="pl")
    return consent, url.rpartition("/")[2]


def code_of(act) -> str:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


def form_of(page) -> dict[str, str]:
    shown = re.search(r'name="shown" value="(\w{64})"', page.content.decode())
    assert shown
    return {"shown": shown.group(1)}


def test_agreed_stands_until_it_is_taken_back(young: User) -> None:
    consent, secret = asked(young)
    assert secret not in str(vars(consent))
    assert not stands(young.pk, "sharing")

    given = answer(secret, agree=True, given_by="  Ewa   Kanarek ")
    assert (given.given_by, given.text, stands(young.pk, "sharing")) == ("Ewa Kanarek", "Zgadzam się.", True)
    assert not stands(young.pk, "club")
    assert code_of(lambda: answer(secret, agree=False, given_by="Ewa")) == "CONSENT_ANSWERED"

    withdraw(secret)
    first = withdraw(secret).withdrawn_at
    assert (stands(young.pk, "sharing"), Consent.objects.get().withdrawn_at) == (False, first)


def test_a_refusal_is_kept_and_opens_nothing(young: User) -> None:
    _consent, secret = asked(young)
    answer(secret, agree=False, given_by="Ewa Kanarek")
    assert not stands(young.pk, "sharing")
    assert code_of(lambda: withdraw(secret)) == "CONSENT_OVER"


def test_a_new_question_ends_the_one_that_nobody_answered(young: User) -> None:
    _first, old = asked(young)
    _second, new = asked(young)
    assert code_of(lambda: answer(old, agree=True, given_by="Ewa")) == "CONSENT_OVER"
    assert answer(new, agree=True, given_by="Ewa").given_at


@pytest.mark.parametrize(("years", "code"), [(18, "CONSENT_NOT_NEEDED"), (17, None), (None, None)])
def test_adults_decide_by_themselves(pa1: User, years: int | None, code: str | None) -> None:
    today = timezone.localdate()
    pa1.born_on = None if years is None else today.replace(year=today.year - years, day=min(today.day, 28))
    pa1.save()
    if code:
        assert code_of(lambda: asked(pa1)) == code
    else:
        assert asked(pa1)[0].is_unanswered


def test_ten_links_a_day_are_enough(young: User) -> None:
    for _ in range(10):
        asked(young)
    assert code_of(lambda: asked(young)) == "CONSENT_TOO_OFTEN"


def test_nobody_gives_a_consent_without_a_name(young: User) -> None:
    _consent, secret = asked(young)
    assert code_of(lambda: answer(secret, agree=True, given_by=" ")) == "TEXT_EMPTY"
    assert code_of(lambda: answer(secret, agree=True, given_by="---")) == "NAME_WITHOUT_LETTERS"
    assert Consent.objects.get().is_unanswered


def test_au_06_after_fourteen_days_the_link_looks_made_up(young: User) -> None:
    consent, secret = asked(young)
    assert consent.answer_until - consent.asked_at > timedelta(days=13, hours=23)
    Consent.objects.update(answer_until=timezone.now() - timedelta(seconds=1))
    late, made_up = Client().get(f"/consent/{secret}"), Client().get(f"/consent/{'x' * len(secret)}")
    assert (late.status_code, made_up.status_code) == (404, 404)
    assert code_of(lambda: answer(secret, agree=True, given_by="Ewa")) == "CONSENT_OVER"


def test_sharing_opens_with_a_guardians_consent_and_closes_when_it_is_taken_back(young: User) -> None:
    reply = ask(young, ASK, purpose="sharing")
    url = reply.data["url"]
    path = "/consent/" + url.rpartition("/")[2]
    assert (reply.data["errors"], "<svg" in reply.data["qrSvg"]) == ([], True)
    assert not old_enough_to_share(young, timezone.now())

    guardian = Client(headers={"Accept-Language": "uk"})
    page = guardian.get(path)
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert young.family_name not in page.content.decode()
    form = {**form_of(page), "given_by": "Ewa Kanarek", "answer": "yes"}
    assert guardian.post(path, form).status_code == 302
    kept = Consent.objects.get()
    assert (kept.given_by, kept.language) == ("Ewa Kanarek", "uk")
    assert kept.text in page.content.decode().replace("<br>", "\n").replace("</p>\n\n<p>", "\n\n")
    assert old_enough_to_share(young, timezone.now())
    assert ask(young, ASK, purpose="sharing").code == "CONSENT_STANDS"

    assert guardian.post(path, {"answer": "withdraw"}).status_code == 302
    assert not old_enough_to_share(young, timezone.now())


def test_nobody_agrees_to_words_they_have_not_read(young: User) -> None:
    path = "/consent/" + ask(young, ASK, purpose="sharing").data["url"].rpartition("/")[2]
    in_polish = form_of(Client(headers={"Accept-Language": "pl"}).get(path))
    in_english = Client(headers={"Accept-Language": "en"})
    answered = in_english.post(path, {**in_polish, "given_by": "Ewa Kanarek", "answer": "yes"})
    assert (answered.status_code, Consent.objects.get().is_unanswered) == (200, True)


def test_the_students_own_browser_answers_nothing(young: User) -> None:
    path = "/consent/" + ask(young, ASK, purpose="sharing").data["url"].rpartition("/")[2]
    browser = client_of(young)
    page = browser.get(path)
    assert "given_by" not in page.content.decode()
    browser.post(path, {"given_by": "Ewa Kanarek", "answer": "yes", "shown": page.context["shown"]})
    assert Consent.objects.get().is_unanswered


@pytest.mark.parametrize("purpose", ["account", "nonsense", ""])
def test_what_nobody_composes_nobody_is_asked(young: User, purpose: str) -> None:
    assert ask(young, ASK, purpose=purpose).code == "CONSENT_PURPOSE"


def test_from_sixteen_on_sharing_needs_nobody(pa1: User) -> None:
    assert ask(pa1, ASK, purpose="sharing").code == "CONSENT_NOT_NEEDED"
    assert Consent.objects.count() == 0


def test_tx_01_hostile_names_are_text_on_a_guardians_page(young: User) -> None:
    hostile = "<script>alert(1)</script>"
    User.objects.filter(pk=young.pk).update(given_name=hostile)
    young.refresh_from_db()
    path = "/consent/" + ask(young, ASK, purpose="sharing").data["url"].rpartition("/")[2]
    guardian = Client()
    before = guardian.get(path)
    guardian.post(path, {**form_of(before), "given_by": hostile, "answer": "yes"})
    after = guardian.get(path)
    assert "<script>alert" not in before.content.decode() + after.content.decode()
    assert "&lt;script&gt;" in after.content.decode()
    assert Consent.objects.get().given_by == hostile


def test_the_student_hears_what_the_guardian_said_and_only_what_holds(young: User) -> None:
    document = "{ studentHome { notices { line } } }"
    _consent, secret = asked(young)
    answer(secret, agree=True, given_by="Ewa Kanarek")
    assert [one["line"] for one in ask(young, document).data["notices"]] == [
        "Opiekun prawny wyraził zgodę: Pokazywanie odznak poza klasą."
    ]
    withdraw(secret)
    assert [one["line"] for one in ask(young, document).data["notices"]] == [
        "Opiekun prawny wycofał zgodę: Pokazywanie odznak poza klasą."
    ]
