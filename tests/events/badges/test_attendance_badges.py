"""A badge for having been there: by rule, once, with its context frozen."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from classroom.services.recognising import undo_award
from credentials.models import AwardBatch, Credential
from events.models import AttendanceRule, EventSeries
from events.services import checking_in
from events.services.attendance_badges import follow_descriptions, reward
from events.tasks.attendance import forget_attendances, reward_lately
from tests.factories import AchievementFactory, EventFactory, UserFactory

pytestmark = pytest.mark.django_db


def tick(event, *people, actor):
    return checking_in.check_in_people(event, people, actor=actor)


def held(badge) -> set:
    return {one.recipient for one in Credential.objects.living().filter(achievement=badge)}


def test_who_is_there_gets_the_badge_once(meeting, badge, rule, teacher, pa1, pa2):
    tick(meeting, pa1, pa2, actor=teacher)

    assert reward(meeting.pk) == 2
    assert reward(meeting.pk) == 0
    assert held(badge) == {pa1, pa2}
    assert AwardBatch.objects.get().actor == teacher
    assert list(rule.batches.all()) == [AwardBatch.objects.get()]


def test_place_dates_and_activity_are_frozen(meeting, badge, rule, teacher, pa1):
    tick(meeting, pa1, actor=teacher)
    reward(meeting.pk)
    meeting.place.name = "Gdzie indziej"
    meeting.place.save()

    assert Credential.objects.get().context == {
        "place": "Dom Kultury, Ełk",
        "from": timezone.localdate(meeting.starts_at).isoformat(),
        "to": timezone.localdate(meeting.ends_at).isoformat(),
        "activity": meeting.title["pl"],
    }


@pytest.mark.django_db(transaction=True)
def test_a_check_in_brings_the_badge_by_itself(meeting, badge, rule, pa1):
    checking_in.check_in(meeting, pa1, method="projector", actor=pa1)

    assert held(badge) == {pa1}


def test_three_of_a_series(class_2b, badge, teacher, pa1, pa2):
    series = EventSeries.objects.create(group=class_2b.group, until=timezone.localdate())
    now = timezone.now()
    meetings = [
        EventFactory(
            group=class_2b.group,
            series=series,
            starts_at=now - timedelta(minutes=n),
            ends_at=now + timedelta(hours=1),
        )
        for n in (3, 2, 1)
    ]
    AttendanceRule.objects.create(
        achievement=badge, group=class_2b.group, series=series, count=3, count_from=now - timedelta(days=1)
    )
    given = []
    for number, one in enumerate(meetings):
        tick(one, pa1, *([pa2] if number else []), actor=teacher)
        given.append(reward(one.pk))

    assert given == [0, 0, 1]
    assert held(badge) == {pa1}


def test_of_a_kind_hosted_by_the_group_alone(meeting, class_2b, class_2c, badge, teacher, pa1):
    rule = AttendanceRule.objects.create(
        achievement=badge,
        group=class_2b.group,
        kind="cleanup",
        count=2,
        count_from=timezone.now() - timedelta(days=1),
    )
    same = {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at}
    tick(meeting, pa1, actor=teacher)
    for other in (
        EventFactory(group=class_2b.group, kind="debate", **same),
        EventFactory(group=class_2c.group, kind="cleanup", **same),
    ):
        tick(other, pa1, actor=teacher)
        assert reward(other.pk) == 0
    second = EventFactory(group=class_2b.group, kind="cleanup", **same)
    tick(second, pa1, actor=teacher)

    assert reward(second.pk) == 1
    assert rule.batches.count() == 1


def test_a_rule_does_not_award_the_past(meeting, badge, rule, teacher, pa1):
    tick(meeting, pa1, actor=teacher)
    AttendanceRule.objects.update(count_from=timezone.now() + timedelta(seconds=1))

    assert reward(meeting.pk) == 0


def test_an_ended_rule_awards_nobody(meeting, badge, rule, teacher, pa1):
    tick(meeting, pa1, actor=teacher)
    AttendanceRule.objects.update(ended_at=timezone.now())

    assert reward(meeting.pk) == 0


def test_a_badge_that_fell_stops_no_check_in_and_no_other_rule(meeting, badge, rule, teacher, pa1, issuer):
    other = AchievementFactory(slug="druga", issuer=issuer)
    AttendanceRule.objects.create(
        achievement=other, group=rule.group, event=meeting, count_from=rule.count_from - timedelta(hours=1)
    )
    badge.withdrawn_at = timezone.now()
    badge.save()
    tick(meeting, pa1, actor=teacher)

    assert reward(meeting.pk) == 1
    assert (held(badge), held(other)) == (set(), {pa1})


def test_undone_by_the_teacher_stays_undone(meeting, badge, rule, teacher, pa1):
    tick(meeting, pa1, actor=teacher)
    reward(meeting.pk)
    undo_award(AwardBatch.objects.get(), actor=teacher)

    assert reward(meeting.pk) == 0
    assert held(badge) == set()


def test_a_mistaken_tick_takes_its_badge_along_and_nobody_elses(meeting, badge, rule, teacher, pa1, pa2):
    tick(meeting, pa1, pa2, actor=teacher)
    reward(meeting.pk)
    checking_in.undo_check_in(meeting, pa1, actor=teacher)

    assert held(badge) == {pa2}
    tick(meeting, pa1, actor=teacher)
    assert reward(meeting.pk) == 1
    assert held(badge) == {pa1, pa2}


def test_after_ten_minutes_the_badge_stays(meeting, badge, rule, teacher, pa1):
    tick(meeting, pa1, actor=teacher)
    reward(meeting.pk)
    AwardBatch.objects.update(undo_until=timezone.now())
    checking_in.undo_check_in(meeting, pa1, actor=teacher)

    assert held(badge) == {pa1}


def test_what_a_person_gave_by_hand_is_not_the_ticks(meeting, badge, rule, class_2b, teacher, pa1):
    from credentials.services.awarding import award

    award(badge, [pa1], actor=teacher, group=class_2b.group)
    tick(meeting, pa1, actor=teacher)
    reward(meeting.pk)
    checking_in.undo_check_in(meeting, pa1, actor=teacher)

    assert held(badge) == {pa1}


def test_the_statements_do_not_grow_with_the_people(meeting, badge, rule, teacher):
    counts = []
    for people in (1, 30, 100):
        tick(meeting, *UserFactory.create_batch(people), actor=teacher)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert reward(meeting.pk) == people
        counts.append(len(queries))

    assert len(set(counts)) == 1
    assert counts[0] <= 20


def test_a_lost_task_is_found_again(meeting, badge, rule, teacher, pa1):
    tick(meeting, pa1, actor=teacher)

    assert reward_lately() == 1
    assert reward_lately() == 0
    assert held(badge) == {pa1}


def test_the_descriptions_of_a_clubs_badges_make_rules(club, leader):
    badge = AchievementFactory(
        slug="bywalec",
        kind="club_badge",
        issuer=None,
        club=club,
        version={"auto_rule": {"type": "event_checkins", "count": 3}},
    )
    AchievementFactory(slug="inna", kind="club_badge", issuer=None, club=club)

    assert follow_descriptions(club, actor=leader, now=timezone.now()) == 1
    assert follow_descriptions(club, actor=leader, now=timezone.now()) == 0
    rule = AttendanceRule.objects.get()
    assert (rule.achievement, rule.group, rule.kind, rule.count) == (badge, club, "", 3)


def test_a_year_later_nobody_knows_who_was_there_and_the_badge_stays(meeting, badge, rule, teacher, pa1):
    tick(meeting, pa1, actor=teacher)
    reward(meeting.pk)
    meeting.starts_at -= timedelta(days=365)
    meeting.ends_at -= timedelta(days=365)
    meeting.save()

    assert forget_attendances() == 0
    meeting.ends_at -= timedelta(hours=1)
    meeting.starts_at -= timedelta(hours=1)
    meeting.save()
    assert forget_attendances() == 1
    assert held(badge) == {pa1}
