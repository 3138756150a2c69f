"""Club badges: made in a minute, changed without changing what people hold, put away and hidden."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from core.access import may, visible_to
from core.refusals import Refusal
from credentials.models import Achievement, AchievementVersion
from credentials.openness import closed_clubs, is_public
from credentials.pictures import svg_path
from credentials.rules import VIEW_ACHIEVEMENT
from credentials.selectors import known_art
from credentials.selectors.achievements import awardable_in, catalogue
from credentials.selectors.designs import designer_choices
from credentials.services.awarding import award
from credentials.services.club_badges import (
    ClubBadgeDesign,
    change,
    design_of,
    hide,
    make,
    restore,
    show_again,
    withdraw,
)
from people.models import Group
from tests.asking import client_of
from tests.credentials.designs import HELPING, payloads


@pytest.fixture
def badge(club, leader):
    return make(club, design=HELPING, actor=leader)


@pytest.fixture
def lonely(club):
    """The same club, for whom nobody vouches."""
    Group.objects.filter(pk=club.pk).update(parent=None)
    club.refresh_from_db()
    return club


def test_it_is_published_at_once_and_can_be_awarded(badge, club, leader, pa1):
    version = badge.current_version
    assert (badge.kind, badge.club, version.number) == ("club_badge", club, 1)
    assert version.name == {"pl": "Pomocna dłoń"}
    assert version.learning_outcomes[0]["criteria"] == [{"pl": "Za pomoc, o którą nie trzeba było prosić."}]
    assert version.description == {"pl": "Za pomoc, o którą nie trzeba było prosić."}
    assert version.art_alt["en"] == "Speech bubble: Heart"
    assert badge.slug.startswith("klub-rozmow-pomocna-dlon-")
    assert award(badge, [pa1], actor=leader, group=club).batch is not None


def test_it_claims_no_skills(badge):
    version = badge.current_version
    assert (version.tags, version.curriculum, version.assessment_methods) == ([], [], [])
    assert (version.workload_hours, version.framework_reference) == (None, None)


def test_a_name_and_a_look_are_enough(club, leader):
    badge = make(club, design=ClubBadgeDesign("Гурток ❤", "tag", "mint", "heart"), actor=leader)
    version = badge.current_version
    assert version.learning_outcomes == []
    assert version.description == {
        "pl": "Odznaka, którą przyznaje „Klub Rozmów”.",
        "en": "A badge of the club “Klub Rozmów”.",
        "uk": "Бейдж, який присуджує «Klub Rozmów».",
    }
    assert design_of(version) == ClubBadgeDesign("Гурток ❤", "tag", "mint", "heart")
    assert badge.slug.startswith("klub-rozmow-hurtok-")


@pytest.mark.parametrize(
    "look", [("rosette", "mint", "heart", "none"), ("tag", "mint", "heart", "band"), ("tag", "gold", "heart", "none"),
             ("tag", "mint", "eagle", "none")],
)  # fmt: skip
def test_it_never_looks_like_an_institutions(club, leader, look):
    with pytest.raises(Refusal) as refusal:
        make(club, design=ClubBadgeDesign("Nazwa", *look), actor=leader)
    assert refusal.value.code == "ART_UNKNOWN"
    assert not Achievement.objects.exists()


@pytest.mark.parametrize(
    ("design", "code", "field"),
    [
        (ClubBadgeDesign("  ", "tag", "mint", "heart"), "TEXT_EMPTY", "name"),
        (ClubBadgeDesign("x" * 61, "tag", "mint", "heart"), "TEXT_TOO_LONG", "name"),
        (ClubBadgeDesign("A", "tag", "mint", "heart", criterion="x" * 201), "TEXT_TOO_LONG", "criterion"),
        (ClubBadgeDesign("A", "tag", "mint", "heart", description="x\u202ey"), "TEXT_CONTROL", "description"),
    ],
)
def test_words_have_their_limits(club, leader, design, code, field):
    with pytest.raises(Refusal) as refusal:
        make(club, design=design, actor=leader)
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_only_an_open_club_makes_one(class_2b, club, leader, teacher):
    with pytest.raises(Refusal) as of_class:
        make(class_2b.group, design=HELPING, actor=teacher)
    club.archived_at = timezone.now()
    with pytest.raises(Refusal) as of_archived:
        make(club, design=HELPING, actor=leader)
    assert (of_class.value.code, of_archived.value.code) == ("NOT_A_CLUB", "NOT_A_CLUB")


def test_a_change_is_the_next_version_and_who_has_it_keeps_theirs(badge, club, leader, pa1):
    held = award(badge, [pa1], actor=leader, group=club).credentials[0]
    again = change(badge, HELPING, actor=leader)
    changed = change(badge, ClubBadgeDesign("Złota rączka", "tag", "teal", "hammer"), actor=leader)
    assert again.current_version.number == 1
    assert changed.current_version.number == 2
    held.refresh_from_db()
    assert held.version.name == {"pl": "Pomocna dłoń"}
    assert AchievementVersion.objects.filter(achievement=badge).count() == 2


def test_put_away_it_is_not_awarded_and_comes_back(badge, club, leader):
    now = timezone.now()
    withdraw(badge, actor=leader, now=now)
    withdraw(badge, actor=leader, now=timezone.now())
    assert badge.withdrawn_at == now
    assert not awardable_in(club).exists()
    restore(badge, actor=leader)
    assert awardable_in(club).get() == badge


def test_hidden_it_is_gone_for_everybody_but_its_leaders(badge, club, leader, pa1, client, member):
    path = f"/achievements/{badge.slug}/v1"
    assert client.get(path).status_code == 200
    hide(badge, now=timezone.now())
    badge.refresh_from_db()
    assert client.get(path).status_code == 404
    assert not awardable_in(club).exists()
    assert not catalogue().exists()
    assert [may(who, VIEW_ACHIEVEMENT, badge) for who in (leader, member, pa1, AnonymousUser())] == [
        True, False, False, False,
    ]  # fmt: skip
    assert [badge in visible_to(who, Achievement) for who in (leader, member, pa1)] == [True, False, False]
    show_again(badge)
    assert client.get(path).status_code == 200


def test_without_somebody_who_vouches_it_is_for_members_alone(badge, lonely, leader, member, pa1, client):
    path = f"/achievements/{badge.slug}/v1"
    page = client_of(member).get(path)
    assert (page.status_code, page["X-Robots-Tag"]) == (200, "noindex")
    for form in ({}, {"HTTP_ACCEPT": "application/ld+json"}):
        assert client.get(path, **form).status_code == 404
        assert client_of(pa1).get(path, **form).status_code == 404
    assert client.get(f"/achievements/{badge.slug}/").status_code == 404
    assert not catalogue().exists()
    assert badge not in visible_to(pa1, Achievement)


def test_a_closed_club_is_not_public_though_somebody_vouches(badge, club, client, monkeypatch):
    assert is_public(club)
    monkeypatch.setattr(closed_clubs, "_closed", [lambda: Group.objects.filter(pk=club.pk)])
    assert not is_public(club)
    assert client.get(f"/achievements/{badge.slug}/v1").status_code == 404
    assert not catalogue().exists()


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_the_designer_offers_only_what_can_be_drawn(language, club, leader):
    choices = designer_choices(language)
    assert (len(choices.shapes), len(choices.examples)) == (5, 8)
    assert all(one.label for one in (*choices.shapes, *choices.palettes, *choices.symbols))
    for example in choices.examples:
        design = ClubBadgeDesign(example.name, example.shape, example.palette, example.symbol)
        assert make(club, design=design, actor=leader).current_version is not None


@pytest.mark.parametrize("payload", payloads())
def test_tx_01_a_hostile_badge_is_text_on_its_pages(payload, club, leader, client):
    badge = make(
        club,
        design=ClubBadgeDesign(payload[:60], "tag", "mint", "heart", "none", payload, payload),
        actor=leader,
    )
    for path in (f"/achievements/{badge.slug}/v1", "/catalogue/?kind=club_badge"):
        text = client.get(path).content.decode()
        assert payload[:60] not in text
        assert "<script>alert" not in text


def test_its_picture_is_there_at_once(club, leader, client, django_capture_on_commit_callbacks, monkeypatch):
    """Also when somebody asked for an unknown picture a moment ago."""
    client.get("/media/badges/1.club_badge.tag.mint.star.none.svg")
    with django_capture_on_commit_callbacks(execute=True):
        made = make(club, design=ClubBadgeDesign("Nowa", "tag", "mint", "guitar"), actor=leader)
    monkeypatch.setattr(known_art, "LOOK_AGAIN_SECONDS", 3600.0)
    assert client.get(svg_path(made.kind, made.current_version.art)).status_code == 200
