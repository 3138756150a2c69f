"""A guardian's word: who needs it, what it says, what it does to the place."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from core.models import Delivery
from events.models import SignUp
from events.services.signing_up import end_late_holds, sign_up, withdraw_sign_up
from people.models import Consent
from people.services import consents
from tests.events.sign_up.conftest import says, state, states
from tests.factories import PlaceFactory, UserFactory

pytestmark = pytest.mark.usefixtures("facts_travel")


@pytest.fixture
def facts_travel(db, monkeypatch):
    """Facts reach their subscribers at once, though a test's transaction is never committed."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act, **_kwargs: act())


def test_a_minor_waits_for_the_guardian_and_then_goes(event_of, pa1):
    event = event_of(needs_consent=True, capacity=1, place=PlaceFactory())

    link = sign_up(event, user=pa1).consent_url
    assert (state(event, pa1), "/consent/" in link) == ("awaiting_consent", True)

    consents.answer(link.rpartition("/")[2], agree=True, given_by="Maria Kanarek")

    assert state(event, pa1) == "going"


def test_the_text_says_who_what_when_where_and_how_long(event_of, pa1):
    event = event_of(needs_consent=True, place=PlaceFactory(), title={"pl": "Sprzątanie parku"})
    sign_up(event, user=pa1)

    text = Consent.objects.get().text
    for part in ("Uczeń01", "Sprzątanie parku", "Dom Kultury, ul. Krótka 1, Ełk", "2B · LO A"):
        assert part in text
    assert "Kanarek" not in text


def test_a_place_is_kept_while_the_guardian_thinks(event_of, class_2b):
    first, second, _third = class_2b.students
    event = event_of(needs_consent=True, capacity=1)
    sign_up(event, user=first)
    sign_up(event, user=second)

    assert states(event, first, second) == ["awaiting_consent", "waiting"]


def test_a_no_frees_the_place(event_of, class_2b):
    first, second, _third = class_2b.students
    event = event_of(needs_consent=True, capacity=1)
    link = sign_up(event, user=first).consent_url
    sign_up(event, user=second)

    consents.answer(link.rpartition("/")[2], agree=False, given_by="Maria Kanarek")

    assert states(event, first, second) == ["cancelled", "awaiting_consent"]


def test_a_yes_that_is_taken_back_frees_the_place(event_of, class_2b):
    first, second, _third = class_2b.students
    event = event_of(needs_consent=True, capacity=1)
    secret = says(event, first)
    says(event, second)
    assert states(event, first, second) == ["going", "waiting"]

    consents.withdraw(secret)

    # Who waited has the guardian's word already and goes at once.
    assert states(event, first, second) == ["cancelled", "going"]


def test_after_three_days_the_place_goes_to_who_waits(event_of, class_2b, monkeypatch):
    first, second, _third = class_2b.students
    event = event_of(needs_consent=True, capacity=1, starts_at=timezone.now() + timedelta(days=10))
    sign_up(event, user=first)
    says(event, second)
    now = timezone.now()

    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=3, seconds=-5))
    assert end_late_holds(event) == 0
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(days=3, seconds=5))
    assert end_late_holds(event) == 1

    assert states(event, first, second) == ["waiting", "going"]
    told = Delivery.objects.filter(activity__fact="events.PlaceFreed")
    assert [one.recipient for one in told] == [second]


def test_asking_again_makes_a_new_link_and_keeps_the_place(event_of, pa1):
    event = event_of(needs_consent=True)
    old = sign_up(event, user=pa1).consent_url
    new = sign_up(event, user=pa1).consent_url

    assert old != new
    assert consents.consent_of(old.rpartition("/")[2]) is None
    assert SignUp.objects.get().state == "awaiting_consent"


def test_an_adult_and_a_teacher_decide_by_themselves(event_of, pa1, teacher):
    event = event_of(needs_consent=True)
    day = timezone.localdate(event.starts_at)
    pa1.born_on = date(day.year - 19, 1, 1)

    assert sign_up(event, user=pa1).sign_up.state == "going"
    assert sign_up(event, user=teacher).sign_up.state == "going"
    assert sign_up(event, user=UserFactory()).sign_up.state == "going"
    assert not Consent.objects.exists()


def test_a_no_after_leaving_changes_nothing(event_of, pa1):
    event = event_of(needs_consent=True)
    link = sign_up(event, user=pa1).consent_url
    withdraw_sign_up(event, user=pa1)

    consents.answer(link.rpartition("/")[2], agree=True, given_by="Maria Kanarek")

    assert state(event, pa1) == "cancelled"
