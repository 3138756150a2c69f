"""One offer, many hands: whatever happens to it at the same moment, it ends once (case CR-04).

Two portals, kills and the mail server: `./dev drill offers`.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from core.models import Activity
from core.refusals import Refusal
from credentials.models import AwardBatch, Credential, IssuedDocument, Offer
from credentials.services import offering, taking
from credentials.services.issuing import issue_due
from credentials.services.offer_letters import mail_due
from tests.asking import client_of
from tests.credentials.offering import after_undo, link, mailed, make_round, rows_of
from tests.factories import UserFactory
from tests.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)

MANY = 8


@pytest.fixture
def wave(badge, place, teacher):
    made = make_round(badge, place, teacher, count=1)
    mailed(made)
    return made


def outcome(act) -> str:
    """What somebody heard."""
    try:
        done = act()
    except Refusal as refusal:
        return refusal.code
    return "done" if not isinstance(done, taking.Taken) else "taken" if done.new else "had"


def facts(name: str) -> int:
    return Activity.objects.filter(fact=f"credentials.{name}").count()


def the_offer() -> Offer:
    return Offer.objects.get()


def test_cr_04_of_many_who_take_one_offer_one_gets_the_badge(wave):
    now, secret = after_undo(wave), link(the_offer())
    people = UserFactory.create_batch(MANY)

    told = at_once(lambda n: outcome(lambda: taking.take(secret, user=people[n], now=now)), MANY)

    assert sorted(told) == ["OFFER_OVER"] * (MANY - 1) + ["taken"]
    assert Credential.objects.get().recipient == people[told.index("taken")]
    assert (the_offer().state, the_offer().credential) == ("held", Credential.objects.get())
    assert (facts("CredentialsAwarded"), facts("OfferTaken")) == (1, 1)


def test_cr_04_one_person_who_taps_many_times_has_one_badge(wave):
    now, secret, person = after_undo(wave), link(the_offer()), UserFactory()

    told = at_once(lambda _n: outcome(lambda: taking.take(secret, user=person, now=now)), MANY)

    assert told.count("taken") == 1
    # Whoever's answer was lost finds the badge by the same link.
    assert taking.taken_by(secret, person) == Credential.objects.get()


def test_cr_04_two_offers_of_one_badge_taken_at_once_by_one_person_are_one_badge(badge, place, teacher):
    waves = [make_round(badge, place, teacher, count=1) for _ in range(4)]
    secrets = [link(mailed(wave)[0]) for wave in waves]
    person, now = UserFactory(), after_undo(waves[-1])

    told = at_once(lambda n: outcome(lambda: taking.take(secrets[n], user=person, now=now)), 4)

    assert sorted(told) == ["had", "had", "had", "taken"]
    assert Credential.objects.count() == Offer.objects.exclude(credential=None).count() == 1
    assert {one.state for one in Offer.objects.all()} == {"held"}


@pytest.mark.parametrize("end", ["declined", "cancelled", "round", "expired"])
def test_cr_04_taking_against_an_end_leaves_one_of_the_two(wave, teacher, end):
    """Whoever comes first has it; the other hears that it is over, and no badge stays of an offer that ended."""
    one, person = the_offer(), UserFactory()
    # At the last moment of its time, so that running out is a neighbour too.
    last = wave.expires_at - timedelta(seconds=1)
    ends = {
        "declined": lambda: taking.decline(link(one), now=last),
        "cancelled": lambda: offering.cancel_one(one, actor=teacher, now=last),
        "round": lambda: offering.cancel(wave, actor=teacher, now=last),
        "expired": lambda: offering.expire_due(wave.expires_at),
    }

    def work(number: int) -> str:
        return outcome(ends[end] if number % 2 else lambda: taking.take(link(one), user=person, now=last))

    told = at_once(work, 4)

    taken = told[0::2].count("taken")
    assert taken == Credential.objects.count() == facts("OfferTaken")
    state = the_offer().state
    assert state == ("held" if taken else {"round": "cancelled"}.get(end, end))
    assert (the_offer().email, the_offer().credential is not None) == ("", bool(taken))
    assert facts("OfferDeclined") == (state == "declined")
    assert facts("OffersEnded") == (end in ("round", "expired") and not taken)


def test_cr_04_undoing_against_sending_now_leaves_one_of_the_two(badge, place, teacher):
    wave, now = make_round(badge, place, teacher, count=2), timezone.now()

    def work(number: int) -> str:
        act = offering.undo if number % 2 else offering.send_now
        return outcome(lambda: act(wave, actor=teacher, now=now))

    told = at_once(work, 4)

    undone = AwardBatch.objects.get().cancelled_at is not None
    assert set(told[0::2]) == ({"AWARD_UNDONE"} if undone else {"done"})
    assert set(told[1::2]) == ({"done"} if undone else {"UNDO_TOO_LATE"})
    mail_due(now + timedelta(seconds=1))
    assert {one.state for one in rows_of(wave)} == ({"cancelled"} if undone else {"offered"})
    assert len(mail.outbox) == (0 if undone else 2)


def test_two_workers_send_each_letter_once(badge, place, teacher):
    wave = make_round(badge, place, teacher, count=12)
    left = at_once(lambda _n: mail_due(after_undo(wave)), 4)

    assert sum(left) == len(mail.outbox) == 12
    assert len({letter.to[0] for letter in mail.outbox}) == 12
    assert {one.state for one in rows_of(wave)} == {"offered"}


def test_cr_04_what_is_taken_while_others_of_the_act_are_signed_is_signed_too(badge, place, teacher):
    wave = make_round(badge, place, teacher, count=MANY)
    rows, people, now = mailed(wave), UserFactory.create_batch(MANY), after_undo(wave)
    later = now + timedelta(minutes=1)

    def work(number: int) -> object:
        if number >= MANY:
            return issue_due(later)
        return taking.take(link(rows[number]), user=people[number], now=now)

    at_once(work, MANY + 3)
    issue_due(later)

    assert {one.state for one in Credential.objects.all()} == {"held"}
    documents = IssuedDocument.objects.signed()
    assert documents.count() == len({(one.status_list_id, one.status_index) for one in documents}) == MANY


def test_cr_04_whoever_taps_twice_on_the_page_is_told_twice_that_it_is_theirs(wave):
    path, person = f"/o/{link(the_offer())}", UserFactory()
    told = at_once(lambda _n: client_of(person).post(path).status_code, 4)
    assert set(told) <= {200, 302}
    assert Credential.objects.get().recipient == person
