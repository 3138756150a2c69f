"""An issuer's badge from nothing to its third version: drafts, the checklist, publishing, difference, withdrawal."""

import pytest
from django.utils import timezone

from core.models import Activity
from core.refusals import Refusal, Refusals
from credentials.descriptions.difference import MOST_PIECES, pieces_of
from credentials.models import (
    Achievement,
    AchievementDraft,
    AchievementVersion,
    Credential,
    IssuerMember,
    Withdrawal,
)
from credentials.selectors.defining import defining_issuer, defining_issuers
from credentials.selectors.drafts import draft_changes, draft_view
from credentials.selectors.issuer_people import works_for
from credentials.selectors.version_history import difference, versions_of
from credentials.services import drafting, publishing
from credentials.services.awarding import award
from tests.factories import AchievementFactory, IssuerFactory, three

COMPLETE = {
    "name": three("Debata oksfordzka"),
    "description": three("Potrafi spierać się uczciwie"),
    "learning_outcomes": [{"text": three("Broni tezy"), "criteria": [three("podaje trzy argumenty")]}],
    "workload_hours": "12,5",
    "framework_reference": {"pqf": 4, "eqf": 4},
    "assessment_methods": ["observation"],
    "participation_form": "in_person",
    "quality_assurance": three("Dwie osoby oceniają"),
}


def codes_of(act) -> set[str]:
    with pytest.raises((Refusal, Refusals)) as refused:
        act()
    found = refused.value
    return {one.code for one in found.refusals} if isinstance(found, Refusals) else {found.code}


def begun(issuer, coordinator, kind="digital_badge", name="Debata"):
    return drafting.begin(issuer, kind=kind, name=name, language="pl", actor=coordinator)


def saved(draft, person, revision=None, **changes):
    return drafting.save_changes(
        draft,
        changes,
        revision=draft.revision if revision is None else revision,
        actor=person,
        now=timezone.now(),
    )


def published(draft, person):
    return publishing.publish_draft(draft, revision=draft.revision, actor=person, now=timezone.now())


def test_a_microcredential_from_nothing_to_published(issuer, coordinator):
    draft = begun(issuer, coordinator, kind="microcredential")
    lacking = {
        line.code for line in draft_view(draft, coordinator).checklist if line.required and not line.done
    }
    assert lacking == {
        "DESCRIPTION", "CRITERIA", "TITLE", "LEARNING_OUTCOMES", "WORKLOAD", "LEVEL", "ASSESSMENT",
        "PARTICIPATION", "QUALITY_ASSURANCE",
    }  # fmt: skip
    assert codes_of(lambda: published(draft, coordinator)) == {f"MISSING_{code}" for code in lacking}

    draft = saved(draft, coordinator, **COMPLETE)
    version = published(draft, coordinator)

    assert (version.number, version.achievement.slug) == (1, "debata-oksfordzka")
    assert (str(version.workload_hours), version.name) == ("12.5", three("Debata oksfordzka"))
    assert Achievement.objects.published().get() == version.achievement
    assert not AchievementDraft.objects.exists()
    facts = Activity.objects.order_by("created_at").values_list("fact", "actor")
    assert list(facts) == [
        ("credentials.BadgeDrafted", coordinator.pk), ("credentials.AchievementPublished", coordinator.pk)
    ]  # fmt: skip


def test_a_draft_is_nobodys_badge_yet(issuer, coordinator, teacher):
    from core.access import visible_to
    from credentials.selectors.achievements import awardable_in, catalogue

    begun(issuer, coordinator)

    assert not catalogue().exists()
    assert not awardable_in(issuer.group).exists()
    assert not visible_to(coordinator, Achievement).exists()


def test_the_next_version_leaves_what_people_hold(issuer, coordinator, class_2b):
    first = published(saved(begun(issuer, coordinator), coordinator, **COMPLETE), coordinator)
    awarded = award(first.achievement, class_2b.students[:1], actor=class_2b.teacher, group=class_2b.group)
    draft = drafting.open_draft(first.achievement, actor=coordinator)
    assert drafting.open_draft(first.achievement, actor=coordinator).pk == draft.pk
    draft = saved(
        draft, coordinator, description={"pl": "Potrafi spierać się spokojnie"}, tags=["spór", "spór"]
    )

    changed = {(one.part, one.language): one.pieces for one in draft_changes(draft)}
    second = published(draft, coordinator)

    assert set(changed) == {("description", "pl"), ("tags", "")}
    assert [(one.mark, one.text) for one in changed["description", "pl"]] == [
        ("same", "Potrafi spierać się"), ("removed", " uczciwie"), ("added", " spokojnie")
    ]  # fmt: skip
    assert (second.number, second.achievement.slug) == (2, first.achievement.slug)
    assert Credential.objects.get(pk=awarded.credentials[0].pk).version == first
    assert [(one.number, one.current, one.awarded) for one in versions_of(second.achievement)] == [
        (2, True, False), (1, False, True)
    ]  # fmt: skip
    assert [one.part for one in difference(second.achievement, 1, 2)] == ["description", "tags"]
    assert difference(second.achievement, 1, 7) is None


def test_two_editors_lose_nothing(issuer, coordinator, operator):
    draft = begun(issuer, coordinator)
    mine = saved(draft, coordinator, revision=1, description={"pl": "Pierwszy opis"})
    theirs = saved(draft, operator, revision=1, description={"uk": "Опис"}, tags=["debata"])
    assert mine.revision == 2
    assert theirs.description["description"] == {"pl": "Pierwszy opis", "uk": "Опис"}

    late = {"description": {"pl": "Inny opis"}, "ects": "1"}
    assert codes_of(lambda: saved(draft, operator, revision=1, **late)) == {"WRITTEN_MEANWHILE"}
    kept = AchievementDraft.objects.get()
    assert (kept.description["description"]["pl"], kept.description.get("ects"), kept.revision) == (
        "Pierwszy opis", None, 3
    )  # fmt: skip

    # Who has seen both may choose; what says the same already is no conflict.
    assert saved(kept, operator, **late).description["description"]["pl"] == "Inny opis"
    assert saved(kept, coordinator, revision=1, description={"pl": "Inny opis"}).revision == 4


def test_what_is_published_is_what_was_looked_through(issuer, coordinator, operator):
    draft = saved(begun(issuer, coordinator), coordinator, **COMPLETE)
    looked_at = draft.revision
    saved(draft, operator, tags=["nowe"])

    def late():
        publishing.publish_draft(draft, revision=looked_at, actor=coordinator, now=timezone.now())

    assert codes_of(late) == {"DRAFT_MOVED"}
    assert not AchievementVersion.objects.exists()
    fresh = AchievementDraft.objects.get()
    published(fresh, coordinator)
    assert codes_of(lambda: published(fresh, coordinator)) == {"DRAFT_GONE"}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": {"pl": "za" * 60}}, "TEXT_TOO_LONG"),
        ({"name": {"pl": "ukryte\u202e"}}, "TEXT_CONTROL"),
        ({"workload_hours": "dużo"}, "NUMBER_EXPECTED"),
        ({"workload_hours": "-1"}, "NUMBER_EXPECTED"),
        ({"ects": "NaN"}, "NUMBER_EXPECTED"),
        ({"validity_months": 0}, "NUMBER_EXPECTED"),
        ({"framework_reference": {"pqf": 9, "eqf": 9}}, "LEVEL_UNKNOWN"),
        ({"framework_reference": {"pqf": 4}}, "LEVEL_UNKNOWN"),
        ({"assessment_methods": ["guess"]}, "CHOICE_UNKNOWN"),
        ({"identity_check": "passport"}, "CHOICE_UNKNOWN"),
        ({"curriculum": ["EO.X99"]}, "CHOICE_UNKNOWN"),
        ({"tags": [f"t{n}" for n in range(13)]}, "TOO_MANY_ENTRIES"),
        ({"learning_outcomes": [{"text": three(str(n)), "criteria": []} for n in range(11)]}, "TOO_MANY_ENTRIES"),
        ({"requires": {"some_of": ["a"], "count": 2}}, "REQUIREMENT_IMPOSSIBLE"),
        ({"requires": {"some_of": ["a"]}}, "REQUIREMENT_IMPOSSIBLE"),
        ({"activities": [{"name": three("Kurs"), "type": "lesson", "link": "javascript:alert(1)"}]}, "LINK_EXPECTED"),
        ({"activities": [{"name": three("Kurs"), "type": "lesson", "date": "wczoraj"}]}, "DATE_EXPECTED"),
        ({"activities": [{"name": three("Kurs"), "type": "orgy"}]}, "CHOICE_UNKNOWN"),
        (
            {"art": {"shape": "pennant", "palette": "indigo", "symbol": "star", "ribbon": "none"}},
            "ART_UNKNOWN",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_written(issuer, coordinator, changes, code):
    draft = begun(issuer, coordinator)
    assert codes_of(lambda: saved(draft, coordinator, tags=["dobre"], **changes) if "tags" not in changes
                    else saved(draft, coordinator, **changes)) == {code}  # fmt: skip
    assert AchievementDraft.objects.get().revision == 1


def test_a_new_picture_brings_its_words_and_keeps_those_somebody_wrote(issuer, coordinator):
    draft = begun(issuer, coordinator)
    draft = saved(draft, coordinator, art_alt={"pl": "Gwiazda na niebie"})
    star = {"shape": "hexagon", "palette": "teal", "symbol": "heart", "ribbon": "band"}
    draft = saved(draft, coordinator, art=star)
    words = draft.description["art_alt"]
    assert (words["pl"], words["en"].split(":")[0]) == ("Gwiazda na niebie", "Hexagon")


def test_what_stops_publishing(issuer, coordinator):
    badge = saved(begun(issuer, coordinator), coordinator, **COMPLETE)
    micro = saved(begun(issuer, coordinator, kind="microcredential"), coordinator, **COMPLETE)
    for standing, kind, code in (
        ("suspended", badge, "ISSUER_SUSPENDED"),
        ("withdrawn", badge, "ISSUER_WITHDRAWN"),
        ("applied", micro, "NOT_ACCREDITED"),
    ):
        issuer.standing = standing
        issuer.save()
        assert codes_of(lambda draft=kind: published(draft, coordinator)) == {code}
        assert draft_view(AchievementDraft.objects.get(pk=kind.pk), coordinator).obstacle
    assert not AchievementVersion.objects.exists()

    issuer.standing = "applied"
    issuer.save()
    version = published(badge, coordinator)
    draft = drafting.open_draft(version.achievement, actor=coordinator)
    assert codes_of(lambda: published(draft, coordinator)) == {"NOTHING_CHANGED"}
    missing = saved(draft, coordinator, requires={"all_of": ["nie-ma-takiej"]})
    assert codes_of(lambda: published(missing, coordinator)) == {"REQUIREMENT_UNKNOWN"}
    other = saved(missing, coordinator, requires=None, accessibility={"uk": "Лише українською"})
    assert codes_of(lambda: published(other, coordinator)) == {"MISSING_POLISH"}


def test_a_copy_credits_where_it_came_from(issuer, coordinator, club):
    elsewhere = AchievementFactory(
        slug="cudza", issuer=IssuerFactory(slug="fundacja"), kind="microcredential"
    )
    draft = drafting.copy(elsewhere, issuer, actor=coordinator)
    view = draft_view(draft, coordinator)

    assert all(words in view.credit for words in ("Odznaka cudza", "fundacja", "1"))
    assert (view.kind, draft.achievement.slug) == ("microcredential", "odznaka-cudza")
    assert draft.description["learning_outcomes"] == elsewhere.current_version.learning_outcomes
    of_a_club = AchievementFactory(slug="klubowa", kind="club_badge", issuer=None, club=club)
    assert codes_of(lambda: drafting.copy(of_a_club, issuer, actor=coordinator)) == {"NOT_TO_COPY"}
    assert codes_of(lambda: drafting.open_draft(of_a_club, actor=coordinator)) == {"NOT_AN_ISSUERS"}


def test_names_that_are_taken_get_another_address(issuer, coordinator):
    slugs = [begun(issuer, coordinator, name="Żółta łódź").achievement.slug for _n in range(3)]
    assert slugs[:2] == ["zolta-lodz", "zolta-lodz-lo-a"]
    assert slugs[2].startswith("zolta-lodz-")
    assert len(set(slugs)) == 3
    assert codes_of(lambda: begun(issuer, coordinator, kind="club_badge")) == {"KIND_UNKNOWN"}
    assert codes_of(lambda: begun(issuer, coordinator, name="  ")) == {"TEXT_EMPTY"}


def test_discarding_leaves_what_is_published(issuer, coordinator):
    fresh = begun(issuer, coordinator)
    drafting.discard(fresh, actor=coordinator)
    assert not Achievement.objects.exists()

    version = published(saved(begun(issuer, coordinator), coordinator, **COMPLETE), coordinator)
    drafting.discard(drafting.open_draft(version.achievement, actor=coordinator), actor=coordinator)
    assert Achievement.objects.get().current_version == version


def test_withdrawn_with_a_reason_and_restored(issuer, coordinator, operator):
    version = published(saved(begun(issuer, coordinator), coordinator, **COMPLETE), coordinator)
    achievement, now = version.achievement, timezone.now()
    assert codes_of(lambda: publishing.withdraw(achievement, " ", actor=operator, now=now)) == {"TEXT_EMPTY"}

    publishing.withdraw(achievement, "Zastępuje ją nowa", actor=operator, now=now)
    publishing.withdraw(achievement, "Drugi raz", actor=coordinator, now=now)
    assert not Achievement.objects.published().exists()
    publishing.restore(achievement, actor=coordinator, now=now)
    publishing.restore(achievement, actor=coordinator, now=now)

    kept = Withdrawal.objects.get()
    assert (kept.reason, kept.withdrawn_by, kept.restored_by) == ("Zastępuje ją nowa", operator, coordinator)
    assert Achievement.objects.published().get() == achievement
    facts = Activity.objects.filter(
        fact__in=["credentials.AchievementWithdrawn", "credentials.AchievementRestored"]
    )
    assert facts.count() == 2


@pytest.mark.parametrize("power", ["may_define", "may_award", "manages"])
def test_a_member_describes_who_may(issuer, teacher, power):
    IssuerMember.objects.create(issuer=issuer, user=teacher, **{power: True})
    assert works_for(teacher, issuer, "may_define") == (power == "may_define")
    assert defining_issuers(teacher) == ((defining_issuer(issuer),) if power == "may_define" else ())


def test_a_difference_says_every_word_and_ends():
    before = "Umie słuchać, zna zasady.\nPisze."
    after = "Umie słuchać i pytać, zna zasady.\nPisze wniosek."
    pieces = pieces_of(before, after)
    assert "".join(one.text for one in pieces if one.mark != "added") == before
    assert "".join(one.text for one in pieces if one.mark != "removed") == after
    assert [one.text for one in pieces if one.mark == "added"] == [" i pytać", " wniosek"]
    assert [one.mark for one in pieces_of("Zupełnie co innego", "Nowy tekst od nowa")] == ["removed", "added"]
    long = "\n".join(f"{n}. słowo i słowo i słowo i słowo" for n in range(400))
    pieces = pieces_of(long, long.replace("7. słowo", "7. inne"))
    assert 2 < len(pieces) <= MOST_PIECES
    assert "".join(one.text for one in pieces if one.mark != "added") == long
