"""PR-02: a new class and a new student, nothing configured: everything is closed, and each opening is its own step."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from classroom.models import SchoolClass
from classroom.services.classes import create_class
from core.refusals import Refusal
from credentials.models import Credential, Issuer, Share, Upload
from credentials.services.sharing import share
from paths.models import LearningPath
from people.models import Group, School, SignInCard, User
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
