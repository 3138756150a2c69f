"""Describing and publishing: what a microcredential must say, and that a published version is final."""

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from core.models import Activity
from core.refusals import Refusal, Refusals
from credentials.description_standard import missing
from credentials.models import Achievement, AchievementVersion
from credentials.services.defining import create_draft, digest_of, publish
from credentials.services.seeding import load_achievements
from tests.factories import three

TABLE = "credentials_achievementversion"
ART = {"shape": "rosette", "palette": "indigo", "symbol": "star", "ribbon": "none"}


def described(**changes):
    return {
        "name": three("Odznaka"),
        "description": three("Za coś"),
        "art": ART,
        "art_alt": three("Rozeta"),
    } | changes


def test_the_seed_is_thirty_and_loads_once(issuer, club):
    first = load_achievements(settings.CONTENT, issuer, club)
    versions = dict(AchievementVersion.objects.values_list("pk", "digest"))
    again = load_achievements(settings.CONTENT, issuer, club)

    assert len(first) == 30
    assert {slug: one.pk for slug, one in again.items()} == {slug: one.pk for slug, one in first.items()}
    assert dict(AchievementVersion.objects.values_list("pk", "digest")) == versions
    kinds = [one.kind for one in first.values()]
    assert (kinds.count("digital_badge"), kinds.count("microcredential"), kinds.count("club_badge")) == (
        21,
        4,
        5,
    )


def test_a_changed_description_becomes_the_next_version(issuer):
    now = timezone.now()
    first = publish(
        create_draft(slug="a", kind="digital_badge", issuer=issuer, **described()), actor=None, now=now
    )
    draft = create_draft(slug="a", kind="digital_badge", issuer=issuer, **described(name=three("Inna")))
    second = publish(draft, actor=None, now=now)

    assert (first.number, second.number) == (1, 2)
    assert first.digest != second.digest == digest_of(second)
    assert Achievement.objects.get().current_version_id == second.pk
    assert AchievementVersion.objects.get(number=1).name == three("Odznaka")
    assert Activity.objects.filter(fact="credentials.AchievementPublished").count() == 2


@pytest.mark.parametrize("act", ["update", "delete", "sql update", "sql delete"])
def test_the_database_refuses_any_change_of_a_published_version(issuer, act):
    draft = create_draft(slug="a", kind="digital_badge", issuer=issuer, **described())
    version = publish(draft, actor=None, now=timezone.now())
    Achievement.objects.update(current_version=None)
    rows = AchievementVersion.objects.filter(pk=version.pk)
    change = {
        "update": lambda: rows.update(name=three("Podmiana")),
        "delete": rows.delete,
        "sql update": lambda: connection.cursor().execute(f"UPDATE {TABLE} SET digest = 'x'"),
        "sql delete": lambda: connection.cursor().execute(f"DELETE FROM {TABLE}"),
    }[act]
    with transaction.atomic(), pytest.raises(DatabaseError):
        change()
    assert AchievementVersion.objects.get().name == three("Odznaka")


def test_a_draft_can_still_be_changed_and_removed(issuer):
    draft = create_draft(slug="a", kind="digital_badge", issuer=issuer, **described())
    AchievementVersion.objects.filter(pk=draft.pk).update(name=three("Lepsza"))
    draft.delete()
    assert not AchievementVersion.objects.exists()


def test_publishing_twice_is_refused(issuer):
    draft = create_draft(slug="a", kind="digital_badge", issuer=issuer, **described())
    publish(draft, actor=None, now=timezone.now())
    with pytest.raises(Refusal) as refusal:
        publish(draft, actor=None, now=timezone.now())
    assert refusal.value.code == "ALREADY_PUBLISHED"


def code_of(slug="a", kind="digital_badge", **options) -> str:
    with pytest.raises((Refusal, Refusals)) as refusal:
        publish(create_draft(slug=slug, kind=kind, **options), actor=None, now=timezone.now())
    assert not AchievementVersion.objects.published().exists()
    return str(refusal.value.args[0])


def test_what_cannot_be_published(issuer, club):
    assert code_of(issuer=issuer, **described(art=ART | {"symbol": "dragon"})) == "ART_UNKNOWN"
    assert code_of(slug="b", kind="club_badge", club=club, **described()) == "ART_UNKNOWN"
    assert (
        code_of(slug="c", issuer=issuer, **described(requires={"all_of": ["nothing"]}))
        == "REQUIREMENT_UNKNOWN"
    )
    issuer.standing = "applied"
    issuer.save()
    assert code_of(slug="d", kind="microcredential", issuer=issuer, **described()) == "NOT_ACCREDITED"


def test_a_slug_stays_with_its_owner(issuer, club):
    create_draft(slug="a", kind="digital_badge", issuer=issuer, **described())
    with pytest.raises(Refusal) as refusal:
        create_draft(slug="a", kind="club_badge", club=club, **described())
    assert refusal.value.code == "SLUG_TAKEN"


def test_words_need_polish(issuer):
    with pytest.raises(ValidationError):
        create_draft(slug="a", kind="digital_badge", issuer=issuer, **described(name={"en": "Badge"}))
    assert not Achievement.objects.exists()


def test_a_microcredential_names_everything_that_is_missing(issuer):
    assert code_of(kind="microcredential", issuer=issuer, **described()) == (
        "MISSING_LEARNING_OUTCOMES, MISSING_WORKLOAD, MISSING_LEVEL, MISSING_ASSESSMENT, MISSING_PARTICIPATION, "
        "MISSING_QUALITY_ASSURANCE"
    )


WHOLE = {
    "name": three("Nazwa"),
    "learning_outcomes": [{"text": three("Umie"), "criteria": [three("pokazuje")]}],
    "workload_hours": 25,
    "framework_reference": {"pqf": 4, "eqf": 4},
    "assessment_methods": ["observation"],
    "participation_form": "blended",
    "quality_assurance": three("Rada"),
}


@pytest.mark.parametrize(
    "field, value, code",
    [
        ("name", {"pl": "Nazwa"}, "TITLE"),
        ("learning_outcomes", [], "LEARNING_OUTCOMES"),
        ("learning_outcomes", [{"text": three("Umie"), "criteria": []}], "LEARNING_OUTCOMES"),
        ("workload_hours", None, "WORKLOAD"),
        ("framework_reference", None, "LEVEL"),
        ("framework_reference", {"pqf": 4}, "LEVEL"),
        ("assessment_methods", [], "ASSESSMENT"),
        ("participation_form", "", "PARTICIPATION"),
        ("quality_assurance", {}, "QUALITY_ASSURANCE"),
    ],
)
def test_each_of_the_nine_elements_is_asked_for(field, value, code):
    body = SimpleNamespace(name=three("Szkoła"), country="PL")
    assert missing(SimpleNamespace(**WHOLE), body) == []
    assert [one.code for one in missing(SimpleNamespace(**(WHOLE | {field: value})), body)] == [code]


def test_the_awarding_body_and_its_country_belong_to_them():
    nobody = missing(SimpleNamespace(**WHOLE), None)
    assert [one.code for one in nobody] == ["COUNTRY", "AWARDING_BODY"]
    assert all(one.why for one in nobody)
