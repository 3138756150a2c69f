"""The demo school: alive, the same after a second run, and nowhere but on one computer."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.test import Client
from django.utils import timezone

from clubs.models import Club, Nomination, Thanks, Vouch
from credentials.models import Achievement, AwardBatch, Credential, Issuer
from events.models import Event, SignUp
from paths.models import LearningPath, PathAssignment, StepCompletion, Submission
from people.models import Group, User
from portal.demo.clock import at
from tests.asking import ask

TEACHER = """{ teacherHome { classes { name students toReview stuck } needsMe { kind } notRecognised { id } heldRate
  recentAwards { people } } }"""


def counted() -> list[int]:
    models = (
        User,
        Group,
        Achievement,
        LearningPath,
        PathAssignment,
        AwardBatch,
        Credential,
        StepCompletion,
        Submission,
        Event,
        SignUp,
        Club,
        Vouch,
        Nomination,
        Thanks,
    )
    return [model.objects.count() for model in models]


def test_a_demo_is_alive_and_a_second_run_changes_nothing(db: None, settings: LazySettings) -> None:
    settings.SIGN_IN_ALIASES = {"student": "student01"}
    call_command("demo", verbosity=0)
    first = counted()
    teacher = User.objects.get(username="teacher")
    encoded = teacher.password
    home = ask(teacher, TEACHER).data
    assert [(one["name"], one["students"]) for one in home["classes"]] == [("2B", 30)]
    assert {one["kind"] for one in home["needsMe"]} == {"review", "topic", "stuck"}
    assert home["heldRate"] == 100
    assert home["notRecognised"]
    assert not Group.objects.filter(name="2C").exists()
    # The desk is not empty: one organisation waits, one has an agreement, one is suspended.
    elsewhere = (
        Issuer.objects.filter(group=None).order_by("standing").values_list("standing", "agreement_number")
    )
    assert list(elsewhere) == [
        ("accredited", "DEMO/2026/002"),
        ("applied", ""),
        ("suspended", "DEMO/2026/003"),
    ]
    assert list(PathAssignment.objects.values_list("path__slug", flat=True)) == ["cyfrowo-i-krytycznie"]
    # Forty-eight samples, a series of thirteen meetings, the club's open day, the class's debate.
    assert (Event.objects.count(), SignUp.objects.count()) == (63, 21)
    # Thirty of the seed, and the one that the students of the games club made.
    assert Achievement.objects.count() == 31
    clubs = Club.objects.order_by("slug").values_list("slug", "group__parent__school__slug", "listed")
    assert list(clubs) == [
        ("klub-dobrych-spraw", "lo-przykladowo", True),
        ("planszowki-po-lekcjach", None, False),
    ]
    leader = User.objects.get(username="leader")
    assert [one["waiting"] for one in ask(leader, "{ myClubs { waiting } }").data] == [2]
    coordinator = User.objects.get(username="coordinator")
    assert sorted(one["state"] for one in ask(coordinator, "{ vouchesToDecide { state } }").data) == [
        "asked",
        "given",
    ]
    browser = Client()
    assert (
        browser.post("/sign-in/password/", {"username": "student", "password": "kotylion"}).status_code == 302
    )
    assert browser.session["_auth_user_id"] == str(User.objects.get(username="student01").pk)
    call_command("demo", verbosity=0)
    assert counted() == first
    teacher.refresh_from_db()
    assert teacher.password == encoded
    settings.DEMO_PASSWORD = "zupełnie-inne"
    call_command("demo", verbosity=0)
    assert not User.objects.filter(password=encoded).exists()
    assert User.objects.values("password").annotate(Count("id")).count() == 1


@pytest.mark.parametrize(
    ("name", "value"), [("SETTINGS_LAYER", "production"), ("PUBLIC_URL", "https://odznaki.szkola.example")]
)
def test_the_demo_stays_on_one_computer(db: None, settings: LazySettings, name: str, value: str) -> None:
    setattr(settings, name, value)
    with pytest.raises(CommandError):
        call_command("demo")
    assert User.objects.count() == 0


def test_the_clock_goes_back_and_returns() -> None:
    before = timezone.now()
    earlier = before.replace(year=before.year - 1, day=1)
    with at(earlier):
        assert timezone.now() == earlier
        assert timezone.localdate() == timezone.localdate(earlier)
    assert timezone.now() >= before
