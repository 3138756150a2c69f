"""The larger badge comes with its last part, once, and falls with it only while nothing is signed (stacking)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.models import Activity
from core.refusals import Refusal
from credentials.enums import CredentialState
from credentials.models import AwardBatch, Credential, StackReview
from credentials.selectors.credentials import credentials_visible_to
from credentials.selectors.offerable import Place
from credentials.services.awarding import award, undo
from credentials.services.defining import create_draft, publish
from credentials.services.issuer_awarding import award_by_issuer
from credentials.services.revoking import revoke
from credentials.services.stack_reviews import decide
from credentials.services.taking import take
from tests.credentials.offering import code, mailed, make_round
from tests.factories import AchievementFactory, StudentFactory, three
from tests.paths.conftest import small_path  # noqa: F401


def test_the_last_part_brings_the_larger_badge_in_the_same_act(stack, pa1, pa2):
    stack.give(stack.debate, pa1)
    assert not stack.has(pa1, stack.larger)
    part = stack.give(stack.petition, pa1, pa2)

    larger = stack.of(pa1, stack.larger)
    assert (larger.batch.follows, larger.batch.actor, larger.batch.group) == (part, None, part.group)
    assert (larger.state, larger.celebrated_at, larger.issuer_standing) == ("awarded", None, "accredited")
    assert not stack.has(pa2, stack.larger)
    told = Activity.objects.get(about__batch_id=str(larger.batch.pk))
    assert [one.recipient_id for one in told.deliveries.all()] == [pa1.pk]


def test_a_class_gets_it_as_one_act(stack, class_2b):
    stack.give(stack.debate, *class_2b.students)
    stack.give(stack.petition, *class_2b.students)
    assert AwardBatch.objects.get(version=stack.larger.current_version).credentials.count() == 3


def test_a_last_part_that_was_offered_brings_it_and_tells_the_class_nothing(stack, pa1, class_2b, teacher):
    stack.give(stack.debate, pa1)
    wave = make_round(stack.petition, Place(class_2b.group, None), teacher, count=1)
    (offer,) = mailed(wave)
    take(code(offer), user=pa1, now=timezone.now())

    larger = stack.of(pa1, stack.larger)
    assert (larger.batch.follows, larger.batch.group, larger.language) == (wave.batch, None, pa1.language)
    assert not credentials_visible_to(teacher).filter(pk=larger.pk).exists()


def test_a_last_part_given_by_the_issuer_itself_brings_it(stack, pa1, coordinator):
    stack.give(stack.debate, pa1)
    now = timezone.now()
    part = award_by_issuer(stack.petition, pa1, actor=coordinator, note="", evidence=[], grade="", now=now)
    assert stack.of(pa1, stack.larger).batch.follows == part.batch


def test_n_of_counts_each_badge_once(issuer, class_2b, teacher, pa1):
    parts = [AchievementFactory(slug=f"dzialanie-{n}", issuer=issuer) for n in range(4)]
    requires = {
        "all_of": ["dzialanie-0"],
        "min_of": {"count": 2, "badges": [p.slug for p in parts], "distinct": True},
    }
    larger = AchievementFactory(issuer=issuer, version={"requires": requires})
    held = []
    for part in parts[:3]:
        award(part, [pa1], actor=teacher, group=class_2b.group)
        held.append(Credential.objects.filter(recipient=pa1, achievement=larger).exists())
    assert held == [False, False, True]
    award(parts[3], [pa1], actor=teacher, group=class_2b.group)
    assert Credential.objects.filter(recipient=pa1, achievement=larger).count() == 1


def test_a_larger_badge_may_be_the_last_part_of_a_still_larger_one(stack, issuer, pa1):
    top = AchievementFactory(slug="szczyt", issuer=issuer, version={"requires": {"all_of": ["obywatel"]}})
    stack.give(stack.debate, pa1)
    stack.give(stack.petition, pa1)
    assert stack.of(pa1, top).batch.follows == stack.of(pa1, stack.larger).batch


def test_an_expired_part_counts_for_nothing(stack, pa1):
    stack.give(stack.debate, pa1)
    Credential.objects.update(valid_until=timezone.now() - timedelta(days=1))
    stack.give(stack.petition, pa1)
    assert not stack.has(pa1, stack.larger)


@pytest.mark.parametrize("fell", ["suspended", "withdrawn", "applied"])
def test_an_issuer_that_does_not_stand_gives_nothing_by_rule(stack, issuer, school_a, pa1, class_2b, fell):
    of_another = AchievementFactory(
        slug="cudze", version={"requires": {"all_of": ["debata"]}}, kind="microcredential"
    )
    type(issuer).objects.filter(pk=of_another.issuer_id).update(standing=fell)
    stack.give(stack.debate, pa1)
    assert not stack.has(pa1, of_another)


def test_where_the_group_may_not_award_it_the_rule_gives_it_in_the_issuers_name_alone(
    stack, club, leader, issuer, pa1
):
    of_club = AchievementFactory(slug="klubowa", kind="club_badge", issuer=None, club=club)
    larger = AchievementFactory(issuer=issuer, version={"requires": {"all_of": ["klubowa"]}})
    award(of_club, [pa1], actor=leader, group=club)
    assert stack.of(pa1, larger).batch.group is None


def test_who_learns_on_its_path_takes_it_at_the_end_of_the_path(small_path, class_2b, teacher, pa1):
    for part in (small_path.debate, small_path.petition):
        award(part, [pa1], actor=teacher, group=class_2b.group)
    assert not Credential.objects.filter(achievement=small_path.composite).exists()


def test_an_undone_part_takes_the_unsigned_larger_badge_along(stack, pa1, teacher):
    stack.give(stack.debate, pa1)
    part = stack.give(stack.petition, pa1)
    larger = stack.of(pa1, stack.larger)
    undo(part, actor=teacher, now=timezone.now())

    larger.refresh_from_db()
    larger.batch.refresh_from_db()
    assert (larger.state, larger.batch.cancelled_by) == (CredentialState.CANCELLED, teacher)
    stack.give(stack.petition, pa1)
    assert stack.has(pa1, stack.larger)


def test_undone_for_one_it_stays_for_the_other(stack, pa1, pa2, teacher):
    stack.give(stack.debate, pa1, pa2)
    mine = stack.give(stack.petition, pa1)
    stack.give(stack.petition, pa2)
    undo(mine, actor=teacher, now=timezone.now())
    assert (stack.has(pa1, stack.larger), stack.has(pa2, stack.larger)) == (False, True)


def test_a_revoked_part_puts_the_signed_larger_badge_before_its_issuer(stack, pa1, teacher, coordinator):
    stack.give(stack.debate, pa1)
    stack.give(stack.petition, pa1)
    stack.sign_all()
    revoke(stack.of(pa1, stack.debate), actor=teacher, reason="Nie ta osoba", now=timezone.now())

    review = StackReview.objects.get()
    assert (review.credential, review.part) == (stack.of(pa1, stack.larger), stack.of(pa1, stack.debate))
    assert stack.has(pa1, stack.larger)
    told = Activity.objects.get(fact="credentials.LargerBadgeReviewOpened")
    assert [one.recipient_id for one in told.deliveries.all()] == [coordinator.pk]


@pytest.mark.parametrize(("decision", "state"), [("kept", "held"), ("revoked", "revoked")])
def test_the_issuer_decides_once(stack, pa1, teacher, coordinator, decision, state):
    stack.give(stack.debate, pa1)
    stack.give(stack.petition, pa1)
    stack.sign_all()
    now = timezone.now()
    revoke(stack.of(pa1, stack.debate), actor=teacher, reason="Nie ta osoba", now=now)
    review = StackReview.objects.get()
    with pytest.raises(Refusal) as refusal:
        decide(review, decision="revoked", words=" ", actor=coordinator, now=now)
    assert refusal.value.code == "TEXT_EMPTY"

    decide(review, decision=decision, words="Brakuje debaty", actor=coordinator, now=now)
    assert stack.of(pa1, stack.larger).state == state
    with pytest.raises(Refusal) as refusal:
        decide(review, decision="kept", words="", actor=coordinator, now=now)
    assert refusal.value.code == "ALREADY_DECIDED"


def test_what_its_issuer_revoked_no_rule_gives_again(stack, pa1, teacher):
    stack.give(stack.debate, pa1)
    part = stack.give(stack.petition, pa1)
    revoke(stack.of(pa1, stack.larger), actor=teacher, reason="Nie ta osoba", now=timezone.now())
    undo(part, actor=teacher, now=timezone.now())
    stack.give(stack.petition, pa1)
    assert not stack.has(pa1, stack.larger)


def test_a_circle_is_refused_when_it_is_published(stack, issuer):
    drawn = {"art": stack.debate.current_version.art, "name": three("Kółko"), "description": three("W kółko")}
    draft = create_draft(
        slug="debata", kind="digital_badge", issuer=issuer, requires={"all_of": ["obywatel"]}, **drawn
    )
    with pytest.raises(Refusal) as refusal:
        publish(draft, actor=None, now=timezone.now())
    assert refusal.value.code == "REQUIREMENT_CIRCLE"
    draft.refresh_from_db()
    assert draft.number is None


@pytest.mark.parametrize("size", [1, 30])
def test_a_plain_award_learns_with_the_badge_whether_a_larger_one_names_it(
    class_2b, teacher, issuer, stack, size
):
    plain = AchievementFactory(issuer=issuer)
    people = StudentFactory.create_batch(size)
    with CaptureQueriesContext(connection) as queries:
        award(plain, people, actor=teacher, group=class_2b.group)
    asked = [one["sql"] for one in queries if "requires" in one["sql"] and "LIKE" in one["sql"]]
    assert (len(queries), len(asked)) == (6, 1)


@pytest.mark.parametrize("size", [1, 30])
def test_a_last_part_costs_the_same_for_one_and_for_a_class(class_2b, teacher, stack, size):
    people = StudentFactory.create_batch(size)
    award(stack.debate, people, actor=teacher, group=class_2b.group)
    with CaptureQueriesContext(connection) as queries:
        award(stack.petition, people, actor=teacher, group=class_2b.group)
    assert len(queries) == 21
    assert Credential.objects.filter(achievement=stack.larger).count() == size


@pytest.mark.django_db(transaction=True)
def test_cr_04_two_last_parts_at_once_bring_one_larger_badge(stack, pa1):
    start = Barrier(2)

    def give(part):
        start.wait(30)
        try:
            stack.give(part, pa1)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(give, [stack.debate, stack.petition]))
    assert Credential.objects.filter(recipient=pa1, achievement=stack.larger).count() == 1
    assert AwardBatch.objects.filter(follows__isnull=False).count() == 1
