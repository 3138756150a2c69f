"""The question of the list, the map and the calendar: each filter alone, and nothing that breaks it."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import parse_qs

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from events.map_filters import MapFilter, filter_from
from events.models import AttendanceRule
from events.selectors.public_events import listed_events, narrowed
from tests.events.map.conftest import RADOM, WARSAW, public
from tests.factories import AchievementFactory, EventFactory, GroupFactory

TODAY = date(2026, 11, 22)


def ask(**asked: str | list[str]) -> MapFilter:
    return filter_from({name: [v] if isinstance(v, str) else v for name, v in asked.items()}, TODAY)


def slugs(**asked: str | list[str]) -> list[str]:
    found = filter_from(
        {name: [v] if isinstance(v, str) else v for name, v in asked.items()}, timezone.localdate()
    )
    assert not found.ignored
    rows = narrowed(listed_events(timezone.now()), found)
    return [event.slug for event in rows.order_by("squared" if found.nearest_first else "listed_from", "pk")]


def test_an_empty_question_narrows_nothing() -> None:
    assert ask() == MapFilter()
    assert ask(kind="", q="  ", town="").is_empty


def test_a_question_has_one_address() -> None:
    asked = ask(
        km="10", town="Radom", kind=["debate", "cleanup"], q=" sprzątanie ", age="15", order="distance"
    )
    assert (
        asked.query() == "q=sprz%C4%85tanie&kind=cleanup&kind=debate&town=Radom&km=10&age=15&order=distance"
    )
    assert (
        asked.without("kind", "cleanup")
        == "q=sprz%C4%85tanie&kind=debate&town=Radom&km=10&age=15&order=distance"
    )
    assert asked.without("town") == "q=sprz%C4%85tanie&kind=cleanup&kind=debate&age=15"


def test_near_is_rounded_to_four_kilometres() -> None:
    assert ask(near="52.22977,21.01178").near == (52.25, 21.0)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "nonsense"), ("from", "22.11.2026"), ("from", "2026-11-21"), ("from", "9999-12-31"), ("from", "2026-W47-7"),
        ("near", "nan,nan"), ("near", "1,2,3"), ("near", "91,0"), ("near", "inf,21"), ("near", "9" * 5000), ("age", "²"),
        ("age", "-1"), ("age", "1e3"), ("age", "9" * 7000), ("km", "0"), ("badge", "x'--"), ("voivodeship", "mazowsze"),
        ("accessibility", "lift"), ("q", "a\u202eb"), ("town", "x" * 500),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_left_out_and_said(name: str, value: str) -> None:
    found = ask(**{name: value})
    assert found.is_empty
    assert [part.name for part in found.ignored] == [name]
    assert str(found.ignored[0].why)


def test_a_last_day_before_the_first_is_left_out() -> None:
    found = ask(**{"from": "2026-12-02", "to": "2026-12-01"})
    assert (found.first, found.last) == (date(2026, 12, 2), None)


@given(st.dictionaries(
    st.sampled_from(["kind", "from", "to", "near", "km", "town", "voivodeship", "age", "accessibility", "badge", "q", "order"]),
    st.lists(st.text(max_size=40), max_size=3),
))  # fmt: skip
def test_any_question_is_read_and_reads_the_same_again(asked) -> None:
    found = filter_from(asked, TODAY)
    assert filter_from(parse_qs(found.query()), TODAY).query() == found.query()


@pytest.mark.django_db
class TestEachFilterAlone:
    def test_kind(self) -> None:
        public("sprzatanie", kind="cleanup"), public("debata", kind="debate")
        assert slugs(kind="debate") == ["debata"]

    def test_first_and_last_day(self) -> None:
        public("jutro", days=1), public("za-tydzien", days=7), public("za-miesiac", days=30)
        day = timezone.localdate() + timedelta(days=5)
        assert slugs(**{"from": day.isoformat()}) == ["za-tydzien", "za-miesiac"]
        assert slugs(to=(day + timedelta(days=5)).isoformat()) == ["jutro", "za-tydzien"]

    def test_town_with_its_surroundings_nearest_first(self) -> None:
        (
            public("warszawa", days=1, place=WARSAW),
            public("radom", days=2, place=RADOM),
            public("elk", place={}),
        )
        assert slugs(town="radom") == ["radom"]
        assert slugs(town="Radom", km="100") == ["warszawa", "radom"]
        assert slugs(town="Radom", km="100", order="distance") == ["radom", "warszawa"]

    def test_a_town_that_is_not_known(self) -> None:
        public("wies", place={"town": "Mała Wieś", "lat": None, "lon": None}), public("elk", place={})
        asked = ask(town="mała wieś")
        assert [part.name for part in asked.ignored] == ["km"]
        assert [e.slug for e in narrowed(listed_events(timezone.now()), asked)] == ["wies"]

    def test_near_a_spot(self) -> None:
        public("warszawa", place=WARSAW), public("radom", place=RADOM)
        assert slugs(near="51.40,21.15", km="50") == ["radom"]

    def test_voivodeship(self) -> None:
        public("warszawa", place=WARSAW), public("elk", place={})
        assert slugs(voivodeship="mazowieckie") == ["warszawa"]

    def test_age(self) -> None:
        (
            public("dla-starszych", age_min=16),
            public("dla-mlodszych", days=2, age_max=14),
            public("dla-wszystkich", days=3),
        )
        assert slugs(age="15") == ["dla-wszystkich"]
        assert slugs(age="16") == ["dla-starszych", "dla-wszystkich"]
        assert slugs(age="14") == ["dla-mlodszych", "dla-wszystkich"]

    def test_accessibility(self) -> None:
        public("schody", place={}), public("winda", place={"accessibility": ["step_free", "quiet_room"]})
        assert slugs(accessibility=["step_free", "quiet_room"]) == ["winda"]
        assert slugs(accessibility=["step_free", "induction_loop"]) == []

    def test_words_without_diacritics(self) -> None:
        public("a", searchable="sprzatanie\nlodz"), public("b", searchable="debata")
        assert slugs(q="Łódź SPRZĄTANIE") == ["a"]
        assert slugs(q="100%") == []

    def test_badge_named_or_awarded(self) -> None:
        badge = AchievementFactory()
        group = GroupFactory(kind="school")
        public("inne"), (named := public("z-odznaka", days=2)).related_badges.add(badge)
        ruled = public("z-regula", days=3)
        kind = public("z-rodzaju", days=4, group=group, kind="debate")
        public("inny-rodzaj", days=5, group=group, kind="cleanup")
        rule = {"achievement": badge, "group": group, "count_from": timezone.now()}
        AttendanceRule.objects.create(event=ruled, **rule)
        AttendanceRule.objects.create(kind="debate", **rule)
        assert slugs(badge=badge.slug) == [named.slug, ruled.slug, kind.slug]
        assert slugs(badge="nie-ma") == []


@pytest.mark.django_db
def test_what_is_over_hidden_private_or_a_draft_is_not_listed() -> None:
    (
        public("bylo", days=-2),
        public("trwa", days=-0.01),
        public("odwolane", days=1, cancelled_at=timezone.now()),
    )
    (
        public("ukryte", hidden_at=timezone.now()),
        public("szkic", published_at=None),
        EventFactory(slug="klasowe"),
    )
    assert slugs() == ["trwa", "odwolane"]
