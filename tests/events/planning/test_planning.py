"""Planning: who hears of it, what stands in the database, what is turned away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import Activity, Delivery
from events.models import AttendanceRule, Event, Place
from events.place_plans import PlacePlan
from events.services.cancelling import cancel_event
from events.services.changing import change_event
from events.services.planning import plan_event
from tests.events.planning.conftest import a_plan, in_days, refused
from tests.factories import AchievementFactory, GroupFactory, PlaceFactory


def told(fact: str) -> set[str]:
    rows = Delivery.objects.filter(activity__fact=fact)
    return set(rows.values_list("recipient__username", flat=True))


def test_a_class_hears_of_its_event(class_2b, teacher):
    event = plan_event(class_2b.group, a_plan(description="Za i przeciw"), actor=teacher)

    assert (event.title, event.visibility, event.group) == ({"pl": "Debata"}, "group", class_2b.group)
    assert event.slug.startswith("debata-")
    assert len(event.check_in_secret) == 32
    assert event.searchable.split("\n")[0] == "debata"
    assert told("events.EventPlanned") == {"2b-student01", "2b-student02", "2b-student03"}


def test_a_series_is_events_of_their_own_and_one_line_in_the_inbox(class_2b, teacher):
    first = plan_event(
        class_2b.group,
        a_plan(repeat_weeks=1, repeat_until=(timezone.localtime() + timedelta(days=21)).date()),
        actor=teacher,
    )

    meetings = Event.objects.filter(series=first.series).order_by("starts_at")
    assert meetings.count() == 3
    assert len({one.slug for one in meetings}) == len({bytes(one.check_in_secret) for one in meetings}) == 3
    assert Activity.objects.filter(fact="events.EventPlanned").count() == 3
    assert Delivery.objects.filter(activity__fact="events.EventPlanned").count() == 3  # one a student


@pytest.mark.parametrize(
    "changed,expected",
    [
        ({"title": " "}, [("TEXT_EMPTY", "title")]),
        ({"title": "x" * 121}, [("TEXT_TOO_LONG", "title")]),
        ({"kind": "party"}, [("CHOICE_UNKNOWN", "kind")]),
        ({"starts_at": in_days(-2)}, [("EVENT_OVER", "starts_at")]),
        ({"ends_at": in_days(6)}, [("ENDS_BEFORE_START", "ends_at")]),
        ({"ends_at": in_days(22)}, [("TOO_LONG", "ends_at")]),
        ({"starts_at": in_days(366 * 6)}, [("DATE_TOO_FAR", "starts_at")]),
        ({"sign_up": "open", "capacity": 0}, [("CAPACITY_INVALID", "capacity")]),
        ({"age_min": 18, "age_max": 15}, [("AGE_INVALID", "age_min")]),
        ({"needs_consent": True}, [("CONSENT_NEEDS_SIGN_UP", "sign_up")]),
        ({"repeat_weeks": 1}, [("SERIES_INCOMPLETE", "repeat_until")]),
        ({"online_url": "javascript:alert(1)"}, [("URL_INVALID", "online_url")]),
        ({"title": "", "badge_count": 0}, [("BADGE_COUNT_INVALID", "badge_count"), ("TEXT_EMPTY", "title")]),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_field_by_field(changed, expected, class_2b, teacher):
    assert refused(plan_event, class_2b.group, a_plan(**changed), actor=teacher) == expected
    assert not Event.objects.exists()


def test_an_event_that_runs_already_can_be_planned(class_2b, teacher):
    event = plan_event(class_2b.group, a_plan(starts_at=in_days(0, hours=-1)), actor=teacher)

    assert event.starts_at < timezone.now() < event.ends_at


def test_a_series_of_sixty_one_and_an_empty_one_are_refused(class_2b, teacher):
    start = in_days(7)
    long = a_plan(starts_at=start, repeat_weeks=1, repeat_until=(start + timedelta(weeks=60)).date())
    empty = a_plan(starts_at=start, repeat_weeks=1, repeat_until=(start - timedelta(days=2)).date())

    assert refused(plan_event, class_2b.group, long, actor=teacher) == [("SERIES_TOO_LONG", "repeat_until")]
    assert refused(plan_event, class_2b.group, empty, actor=teacher) == [("SERIES_EMPTY", "repeat_until")]
    assert not Event.objects.exists()


def test_a_group_does_not_plan_more_than_its_limit(class_2b, teacher, settings):
    settings.KOTYLION_LIMITS = {**settings.KOTYLION_LIMITS, "events_ahead": 1}
    plan_event(class_2b.group, a_plan(), actor=teacher)

    assert refused(plan_event, class_2b.group, a_plan(), actor=teacher) == [("TOO_MANY_EVENTS", "")]


@pytest.mark.parametrize("visibility", ["public", "invited"])
def test_an_unvouched_club_plans_for_its_members_alone(visibility, db, teacher):
    club = GroupFactory()

    assert refused(plan_event, club, a_plan(visibility=visibility), actor=teacher) == [
        ("GROUP_ONLY", "visibility")
    ]
    assert plan_event(club, a_plan(), actor=teacher).visibility == "group"


def test_a_town_alone_puts_an_event_somewhere_in_it(class_2b, teacher):
    event = plan_event(class_2b.group, a_plan(place=PlacePlan("Biblioteka", "Ełk")), actor=teacher)

    place = Place.objects.get()
    assert (place.precision, place.voivodeship, place.group) == (
        "town",
        "warmińsko-mazurskie",
        class_2b.group,
    )
    assert (event.town, event.voivodeship, event.lat, event.lon) == (
        "Ełk",
        place.voivodeship,
        place.lat,
        place.lon,
    )
    assert event.cell is not None


def test_the_same_place_is_written_down_once(class_2b, teacher):
    plan = PlacePlan("Biblioteka", "Ełk", "ul. Krótka 1", lat=53.8235, lon=22.36)
    plan_event(class_2b.group, a_plan(place=plan), actor=teacher)
    step_free = PlacePlan("Biblioteka", "Ełk", "ul. Krótka 1", accessibility=["step_free"])
    plan_event(class_2b.group, a_plan(place=step_free), actor=teacher)

    place = Place.objects.get()
    assert (place.precision, place.lat, place.accessibility) == ("exact", 53.8235, ["step_free"])


@pytest.mark.parametrize(
    "place,code",
    [
        (PlacePlan("Sala", "Ełk", lat=91.0, lon=0.0), "POSITION_INVALID"),
        (PlacePlan("Sala", "Ełk", lat=float("nan"), lon=0.0), "POSITION_INVALID"),
        (PlacePlan("Sala", "Ełk", lat=50.0), "POSITION_INVALID"),
        (PlacePlan("Sala", "Ełk", accessibility=["lift"]), "CHOICE_UNKNOWN"),
        (PlacePlan("Sala", "Ełk", voivodeship="bawarskie"), "CHOICE_UNKNOWN"),
        (PlacePlan("", "Ełk"), "TEXT_EMPTY"),
    ],
)
def test_a_place_that_cannot_be_is_refused(place, code, class_2b, teacher):
    assert refused(plan_event, class_2b.group, a_plan(place=place), actor=teacher) == [(code, "place")]
    assert not Event.objects.exists()


def test_an_online_event_has_no_place(class_2b, teacher):
    event = plan_event(class_2b.group, a_plan(form="online", place=PlaceFactory()), actor=teacher)

    assert (event.place, event.town, event.lat, event.cell) == (None, "", None, None)


class TestABadgeForBeingThere:
    def test_at_this_event(self, class_2b, teacher, issuer):
        badge = AchievementFactory(issuer=issuer)
        event = plan_event(class_2b.group, a_plan(achievement=badge), actor=teacher)

        rule = AttendanceRule.objects.get()
        assert (rule.event, rule.series, rule.group, rule.count) == (event, None, class_2b.group, 1)

    def test_at_three_meetings_of_a_series(self, class_2b, teacher, issuer):
        badge = AchievementFactory(issuer=issuer)
        until = (timezone.localtime() + timedelta(days=30)).date()
        plan = a_plan(repeat_weeks=1, repeat_until=until, achievement=badge, badge_count=3)
        event = plan_event(class_2b.group, plan, actor=teacher)

        rule = AttendanceRule.objects.get()
        assert (rule.event, rule.series, rule.count) == (None, event.series, 3)

    def test_not_at_more_meetings_than_there_are(self, class_2b, teacher, issuer):
        badge = AchievementFactory(issuer=issuer)

        assert refused(
            plan_event, class_2b.group, a_plan(achievement=badge, badge_count=2), actor=teacher
        ) == [("BADGE_COUNT_INVALID", "badge_count")]
        assert not AttendanceRule.objects.exists()

    def test_not_a_badge_of_somebody_else(self, class_2b, teacher):
        assert refused(
            plan_event, class_2b.group, a_plan(achievement=AchievementFactory()), actor=teacher
        ) == [("BADGE_NOT_YOURS", "achievement_id")]

    def test_another_badge_ends_the_first_rule_and_the_same_one_changes_nothing(
        self, class_2b, teacher, issuer
    ):
        first, second = AchievementFactory(issuer=issuer), AchievementFactory(issuer=issuer)
        event = plan_event(class_2b.group, a_plan(achievement=first), actor=teacher)
        change_event(event, a_plan(achievement=first), actor=teacher)
        assert AttendanceRule.objects.count() == 1

        change_event(event, a_plan(achievement=second), actor=teacher)

        running = AttendanceRule.objects.filter(ended_at=None)
        assert [rule.achievement for rule in running] == [second]
        assert AttendanceRule.objects.count() == 2


class TestChanging:
    def test_another_time_raises_the_sequence_and_reaches_everybody(self, class_2b, teacher):
        event = plan_event(class_2b.group, a_plan(), actor=teacher)

        changed = change_event(event, a_plan(starts_at=in_days(8)), actor=teacher)

        assert changed.sequence == 1
        assert told("events.EventMoved") == {"2b-student01", "2b-student02", "2b-student03"}

    def test_other_words_move_nothing(self, class_2b, teacher):
        plan = a_plan()
        event = plan_event(class_2b.group, plan, actor=teacher)

        changed = change_event(
            event,
            a_plan(title="Wielka debata", starts_at=plan.starts_at, ends_at=plan.ends_at),
            actor=teacher,
        )

        assert (changed.sequence, changed.title) == (0, {"pl": "Wielka debata"})
        assert changed.searchable.split("\n")[0] == "wielka debata"
        assert Activity.objects.filter(fact="events.EventChanged").count() == 1
        assert told("events.EventMoved") == set()

    def test_one_meeting_of_a_series_moves_alone(self, class_2b, teacher):
        until = (timezone.localtime() + timedelta(days=15)).date()
        first = plan_event(class_2b.group, a_plan(repeat_weeks=1, repeat_until=until), actor=teacher)
        second = Event.objects.exclude(pk=first.pk).get()

        change_event(first, a_plan(starts_at=in_days(9)), actor=teacher)

        assert Event.objects.get(pk=second.pk).starts_at == second.starts_at
        assert Event.objects.get(pk=first.pk).series == first.series

    def test_what_is_over_stays(self, class_2b, teacher):
        event = plan_event(class_2b.group, a_plan(starts_at=in_days(0, hours=-1)), actor=teacher)
        Event.objects.filter(pk=event.pk).update(ends_at=in_days(0, hours=-0.5))

        assert refused(change_event, event, a_plan(), actor=teacher) == [("EVENT_OVER", "")]


class TestCallingOff:
    def test_people_hear_of_it_and_the_event_stays(self, class_2b, teacher):
        event = plan_event(class_2b.group, a_plan(), actor=teacher)

        cancelled = cancel_event(event, actor=teacher, reason="Choroba")

        assert (cancelled.cancellation_reason, cancelled.sequence) == ("Choroba", 1)
        assert told("events.EventCancelled") == {"2b-student01", "2b-student02", "2b-student03"}

    def test_a_whole_series_is_told_once(self, class_2b, teacher):
        until = (timezone.localtime() + timedelta(days=22)).date()
        first = plan_event(class_2b.group, a_plan(repeat_weeks=1, repeat_until=until), actor=teacher)

        cancel_event(first, actor=teacher, whole_series=True)

        assert Event.objects.filter(cancelled_at=None).count() == 0
        assert Delivery.objects.filter(activity__fact="events.EventCancelled").count() == 3

    def test_twice_is_refused(self, class_2b, teacher):
        event = plan_event(class_2b.group, a_plan(), actor=teacher)
        cancel_event(event, actor=teacher)

        assert refused(cancel_event, event, actor=teacher) == [("EVENT_CANCELLED", "")]
        assert refused(change_event, event, a_plan(), actor=teacher) == [("EVENT_CANCELLED", "")]
        assert Event.objects.get().sequence == 1
