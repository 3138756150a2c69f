"""Many at the same moment: one credential, one status index, one answer (case CR-04)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import Activity
from core.refusals import Refusal
from credentials.models import AwardBatch, Credential, Endorsement, IssuedDocument, SigningKey, StatusList
from credentials.selectors.verdicts import judge
from credentials.services.awarding import award
from credentials.services.claiming import claim, make_sheet
from credentials.services.club_badges import make
from credentials.services.endorsing import endorse
from credentials.services.issuing import issue_due
from credentials.services.keys import rotate_key, signing_key_of
from credentials.services.withdrawing_keys import withdraw
from tests.credentials.designs import HELPING
from tests.factories import AchievementFactory, UserFactory
from tests.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_cr_04_a_hundred_awards_at_once_are_one(class_2b, teacher, pa1, issuer):
    achievement = AchievementFactory(issuer=issuer)
    done = at_once(lambda _: award(achievement, [pa1], actor=teacher, group=class_2b.group), 100)

    assert Credential.objects.count() == AwardBatch.objects.count() == 1
    assert len([one for one in done if one.batch]) == 1
    assert len([one for one in done if one.already == [pa1.pk]]) == 99
    assert Activity.objects.filter(fact="credentials.CredentialsAwarded").count() == 1
    assert award(achievement, [pa1], actor=teacher, group=class_2b.group).already == [pa1.pk]


def test_cr_04_signing_at_once_gives_one_document_and_one_index_each(class_2b, teacher, issuer):
    for achievement in AchievementFactory.create_batch(4, issuer=issuer):
        award(achievement, class_2b.students, actor=teacher, group=class_2b.group)
    later = timezone.now() + timedelta(minutes=11)
    issued = at_once(lambda _: issue_due(later), 8)

    assert sum(issued) == 12
    assert IssuedDocument.objects.signed().count() == Credential.objects.filter(state="held").count() == 12
    indexes = IssuedDocument.objects.values_list("status_list_id", "status_index")
    assert len(set(indexes)) == 12
    assert Activity.objects.filter(fact="credentials.CredentialsSigned").count() == 4
    assert StatusList.objects.filter(taken__gt=0).count() >= 1


def test_cr_08_keys_are_rotated_and_withdrawn_while_badges_are_signed(class_2b, teacher, issuer):
    for achievement in AchievementFactory.create_batch(6, issuer=issuer):
        award(achievement, class_2b.students, actor=teacher, group=class_2b.group)
    first, later = signing_key_of(issuer), timezone.now() + timedelta(minutes=11)

    def work(number: int) -> object:
        if number == 0:
            return rotate_key(issuer, now=timezone.now())
        if number == 1:
            return withdraw(first, since=timezone.now(), now=timezone.now())
        return issue_due(later)

    at_once(work, 6)
    issue_due(later)

    documents = list(IssuedDocument.objects.select_related("key"))
    assert Credential.objects.filter(state="held").count() == len(documents) == 18
    assert {bool(document.digest) for document in documents} == {True}
    said = {document: judge(bytes(document.body), now=later).overall for document in documents}
    assert {said[document] for document in documents if document.key != first} <= {"valid"}
    assert {said[document] for document in documents if document.key == first} <= {"not_valid"}
    assert SigningKey.objects.filter(issuer=issuer, retired_at=None, compromised_from=None).count() == 1


def test_au_06_of_twelve_who_use_a_printed_code_at_once_one_gets_the_badge(club, leader):
    badge = make(club, design=HELPING, actor=leader)
    code = make_sheet(badge, club, 1, actor=leader).codes[0]
    people = UserFactory.create_batch(12)

    def take(number: int) -> str:
        try:
            return "taken" if claim(code, user=people[number], now=timezone.now()).new else "had"
        except Refusal as refusal:
            return refusal.code

    assert sorted(at_once(take, 12)) == ["CODE_WRONG"] * 11 + ["taken"]
    assert Credential.objects.count() == AwardBatch.objects.count() == 1


def test_endorsing_twice_at_once_is_one_endorsement(club, leader, coordinator, school_a):
    badge = make(club, design=HELPING, actor=leader)
    at_once(lambda _: endorse(badge, by=coordinator, group=school_a.group, text="Znamy ich."), 8)
    assert Endorsement.objects.get().text == "Znamy ich."
