"""The skills map of one person: what stands now, by area, layer and term; the same two queries at any number."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from core.refusals import Refusal
from credentials.models import Achievement, Credential
from credentials.services.awarding import award
from portfolio.models import OwnSkill, SpokenLanguage
from portfolio.selectors.profile import languages_of, profile_of
from portfolio.selectors.skills import skills_map
from portfolio.services.own_words import forget_language, say_skill, speak_language
from tests.asking import ask
from tests.credentials.conftest import seed  # noqa: F401
from tests.factories import AchievementFactory


@pytest.fixture
def earned(seed, class_2b, pa1, leader, club):
    """A debate, a microcredential and a club badge."""
    for slug in ("debata", "weryfikuje-informacje"):
        award(seed[slug], [pa1], actor=class_2b.teacher, group=class_2b.group)
    award(seed["klub-czysta-okolica"], [pa1], actor=leader, group=club)
    return seed


def test_outcomes_stand_by_area_and_by_whose_word_they_are(earned, pa1):
    say_skill(pa1, text="Prowadzę kronikę rodziny", area="heritage")

    found = skills_map(pa1)

    assert found.layers == ("formal", "school", "club", "own")
    assert {area.code: area.counts for area in found.areas} == {
        "information": (3, 0, 0, 0),
        "dialogue": (0, 2, 0, 0),
        "heritage": (0, 0, 0, 1),
        "nature": (0, 0, 1, 0),
    }
    assert len(found.skills) == 7
    assert [term.counts for term in found.terms] == [(3, 2, 1, 1)]


def test_references_to_the_curriculum_and_to_esco_are_there_where_known(earned, pa1):
    found = skills_map(pa1)

    dialogue = next(area for area in found.areas if area.code == "dialogue")
    assert [one.framework for one in dialogue.esco] == ["ESCO", "ESCO"]
    assert all(one.url.startswith("http://data.europa.eu/esco/skill/") for one in dialogue.esco)
    debate = next(one for one in found.skills if one.area == "dialogue")
    titles = {one.code: one.title for one in found.curriculum}
    assert titles["EO.DO.1"] == "Udział w debacie"
    assert set(debate.curriculum) <= set(titles)


@pytest.mark.parametrize(
    "gone",
    [
        {"state": "revoked"},
        {"state": "cancelled"},
        {"valid_until": timezone.now() - timedelta(days=1)},
    ],
)
def test_what_does_not_stand_any_more_is_not_there(earned, pa1, gone):
    Credential.objects.filter(achievement__slug="debata").update(**gone)

    assert {area.code for area in skills_map(pa1).areas} == {"information", "nature"}


def test_a_reported_badge_is_not_there(earned, pa1):
    Achievement.objects.filter(slug="klub-czysta-okolica").update(hidden_at=timezone.now())

    assert {area.code for area in skills_map(pa1).areas} == {"information", "dialogue"}


def test_growth_goes_from_the_first_term_until_now(earned, pa1):
    Credential.objects.filter(achievement__slug="debata").update(
        awarded_at=datetime(2025, 10, 1, 12, tzinfo=UTC)
    )
    Credential.objects.exclude(achievement__slug="debata").update(
        awarded_at=datetime(2026, 3, 1, 12, tzinfo=UTC)
    )

    terms = skills_map(pa1).terms

    assert [(one.label, one.counts) for one in terms[:2]] == [
        ("2025/26, semestr 1", (0, 2, 0, 0)),
        ("2025/26, semestr 2", (3, 0, 1, 0)),
    ]
    assert sum(sum(one.counts) for one in terms) == 6


@pytest.mark.parametrize("many", [1, 60])
def test_the_map_costs_the_same_at_one_badge_and_at_sixty(
    class_2b, pa1, issuer, many, django_assert_num_queries
):
    for _at in range(many):
        award(AchievementFactory(issuer=issuer), [pa1], actor=class_2b.teacher, group=class_2b.group)

    with django_assert_num_queries(2):
        found = skills_map(pa1)
    assert len(found.skills) == many


@pytest.mark.parametrize("many", [1, 6])
def test_the_profile_costs_the_same_at_one_badge_and_at_six(
    class_2b, pa1, issuer, many, django_assert_num_queries
):
    for _at in range(many):
        award(AchievementFactory(issuer=issuer), [pa1], actor=class_2b.teacher, group=class_2b.group)

    with django_assert_num_queries(5):
        found = profile_of(pa1)
    assert [(one.kind, one.count) for one in found.held] == [("digital_badge", many)]
    assert len(found.newest) == min(many, 3)


def test_own_words_are_cleaned_counted_and_bounded(pa1):
    with pytest.raises(Refusal) as refused:
        say_skill(pa1, text="  ", area="health")
    assert refused.value.code == "TEXT_EMPTY"
    with pytest.raises(Refusal) as refused:
        say_skill(pa1, text="a" * 121, area="health")
    assert refused.value.code == "TEXT_TOO_LONG"
    with pytest.raises(Refusal) as refused:
        say_skill(pa1, text="Szachy", area="magic")
    assert refused.value.code == "AREA"
    for at in range(12):
        say_skill(pa1, text=f"Szachy\n{at}", area="other")
    with pytest.raises(Refusal) as refused:
        say_skill(pa1, text="Szachy", area="other")
    assert refused.value.code == "TOO_MANY_SKILLS"
    assert OwnSkill.objects.filter(text="Szachy 3").count() == 1


def test_languages_are_said_corrected_and_forgotten(pa1):
    speak_language(pa1, code="en", level="b1")
    speak_language(pa1, code="pl", level="first")
    speak_language(pa1, code="csb", level="a2")
    speak_language(pa1, code="en", level="b2")

    assert [(one.name, one.level) for one in languages_of(pa1)] == [
        ("polski", "first"),
        ("angielski", "b2"),
        ("kaszubski", "a2"),
    ]
    forget_language(pa1, code="en")
    assert SpokenLanguage.objects.count() == 2
    for code, level, why in (("xx", "b1", "LANGUAGE"), ("en", "b9", "LEVEL")):
        with pytest.raises(Refusal) as refused:
            speak_language(pa1, code=code, level=level)
        assert refused.value.code == why


def test_pr_02_nobody_reads_anothers_words(pa1, pa2, teacher):
    skill = say_skill(pa1, text="Szachy", area="other")
    unsay = "mutation M($skillId: ID!) { unsaySkill(skillId: $skillId) { errors { code } } }"

    for other in (pa2, teacher):
        assert ask(other, unsay, skillId=skill.pk).code == "NOT_FOUND"
        assert ask(other, "{ skillsMap { skills { text } } }").data == {"skills": []}
    assert ask(pa1, unsay, skillId=skill.pk).data == {"errors": []}
    assert not OwnSkill.objects.exists()
