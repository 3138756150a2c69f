"""People outside are reached again by offering again: no address was kept, so who renews brings the list anew."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from credentials.models import Credential, Offer
from credentials.services import taking
from credentials.services.issuing import issue_due
from credentials.validity import months_later
from people.models import User
from tests.asking import ask, client_of
from tests.credentials.offering import after_undo, link, mailed, make_round
from tests.factories import AchievementFactory, UserFactory
from tests.together import at_once

NOTICES = "{ studentHome { notices { line } } }"


@pytest.fixture
def badge(issuer):
    return AchievementFactory(
        issuer=issuer, version={"validity_months": 12, "result_scale": {"kind": "percent"}}
    )


@pytest.fixture
def holder(db) -> User:
    return UserFactory(username="outsider", given_name="Iga")


@pytest.fixture
def held(badge, place, teacher, holder) -> Credential:
    """Taken by a link, with a grade; it ends in 30 days."""
    taken = taken_again(badge, place, teacher, holder, result="70", note="Pierwszy raz")
    Credential.objects.update(valid_until=timezone.now() + timedelta(days=30), celebrated_at=timezone.now())
    taken.refresh_from_db()
    return taken


def again(badge, place, teacher, **said: str) -> Offer:
    wave = make_round(badge, place, teacher, count=1, note=said.pop("note", ""))
    Offer.objects.filter(round=wave).update(**said)
    return mailed(wave)[0]


def taken_again(badge, place, teacher, holder, **said: str) -> Credential:
    one = again(badge, place, teacher, **said)
    now = after_undo(one.round)
    credential = taking.take(link(one), user=holder, now=now).credential
    issue_due(now + timedelta(seconds=1))
    credential.refresh_from_db()
    return credential


def test_who_takes_it_again_has_it_renewed(badge, place, teacher, holder, held):
    one = again(badge, place, teacher, evidence_url="https://example.org/praca")
    page = client_of(holder).get(f"/o/{link(one)}").content.decode()
    assert "Masz już tę odznakę, ważną do" in page
    client_of(holder).post(f"/o/{link(one)}")
    new = Credential.objects.living().get(recipient=holder)
    # Nothing was said anew, so words and grade are those of before.
    assert (new.renews, new.result, new.note, new.batch) == (held, "70", "Pierwszy raz", one.round.batch)
    assert new.valid_until == months_later(held.valid_until, 12)
    assert [piece.url for piece in new.evidence.all()] == ["https://example.org/praca"]
    one.refresh_from_db()
    assert (one.state, one.credential, one.email) == ("held", new, "")
    assert "Odnowiona, ważna do" in client_of(holder).get(f"/o/{link(one)}").content.decode()
    assert any("została odnowiona" in line["line"] for line in ask(holder, NOTICES).data["notices"])


def test_what_is_said_anew_counts(badge, place, teacher, holder, held):
    new = taken_again(badge, place, teacher, holder, result="90", note="Znowu")
    assert (new.renews, new.result, new.note, new.state) == (held, "90", "Znowu", "held")


def test_after_its_end_the_time_begins_anew_and_long_before_nothing_happens(
    badge, place, teacher, holder, held
):
    Credential.objects.update(valid_until=timezone.now() + timedelta(days=61))
    one = again(badge, place, teacher)
    assert "Masz już" not in client_of(holder).get(f"/o/{link(one)}").content.decode()
    done = taking.take(link(one), user=holder, now=after_undo(one.round))
    assert (done.new, done.credential, Credential.objects.count()) == (False, held, 1)
    Credential.objects.update(valid_until=timezone.now() - timedelta(days=400))
    page = client_of(holder).get(f"/o/{link(again(badge, place, teacher))}").content.decode()
    assert "ale była ważna do" in page
    new = taken_again(badge, place, teacher, holder)
    assert timezone.localdate(new.valid_until) == timezone.localdate(
        months_later(after_undo(new.batch.offer_round), 12)
    )


@pytest.mark.django_db(transaction=True)
def test_cr_04_two_links_at_once_renew_once(badge, place, teacher, holder, held):
    links = [link(again(badge, place, teacher)) for _ in range(2)]
    now = timezone.now() + timedelta(minutes=11)
    told = at_once(lambda number: taking.take(links[number], user=holder, now=now).new, 2)
    assert sorted(told) == [False, True]
    assert Credential.objects.filter(renews=held).count() == 1
