"""Offers on slips: nothing works before it is printed, a sheet is shown once, each slip gives one badge."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from core.refusals import Refusal
from credentials.models import Credential, Offer
from credentials.selectors.offerable import Place
from credentials.selectors.offers import round_view
from credentials.services import offering, taking
from credentials.services.offer_letters import mail_due
from credentials.services.offer_secrets import code_of
from credentials.services.offer_slips import offer_on_paper, print_slips
from tests.asking import client_of
from tests.credentials.offering import rows_of
from tests.factories import AchievementFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def wave(badge, place, teacher):
    return offer_on_paper(
        badge, 3, place=place, actor=teacher, note="Brawo!", language="pl", days=30, now=timezone.now()
    )


def test_a_slip_works_from_the_printing_on_and_once(wave, teacher):
    now, outsider = timezone.now(), UserFactory()
    assert round_view(wave, now).stage == "to_print"
    assert taking.working_offer(code_of(rows_of(wave)[0]), now=now) is None
    printed = print_slips(wave, actor=teacher, now=now)
    assert [one.position for one in printed] == [1, 2, 3]
    assert print_slips(wave, actor=teacher, now=now) == []
    taken = taking.take(code_of(printed[1]), user=outsider, now=now)
    assert (taken.new, taken.credential.note) == (True, "Brawo!")
    with pytest.raises(Refusal) as again:
        taking.take(code_of(printed[1]), user=UserFactory(), now=now)
    assert again.value.code == "OFFER_OVER"
    assert Credential.objects.filter(offer__round=wave).count() == 1
    counts = round_view(wave, now).counts
    assert (counts.held, counts.sent, counts.claim_rate) == (1, 2, 33)


def test_no_letter_is_owed_to_anybody(wave, teacher):
    print_slips(wave, actor=teacher, now=timezone.now())
    assert mail_due(timezone.now() + timedelta(days=8)) == 0
    assert mail.outbox == []
    first = rows_of(wave)[0]
    for act in (
        lambda: offering.correct(first, "ola@example.org", actor=teacher, now=timezone.now()),
        lambda: offering.send_again(first, actor=teacher, now=timezone.now()),
    ):
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.code == "OFFER_OVER"
    assert set(Offer.objects.values_list("email", "mail_due_at")) == {("", None)}


def test_ended_before_printing_nothing_is_shown(wave, teacher):
    offering.cancel(wave, actor=teacher, now=timezone.now())
    page = client_of(teacher).post(f"/offers/{wave.pk}/print")
    assert (page.status_code, "claim-slip" in page.content.decode()) == (200, False)
    assert set(Offer.objects.values_list("state", flat=True)) == {"cancelled"}


def test_the_sheet_is_shown_once_to_who_offers(wave, teacher, stranger, client):
    path = f"/offers/{wave.pk}/print"
    browser = client_of(teacher)
    assert "claim-slip" not in browser.get(path).content.decode()
    page = browser.post(path).content.decode()
    codes = re.findall(r'class="code">([\w-]+)<', page)
    assert codes == [code_of(one) for one in rows_of(wave)]
    assert "claim-slip" not in browser.post(path).content.decode()
    assert client_of(UserFactory()).post(path).status_code == 404
    assert browser.get(f"/offers/{uuid4()}/print").status_code == 404
    # What is printed leads to the offer.
    assert client.get(f"/c/{codes[0]}")["Location"].startswith("/o/")


@pytest.mark.parametrize("count", [0, 10_000])
def test_too_few_and_too_many_are_refused(issuer, class_2b, teacher, count):
    with pytest.raises(Refusal) as refused:
        offer_on_paper(
            AchievementFactory(issuer=issuer), count, place=Place(class_2b.group, None), actor=teacher, note="",
            language="pl", days=30, now=timezone.now(),
        )  # fmt: skip
    assert refused.value.code == "CODE_COUNT"
    assert not Offer.objects.exists()
