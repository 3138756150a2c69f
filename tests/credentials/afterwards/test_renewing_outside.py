"""Renewing the badge of one person, above all of somebody outside who took it by a link and is in no group."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from credentials.models import Credential, IssuedDocument
from credentials.selectors.offerable import places_of
from credentials.services import taking
from credentials.services.issuing import issue_due
from credentials.validity import months_later
from people.enums import GroupKind, Role
from tests.asking import ask
from tests.credentials.offering import after_undo, link, mailed, make_round
from tests.factories import AchievementFactory, GroupFactory, IssuerFactory, MembershipFactory, UserFactory
from tests.together import at_once

RENEW = """mutation ($id: ID!, $key: ID) { renewCredential(credentialId: $id, key: $key) {
  credential { id state validUntil mayRenew isOutside history { kind } } errors { code } } }"""
SEEN = "query ($id: ID!) { answeredCredential(id: $id) { state mayRenew isOutside } }"
NOTICES = "{ studentHome { notices { line } } }"


@pytest.fixture
def awarder(db):
    return UserFactory(username="awarder", given_name="Hanna")


@pytest.fixture
def holder(db):
    return UserFactory(username="outsider", given_name="Iga")


@pytest.fixture
def held(awarder, holder) -> Credential:
    """Of an accredited issuer, taken by a link, in no group; it ends in 30 days."""
    group = GroupFactory(kind=GroupKind.ORGANISATION, name="Fundacja")
    MembershipFactory(group=group, user=awarder, role=Role.COORDINATOR)
    badge = AchievementFactory(
        slug="ratownik", issuer=IssuerFactory(slug="fundacja", group=group), version={"validity_months": 12}
    )
    wave = make_round(badge, places_of(awarder)[0], awarder, count=1)
    (one,) = mailed(wave)
    taken = taking.take(link(one), user=holder, now=after_undo(wave)).credential
    issue_due(after_undo(wave) + timedelta(seconds=1))
    end = timezone.now() + timedelta(days=30)
    Credential.objects.filter(pk=taken.pk).update(valid_until=end, celebrated_at=timezone.now())
    return Credential.objects.get(pk=taken.pk)


def test_who_awards_for_the_issuer_renews_what_was_taken_outside(held, awarder, holder):
    assert ask(awarder, SEEN, id=held.pk).data == {"state": "held", "mayRenew": True, "isOutside": True}
    shown = ask(awarder, RENEW, id=held.pk).data["credential"]

    new = Credential.objects.living().get(recipient=holder, replaced_at=None)
    assert (shown["id"], new.renews, new.batch.group) == (str(new.pk), held, None)
    assert new.valid_until == months_later(held.valid_until, 12)
    assert shown["mayRenew"] is False
    assert [line["kind"] for line in shown["history"]] == ["awarded", "renewed"]
    # Signed at once, and the holder is told where they are.
    issue_due(timezone.now() + timedelta(seconds=1))
    assert IssuedDocument.objects.signed().filter(credential=new).exists()
    lines = [one["line"] for one in ask(holder, NOTICES).data["notices"]]
    assert any("została odnowiona i jest ważna do" in line for line in lines)


def test_one_whose_time_is_over_is_renewed_from_today(held, awarder, holder):
    Credential.objects.filter(pk=held.pk).update(valid_until=timezone.now() - timedelta(days=100))
    assert ask(awarder, SEEN, id=held.pk).data["state"] == "expired"
    ask(awarder, RENEW, id=held.pk)
    new = Credential.objects.get(renews=held)
    assert timezone.localdate(new.valid_until) == timezone.localdate(months_later(timezone.now(), 12))


@pytest.mark.parametrize("ends", [None, timedelta(days=61)])
def test_what_is_not_at_its_end_is_not_renewed(held, awarder, ends):
    Credential.objects.filter(pk=held.pk).update(valid_until=ends and timezone.now() + ends)
    assert ask(awarder, SEEN, id=held.pk).data["mayRenew"] is False
    assert ask(awarder, RENEW, id=held.pk).code == "NOT_YOUR_TIME"


def test_a_suspended_issuer_renews_nothing(held, awarder):
    type(held.achievement.issuer).objects.update(standing="suspended")
    assert ask(awarder, RENEW, id=held.pk).code in ("ACHIEVEMENT_NOT_AWARDABLE", "NOT_FOUND")
    assert Credential.objects.count() == 1


@pytest.mark.parametrize(
    "who", ["holder", "teacher", "coordinator", "leader", "editor", "operator", "stranger"]
)
def test_ac_01_nobody_else_renews_it(held, who, request):
    reply = ask(request.getfixturevalue(who), RENEW, id=held.pk)
    assert reply.code in ("NOT_FOUND", "NOT_SIGNED_IN")
    assert Credential.objects.count() == 1


def test_a_teacher_renews_what_they_gave_to_somebody_of_the_class(stack, yearly, teacher, pa1):
    stack.give(yearly, pa1)
    stack.sign_all()
    Credential.objects.update(valid_until=timezone.now() + timedelta(days=10))
    mine = stack.of(pa1, yearly)
    assert ask(teacher, SEEN, id=mine.pk).data == {"state": "held", "mayRenew": True, "isOutside": False}
    assert ask(teacher, RENEW, id=mine.pk).data["credential"]["state"] == "awarded"


@pytest.mark.django_db(transaction=True)
def test_cr_04_renewing_at_once_gives_one(held, awarder):
    told = at_once(lambda _n: ask(awarder, RENEW, id=held.pk).code, 4)
    assert sorted(map(str, told)) == sorted(["None", *["NOT_YOUR_TIME"] * 3])
    assert Credential.objects.filter(renews=held).count() == 1
