"""Offers to people outside: every transition once, each final state final, nothing kept that has served."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.models import Activity
from core.refusals import Refusal
from credentials.models import AwardBatch, Credential, IssuedDocument, Offer, OfferRound
from credentials.selectors.offerable import Place, places_of
from credentials.selectors.offers import place_figures, round_view, round_views, rounds_visible_to
from credentials.services import awarding, offering, taking
from credentials.services.club_badges import make
from credentials.services.issuing import issue_due
from credentials.services.offer_letters import mail_due
from credentials.services.offer_secrets import code_of, secret_of
from people.enums import GroupKind, Role
from tests.credentials.designs import HELPING
from tests.credentials.offering import after_undo, mailed, make_round, rows_of
from tests.factories import AchievementFactory, GroupFactory, IssuerFactory, MembershipFactory, UserFactory

OVER = "OFFER_OVER"


@pytest.fixture
def wave(badge, place, teacher):
    return make_round(badge, place, teacher)


@pytest.fixture
def sent(wave):
    return mailed(wave)


@pytest.fixture
def outsider(db):
    return UserFactory(username="outsider", given_name="Iga")


def refused(act) -> str:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value.code


def test_an_act_of_offering_waits_ten_minutes_and_signs_nothing(wave, teacher, class_2b):
    batch = wave.batch
    assert (batch.actor, batch.group, batch.undo_until - batch.created_at) == (
        teacher, class_2b.group, timedelta(minutes=10),
    )  # fmt: skip
    assert [(one.state, one.email) for one in rows_of(wave)] == [
        ("waiting", "person1@example.org"), ("waiting", "person2@example.org"),
    ]  # fmt: skip
    assert not AwardBatch.objects.due_for_signing(timezone.now() + timedelta(hours=1)).exists()
    assert Activity.objects.get(fact="credentials.OffersMade").actor_id == teacher.pk


def test_the_same_key_offers_once(badge, place, teacher):
    key = uuid4()
    first = make_round(badge, place, teacher, key=key)
    assert make_round(badge, place, teacher, key=key) == first
    assert (OfferRound.objects.count(), Offer.objects.count()) == (1, 2)


def test_only_digests_of_the_secrets_are_kept(wave):
    (one, two) = rows_of(wave)
    kept = repr(list(Offer.objects.values()))
    for row in (one, two):
        assert len(secret_of(row)) == 32
        assert secret_of(row) not in kept
        assert code_of(row) not in kept
        assert code_of(row).replace("-", "") not in kept
    assert secret_of(one) != secret_of(two)


@pytest.mark.parametrize("which", [secret_of, code_of])
def test_taking_gives_the_badge_and_signs_it_at_once(sent, wave, outsider, which):
    now = after_undo(wave)
    done = taking.take(which(sent[0]), user=outsider, now=now)
    credential = done.credential
    assert (done.new, credential.recipient, credential.note, credential.batch) == (
        True, outsider, "Dziękujemy!", wave.batch,
    )  # fmt: skip
    issue_due(now + timedelta(seconds=1))
    credential.refresh_from_db()
    assert credential.state == "held"
    body = bytes(IssuedDocument.objects.get(credential=credential).body).decode()
    assert str(outsider.learner_number) not in body
    assert "person1@example.org" not in body
    assert "Osoba 1" not in body
    one = Offer.objects.get(pk=sent[0].pk)
    assert (one.state, one.email, one.name, one.mail_due_at, one.credential) == (
        "held",
        "",
        "Osoba 1",
        None,
        credential,
    )
    # The second of the same list is signed too, later.
    later = UserFactory()
    second = taking.take(which(sent[1]), user=later, now=now + timedelta(days=2)).credential
    issue_due(now + timedelta(days=2, seconds=1))
    second.refresh_from_db()
    assert second.state == "held"


def test_au_06_a_link_works_once(sent, wave, outsider, pb):
    now = after_undo(wave)
    taking.take(secret_of(sent[0]), user=outsider, now=now)
    assert refused(lambda: taking.take(secret_of(sent[0]), user=pb, now=now)) == OVER
    assert refused(lambda: taking.take(secret_of(sent[0]), user=outsider, now=now)) == OVER
    assert Credential.objects.count() == 1
    assert taking.taken_by(secret_of(sent[0]), outsider).recipient == outsider
    assert taking.taken_by(secret_of(sent[0]), pb) is None


@pytest.mark.parametrize(("days", "works"), [(29, True), (31, False)])
def test_au_06_a_link_ends_with_its_time(sent, wave, outsider, days, works):
    now = wave.send_at + timedelta(days=days)
    if works:
        assert taking.take(secret_of(sent[0]), user=outsider, now=now).new
        return
    assert refused(lambda: taking.take(secret_of(sent[0]), user=outsider, now=now)) == OVER
    assert offering.expire_due(now) == 2
    assert offering.expire_due(now) == 0
    assert [(one.state, one.email, one.name) for one in rows_of(wave)] == [("expired", "", "")] * 2


def test_au_06_nothing_can_be_taken_before_it_is_sent(wave, outsider):
    for one in rows_of(wave):
        assert (
            refused(lambda one=one: taking.take(secret_of(one), user=outsider, now=after_undo(wave))) == OVER
        )


@pytest.mark.parametrize("typed", ["", "x", "0" * 32, "0" * 12, "ł" * 32, "A" * 5000])
def test_made_up_links_look_the_same(sent, outsider, typed):
    assert refused(lambda: taking.take(typed, user=outsider, now=timezone.now())) == OVER


def test_who_has_the_badge_already_gets_no_second(sent, wave, class_2b, badge, teacher):
    student = class_2b.students[0]
    have = awarding.award(badge, [student], actor=teacher, group=class_2b.group).credentials[0]
    done = taking.take(secret_of(sent[0]), user=student, now=after_undo(wave))
    assert (done.new, done.credential) == (False, have)
    assert (rows_of(wave)[0].state, rows_of(wave)[0].credential) == ("held", None)


def test_declining_forgets_the_address_and_is_final(sent, wave, outsider):
    now = after_undo(wave)
    taking.decline(secret_of(sent[0]), now=now)
    one = rows_of(wave)[0]
    assert (one.state, one.email, one.name, one.mail_due_at) == ("declined", "", "", None)
    assert refused(lambda: taking.take(secret_of(one), user=outsider, now=now)) == OVER
    assert refused(lambda: taking.decline(secret_of(one), now=now)) == OVER
    assert not Credential.objects.exists()


def test_undo_takes_everything_back_while_nothing_has_left(wave, teacher, outsider):
    now = timezone.now()
    offering.undo(wave, actor=teacher, now=now)
    assert [(one.state, one.email) for one in rows_of(wave)] == [("cancelled", "")] * 2
    assert mailed(wave)
    assert mail.outbox == []


def test_undo_is_too_late_after_ten_minutes(wave, teacher):
    assert refused(lambda: offering.undo(wave, actor=teacher, now=after_undo(wave))) == "UNDO_TOO_LATE"
    assert {one.state for one in rows_of(wave)} == {"waiting"}


def test_undoing_through_the_other_door_ends_the_offers_too(
    wave, teacher, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        awarding.undo(wave.batch, actor=teacher, now=timezone.now())
    assert {one.state for one in rows_of(wave)} == {"cancelled"}


def test_sending_now_ends_the_wait_of_a_planned_round(badge, place, teacher):
    now = timezone.now()
    wave = make_round(badge, place, teacher, send_at=now + timedelta(days=9), now=now)
    mailed(wave)
    assert mail.outbox == []
    offering.send_now(wave, actor=teacher, now=now)
    wave.refresh_from_db()
    assert wave.expires_at - wave.send_at == timedelta(days=30)
    mailed(wave)
    assert len(mail.outbox) == 2


def test_a_planned_round_leaves_at_its_hour(badge, place, teacher):
    now = timezone.now()
    wave = make_round(badge, place, teacher, send_at=now + timedelta(days=9), now=now)
    assert mail_due(now + timedelta(days=8)) == 0
    assert mail_due(now + timedelta(days=9, seconds=1)) == 2
    assert {one.state for one in rows_of(wave)} == {"offered"}


def test_cancelling_later_leaves_what_was_taken(sent, wave, teacher, outsider):
    now = after_undo(wave)
    taking.take(secret_of(sent[0]), user=outsider, now=now)
    assert offering.cancel(wave, actor=teacher, now=now) == 1
    assert offering.cancel(wave, actor=teacher, now=now) == 0
    assert [one.state for one in rows_of(wave)] == ["held", "cancelled"]


def test_a_corrected_address_has_a_link_of_its_own(sent, wave, teacher, outsider):
    now, strayed = after_undo(wave), secret_of(sent[0])
    offering.correct(sent[0], " Inna@Example.org ", actor=teacher, now=now)
    one = rows_of(wave)[0]
    assert (one.state, one.email, one.generation) == ("waiting", "inna@example.org", 1)
    mail.outbox.clear()
    mailed(wave)
    assert [letter.to for letter in mail.outbox] == [["inna@example.org"]]
    assert refused(lambda: taking.take(strayed, user=outsider, now=now)) == OVER
    assert taking.take(secret_of(one), user=outsider, now=now).new


def test_an_address_of_somebody_else_on_the_list_is_refused(sent, teacher):
    now = timezone.now()
    assert (
        refused(lambda: offering.correct(sent[0], "person2@example.org", actor=teacher, now=now))
        == "ADDRESS_TWICE"
    )
    assert refused(lambda: offering.correct(sent[0], "nic", actor=teacher, now=now)) == "NOT_AN_ADDRESS"


@pytest.mark.parametrize("end", ["take", "decline", "cancel", "expire"])
def test_what_is_over_changes_no_more(sent, wave, teacher, outsider, end):
    now, one = after_undo(wave), sent[0]
    match end:
        case "take":
            taking.take(secret_of(one), user=outsider, now=now)
        case "decline":
            taking.decline(secret_of(one), now=now)
        case "cancel":
            offering.cancel_one(one, actor=teacher, now=now)
        case "expire":
            offering.expire_due(wave.expires_at)
    state = rows_of(wave)[0].state
    for act in (
        lambda: offering.cancel_one(one, actor=teacher, now=now),
        lambda: offering.send_again(one, actor=teacher, now=now),
        lambda: offering.correct(one, "x@example.org", actor=teacher, now=now),
        lambda: offering.link_for_hand(one, actor=teacher),
        lambda: taking.decline(secret_of(one), now=now),
    ):
        assert refused(act) == OVER
    taking.open_offer(one, now=now)
    assert rows_of(wave)[0].state == state


def test_the_database_keeps_no_address_of_an_answered_offer(sent):
    with pytest.raises(IntegrityError), transaction.atomic():
        Offer.objects.filter(pk=sent[0].pk).update(state="declined")


def test_a_withdrawn_badge_or_a_suspended_issuer_gives_nothing(sent, wave, badge, issuer, outsider):
    now = after_undo(wave)
    issuer.standing = "suspended"
    issuer.save()
    assert refused(lambda: taking.take(secret_of(sent[0]), user=outsider, now=now)) == OVER
    issuer.standing = "accredited"
    issuer.save()
    badge.withdrawn_at = now
    badge.save()
    assert refused(lambda: taking.take(secret_of(sent[0]), user=outsider, now=now)) == OVER


def test_a_link_to_work_becomes_evidence_of_who_takes_it(badge, place, teacher, outsider):
    wave = make_round(badge, place, teacher, count=1)
    one = rows_of(wave)[0]
    Offer.objects.filter(pk=one.pk).update(evidence_url="https://example.org/praca", note="Za plakat")
    mailed(wave)
    credential = taking.take(secret_of(one), user=outsider, now=after_undo(wave)).credential
    assert (credential.note, [(e.owner, e.url) for e in credential.evidence.all()]) == (
        "Za plakat", [(outsider, "https://example.org/praca")],
    )  # fmt: skip
    # It is kept there as long as any work, and not beside it for ever.
    one.refresh_from_db()
    assert (one.note, one.evidence_url) == ("", "")


@pytest.mark.parametrize(
    ("said", "code"),
    [({"days": 31}, "DAYS"), ({"language": "de"}, "LANGUAGE"), ({"note": "x" * 501}, "TEXT_TOO_LONG")],
)
def test_what_cannot_be_offered_changes_nothing(badge, place, teacher, said, code):
    assert refused(lambda: make_round(badge, place, teacher, **said)) == code
    now = timezone.now()
    for moment in (now - timedelta(days=1), now + timedelta(days=200)):
        assert refused(lambda moment=moment: make_round(badge, place, teacher, send_at=moment)) == "SEND_AT"
    assert not OfferRound.objects.exists()
    assert not AwardBatch.objects.exists()


def test_a_class_writes_to_two_hundred_people_a_day(badge, place, teacher):
    make_round(badge, place, teacher, count=150)
    assert refused(lambda: make_round(badge, place, teacher, count=51)) == "TOO_MANY_LETTERS"
    assert Offer.objects.count() == 150


def test_a_club_that_nobody_vouches_for_writes_to_nobody(leader, club):
    made = make(club, design=HELPING, actor=leader)
    assert [place.name for place in places_of(leader)] == [club.name]
    club.parent = None
    club.save()
    assert places_of(leader) == []
    assert refused(lambda: make_round(made, Place(club, None), leader)) == "ACHIEVEMENT_NOT_AWARDABLE"


@pytest.fixture
def foundation(db):
    """An accredited issuer with an organisation, and who awards for it."""
    group = GroupFactory(kind=GroupKind.ORGANISATION, name="Fundacja")
    awarder = UserFactory(username="awarder")
    MembershipFactory(group=group, user=awarder, role=Role.COORDINATOR)
    return IssuerFactory(slug="fundacja", group=group), awarder


def test_an_issuer_offers_in_its_own_name(foundation, teacher, outsider):
    issuer, awarder = foundation
    badge = AchievementFactory(issuer=issuer, kind="microcredential")
    (place,) = places_of(awarder)
    wave = make_round(badge, place, awarder, count=3)
    assert (wave.batch.group, list(rounds_visible_to(awarder)), list(rounds_visible_to(teacher))) == (
        None,
        [wave],
        [],
    )
    rows = mailed(wave)
    credential = taking.take(secret_of(rows[0]), user=outsider, now=after_undo(wave)).credential
    assert credential.issuer_standing == "accredited"
    issuer.standing = "withdrawn"
    issuer.save()
    assert place.achievements == []


def test_the_figures_of_a_round(sent, wave, badge, place, teacher, outsider, django_assert_num_queries):
    now = after_undo(wave)
    taking.take(secret_of(sent[0]), user=outsider, now=now)
    shown = round_view(wave, now)
    counts = shown.counts
    assert (shown.stage, counts.total, counts.held, counts.sent, counts.claim_rate, shown.median_hours) == (
        "open", 2, 1, 1, 50, None,
    )  # fmt: skip
    make_round(badge, place, teacher, count=1)
    with django_assert_num_queries(2):
        assert len(round_views(rounds_visible_to(teacher)[:30], now)) == 2


def test_figures_of_a_place_stay_silent_below_five(badge, place, teacher):
    wave = make_round(badge, place, teacher, count=4)
    mailed(wave)
    assert place_figures(place).offered is None
    another = make_round(badge, place, teacher, count=2)
    mailed(another)
    now = after_undo(another)
    for one in (*rows_of(wave)[:3], *rows_of(another)[:2]):
        taking.take(secret_of(one), user=UserFactory(), now=now + timedelta(hours=2))
    figures = place_figures(place)
    assert (figures.offered, figures.held, figures.claim_rate) == (6, 5, 83)
