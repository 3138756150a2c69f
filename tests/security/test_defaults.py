"""PR-02: a new class and a new student, nothing configured: everything is closed, and each opening is its own step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from classroom.models import SchoolClass
from classroom.services.classes import create_class
from clubs.models import Club, ClubBadge, Vouch
from clubs.services.starting import start_club
from core.refusals import Refusal
from credentials.models import Credential, Issuer, Share, Upload
from credentials.services.sharing import share
from events.models import Event
from events.plans import EventPlan
from events.services.planning import plan_event
from paths.models import LearningPath
from people.models import Consent, Group, JoinRequest, School, SignInCard, User
from portfolio.models import Contact
from tests.asking import ask, client_of

# Every field of a model that opens something to somebody, and what it is until a person decides otherwise.
DEFAULTS = {
    (User, "nickname"): "",
    (User, "email"): "",
    (User, "born_on"): None,
    (User, "notice_seen_at"): None,
    (User, "is_staff"): False,
    (User, "is_superuser"): False,
    (SchoolClass, "sign_in_open_until"): None,
    (Share, "shown_name"): "initials",
    (Share, "with_place"): False,
    (Credential, "state"): "awarded",
    (Issuer, "standing"): "draft",
    (LearningPath, "visibility"): "class",
    (Club, "joining"): "code",
    (Club, "listed"): False,
    (ClubBadge, "pooled_at"): None,
    (Vouch, "state"): "asked",
    (Event, "visibility"): "group",
    (Event, "published_at"): None,
    (Event, "sign_up"): "none",
    (JoinRequest, "admitted_at"): None,
    (JoinRequest, "accepted"): None,
    (Consent, "given_at"): None,
    (Contact, "agreed_at"): None,
}


@pytest.mark.parametrize(("model", "name"), DEFAULTS, ids=lambda value: getattr(value, "__name__", value))
def test_pr_02_the_default_is_closed(model, name):
    field = model._meta.get_field(name)
    assert field.get_default() == DEFAULTS[model, name]


def test_pr_02_no_table_has_a_place_for_what_must_never_be_kept():
    kept = {
        field.name
        for model in (User, Group, SchoolClass, Credential, Upload)
        for field in model._meta.get_fields()
    }
    assert not kept & {
        "pesel",
        "points",
        "rank",
        "score",
        "latitude",
        "longitude",
        "location",
        "ip",
        "phone",
        "gender",
    }


def test_pr_02_a_new_class_opens_nothing(school_a: School, coordinator: User, teacher_c: User, pb: User):
    made = create_class(school_a, name="1F", students="Kowalska Zofia\nNowak Jan", actor=coordinator)
    group = Group.objects.get(name="1F")
    assert made is not None
    assert SchoolClass.objects.get(group=group).sign_in_open_until is None
    assert SignInCard.objects.count() == 0
    student = User.objects.get(family_name="Kowalska")
    assert (student.nickname, student.email, student.has_usable_password()) == ("", "", False)
    for stranger in (None, teacher_c, pb):
        assert ask(
            stranger, "query($g: ID!) { classFeed(groupId: $g) { items { line } } }", g=group.pk
        ).code in (
            "NOT_FOUND",
            "NOT_SIGNED_IN",
        )


def test_pr_02_a_new_club_and_its_event_are_for_its_members(
    teacher: User, teacher_c: User, coordinator: User, pa1: User
):
    club = start_club(teacher, name="Klub Żagli", purpose="Pływamy po jeziorze")
    starts_at = timezone.now() + timedelta(days=2)
    plan = EventPlan(title="Regaty", starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
    event = plan_event(club.group, plan, actor=teacher)

    for stranger in (None, teacher_c, coordinator, pa1):
        seen = ask(stranger, "query($g: ID!) { club(groupId: $g) { card { name } } }", g=club.pk)
        assert seen.code in ("NOT_FOUND", "NOT_SIGNED_IN")
        browser = client_of(stranger) if stranger else Client()
        addresses = (f"/clubs/{club.slug}/", f"/events/{event.slug}", f"/events/{event.slug}.ics")
        assert {browser.get(address).status_code for address in addresses} == {404}
        for listed in ("/clubs/", "/events/"):
            page = browser.get(listed).content.decode()
            assert "Żagli" not in page
            assert "Regaty" not in page


def test_pr_02_a_new_badge_is_its_owners_and_the_classes_teachers(world, pa2: User, teacher_c: User):
    badge = f"/credentials/{world.credential.pk}"
    assert not Share.objects.exists()
    for person, status in ((None, 404), (pa2, 404), (teacher_c, 404), (world.class_2b.students[0], 200)):
        browser = client_of(person) if person else Client()
        assert browser.get(badge).status_code == status


@pytest.mark.parametrize("born_on", [None, date(2014, 1, 1), timezone.localdate() - timedelta(days=365 * 15)])
def test_pr_02_sharing_stays_closed_below_sixteen_and_without_a_known_age(born_on, world):
    owner = world.class_2b.students[0]
    owner.born_on = born_on
    owner.save()
    with pytest.raises(Refusal) as refused:
        share(
            world.credential, owner=owner, shown_name="initials", with_place=False, days=7, now=timezone.now()
        )
    assert refused.value.code == "SHARE_NEEDS_GUARDIAN"
    assert not Share.objects.exists()
