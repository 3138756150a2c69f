"""Awarding as one act: set-wise, only once, and undone as if it had not been."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.models import Activity, Delivery
from core.refusals import Refusal
from credentials.enums import CredentialState, Standing
from credentials.models import AwardBatch, Credential, Evidence
from credentials.selectors.achievements import awardable_in
from credentials.services.awarding import award, release, undo
from credentials.services.requirements import satisfied
from people.models import User
from tests.factories import AchievementFactory, StudentFactory


@pytest.fixture
def achievement(issuer):
    return AchievementFactory(issuer=issuer, slug="debata")


def test_a_class_is_awarded_in_one_act(class_2b, teacher, achievement):
    done = award(
        achievement, class_2b.students, actor=teacher, group=class_2b.group, note=" Świetna debata. "
    )

    assert done.already == []
    assert [c.recipient_id for c in done.credentials] == [s.pk for s in class_2b.students]
    stored = Credential.objects.get(recipient=class_2b.students[0])
    assert (stored.state, stored.note, stored.batch_id) == ("awarded", "Świetna debata.", done.batch.pk)
    assert stored.issuer_standing == Standing.ACCREDITED
    assert done.batch.undo_until - done.batch.created_at == timedelta(minutes=10)
    activity = Activity.objects.get()
    assert (activity.fact, activity.scope) == ("credentials.CredentialsAwarded", class_2b.group.pk)
    assert Delivery.objects.filter(activity=activity).count() == 3


def test_who_has_it_already_is_left_as_is(class_2b, teacher, achievement, pa1):
    first = award(achievement, [pa1], actor=teacher, group=class_2b.group)
    second = award(achievement, class_2b.students, actor=teacher, group=class_2b.group)
    third = award(achievement, class_2b.students, actor=teacher, group=class_2b.group)

    assert second.already == [pa1.pk]
    assert len(second.credentials) == 2
    assert (third.batch, third.credentials) == (None, [])
    assert sorted(third.already) == sorted(s.pk for s in class_2b.students)
    assert Credential.objects.get(recipient=pa1).batch_id == first.batch.pk
    assert AwardBatch.objects.count() == 2


@pytest.mark.parametrize("size", [1, 30, 100])
def test_awarding_costs_as_many_statements_for_one_as_for_a_hundred(class_2b, teacher, achievement, size):
    people = [*class_2b.students, *StudentFactory.create_batch(size)][:size]
    evidence = {p.pk: [Evidence.objects.create(owner=p, kind="text", text="Moja praca")] for p in people}
    with CaptureQueriesContext(connection) as queries:
        award(achievement, people, actor=teacher, group=class_2b.group, evidence_of=evidence)

    assert len(queries) == 7, [q["sql"][:90] for q in queries]
    assert Credential.objects.filter(evidence__isnull=False).count() == size


def test_undoing_cancels_and_tells_once(class_2b, teacher, achievement):
    batch = award(achievement, class_2b.students, actor=teacher, group=class_2b.group).batch
    undo(batch, actor=teacher, now=timezone.now())
    undo(batch, actor=teacher, now=timezone.now())

    assert set(Credential.objects.values_list("state", flat=True)) == {CredentialState.CANCELLED}
    told = Activity.objects.get(fact="credentials.AwardUndone")
    assert told.deliveries.count() == 3
    again = award(achievement, class_2b.students, actor=teacher, group=class_2b.group)
    assert len(again.credentials) == 3


def test_undoing_too_late_changes_nothing(class_2b, teacher, achievement, pa1):
    batch = award(achievement, [pa1], actor=teacher, group=class_2b.group).batch
    with pytest.raises(Refusal) as refusal:
        undo(batch, actor=teacher, now=batch.undo_until)

    assert refusal.value.code == "UNDO_TOO_LATE"
    assert Credential.objects.get().state == CredentialState.AWARDED
    assert not Activity.objects.filter(fact="credentials.AwardUndone").exists()


def test_releasing_ends_the_time_to_undo(class_2b, teacher, achievement, pa1):
    batch = award(achievement, [pa1], actor=teacher, group=class_2b.group).batch
    now = timezone.now()
    release(batch, actor=teacher, now=now)

    batch.refresh_from_db()
    assert batch.undo_until == now
    with pytest.raises(Refusal) as refusal:
        undo(batch, actor=teacher, now=now)
    assert refusal.value.code == "UNDO_TOO_LATE"


def test_an_undone_award_cannot_be_released(class_2b, teacher, achievement, pa1):
    batch = award(achievement, [pa1], actor=teacher, group=class_2b.group).batch
    undo(batch, actor=teacher, now=timezone.now())
    with pytest.raises(Refusal) as refusal:
        release(batch, actor=teacher, now=timezone.now())
    assert refusal.value.code == "AWARD_UNDONE"


def refused(achievement, person: User, actor: User, group) -> str:
    with pytest.raises(Refusal) as refusal:
        award(achievement, [person], actor=actor, group=group)
    assert not Credential.objects.exists()
    assert not AwardBatch.objects.exists()
    assert not Activity.objects.exists()
    return refusal.value.code


def test_another_school_cannot_award_it(class_1a, teacher_b, pb, achievement):
    assert refused(achievement, pb, teacher_b, class_1a.group) == "ACHIEVEMENT_NOT_AWARDABLE"


def test_a_withdrawn_achievement_cannot_be_awarded(class_2b, teacher, pa1, achievement):
    achievement.withdrawn_at = timezone.now()
    achievement.save()
    assert refused(achievement, pa1, teacher, class_2b.group) == "ACHIEVEMENT_NOT_AWARDABLE"


@pytest.mark.parametrize(
    "kind, standing, possible",
    [
        ("microcredential", Standing.ACCREDITED, True),
        ("microcredential", Standing.APPLIED, False),
        ("microcredential", Standing.SUSPENDED, False),
        ("digital_badge", Standing.DRAFT, True),
        ("digital_badge", Standing.APPLIED, True),
        ("digital_badge", Standing.SUSPENDED, False),
        ("digital_badge", Standing.WITHDRAWN, False),
    ],
)
def test_the_issuers_standing_decides(class_2b, teacher, pa1, issuer, kind, standing, possible):
    issuer.standing = standing
    issuer.save()
    achievement = AchievementFactory(issuer=issuer, kind=kind)
    if possible:
        assert award(achievement, [pa1], actor=teacher, group=class_2b.group).batch is not None
    else:
        code = {"suspended": "ISSUER_SUSPENDED", "withdrawn": "ISSUER_WITHDRAWN"}.get(standing)
        refusal = refused(achievement, pa1, teacher, class_2b.group)
        assert refusal == (code or "ACHIEVEMENT_NOT_AWARDABLE")


def test_a_club_badge_is_awarded_in_its_club_alone(club, leader, pa1, class_2b, teacher):
    badge = AchievementFactory(kind="club_badge", issuer=None, club=club)
    assert refused(badge, pa1, teacher, class_2b.group) == "ACHIEVEMENT_NOT_AWARDABLE"
    assert award(badge, [pa1], actor=leader, group=club).credentials[0].issuer_standing == ""


def test_validity_runs_from_the_award(class_2b, teacher, pa1, issuer):
    achievement = AchievementFactory(issuer=issuer, version={"validity_months": 12})
    credential = award(achievement, [pa1], actor=teacher, group=class_2b.group).credentials[0]
    assert credential.valid_until.year == credential.awarded_at.year + 1
    assert not credential.is_expired(credential.valid_until - timedelta(seconds=1))
    assert credential.is_expired(credential.valid_until)


def test_a_composite_is_satisfied_by_what_is_held_now(class_2b, teacher, pa1, pa2, issuer, achievement):
    other = AchievementFactory(issuer=issuer, slug="petycja")
    requires = {
        "all_of": ["debata"],
        "min_of": {"count": 1, "badges": ["debata", "petycja"], "distinct": True},
    }
    composite = AchievementFactory(issuer=issuer, kind="microcredential", version={"requires": requires})
    award(achievement, [pa1, pa2], actor=teacher, group=class_2b.group)
    batch = award(other, [pa1], actor=teacher, group=class_2b.group).batch

    assert satisfied(composite.current_version, [pa1.pk, pa2.pk, uuid4()]) == {pa1.pk}
    undo(batch, actor=teacher, now=timezone.now())
    assert satisfied(composite.current_version, [pa1.pk, pa2.pk]) == set()


def test_a_school_that_vouches_for_a_club_makes_no_assessor_of_its_leader(issuer, club, class_2b):
    badge = AchievementFactory(issuer=issuer)
    assert badge in awardable_in(class_2b.group)
    assert badge not in awardable_in(club)
    issuer.may_award.add(club)
    assert badge in awardable_in(club)
