"""Who has no account points at what stands in public; a person looks before anything is hidden."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from clubs.services.badges import make_badge
from core.translated import in_language
from credentials.models import Issuer
from credentials.services.endorsing import endorse
from events.models import Event
from people.models import Report, User
from people.reporting import pointed_at, report_path
from people.selectors.reports import report_queue
from people.services import reports, visitor_reports
from portfolio.models import OwnSkill, PresentationPage
from portfolio.presentation_links import path_of, secret_of
from portfolio.services.composing import Changes, change
from portfolio.services.showing import open_page
from tests.asking import client_of
from tests.factories import AchievementFactory
from tests.portfolio.presentation.conftest import achievements, badges, draft, learner  # noqa: F401


@pytest.fixture
def shown(draft: PresentationPage, learner: User) -> PresentationPage:
    """A page that anybody with its link reads, with a skill on it."""
    skill = OwnSkill.objects.create(person=learner, text="Obrażam innych", area="other")
    change(draft, Changes(headline="Słowa o mnie", skills=[skill]), now=timezone.now())
    return open_page(draft, now=timezone.now())


@pytest.fixture
def form(shown: PresentationPage) -> str:
    """The address that the page itself names."""
    page = Client().get(path_of(secret_of(shown.pk, shown.link))).content.decode()
    (found,) = re.findall(r'href="(/report/[^"]+)"', page)
    return found


def send(form: str, client: Client | None = None, **fields: str):
    """Fill the form in as a person does, in twenty seconds."""
    client = client or Client()
    with time_machine.travel(timezone.now() - timedelta(seconds=20), tick=False):
        stamp = visitor_reports.stamp()
    return client.post(form, {"stamp": stamp, "reason": "hurtful", **fields})


def test_a_visitor_reports_and_a_person_looks_first(
    form: str, shown: PresentationPage, operator: User, coordinator: User
) -> None:
    answer = send(form, details="Obraża kolegę")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    (made,) = Report.objects.all()
    assert (made.reporter, made.hidden_at, made.reason) == (None, None, "hurtful")
    assert "Słowa o mnie" in made.snapshot
    assert made.responsible_id == coordinator.memberships.get().group_id
    assert list(report_queue(coordinator, decided=False)) == [made]
    shown.refresh_from_db()
    assert shown.hidden_at is None

    reports.decide(made, decision="removed", reason="Obraża", actor=coordinator)
    assert Client().get(path_of(secret_of(shown.pk, shown.link))).status_code == 404
    assert Client().get(form).status_code == 404


def test_one_skill_is_reported_for_itself(form: str, shown: PresentationPage, coordinator: User) -> None:
    skill = shown.skills.get()
    send(form, part=str(skill.pk))
    made = Report.objects.get()
    assert (made.kind, made.snapshot) == ("portfolio.OwnSkill", "Obrażam innych")
    reports.decide(made, decision="removed", reason="Obraża", actor=coordinator)
    page = Client().get(path_of(secret_of(shown.pk, shown.link))).content.decode()
    assert "Słowa o mnie" in page
    assert "Obrażam innych" not in page


def test_who_is_signed_in_hides_it_at_once(form: str, shown: PresentationPage, pb: User) -> None:
    send(form, client_of(pb))
    shown.refresh_from_db()
    assert shown.hidden_at is not None
    assert Report.objects.get().reporter == pb


def test_what_a_machine_sends_is_thanked_and_forgotten(form: str) -> None:
    for fields in (
        {"website": "https://spam.example"},
        {"stamp": "made-up"},
        {"stamp": visitor_reports.stamp()},
    ):
        assert send(form, **fields).status_code == 200
    assert not Report.objects.exists()


def test_without_a_reason_nothing_is_kept_and_the_words_stay(form: str) -> None:
    answer = send(form, reason="", details="Moje zdanie")
    assert answer.status_code == 422
    assert "Moje zdanie" in answer.content.decode()
    assert not Report.objects.exists()


def test_the_same_again_is_one_report_and_one_network_has_an_end(form: str, monkeypatch) -> None:
    monkeypatch.setattr(visitor_reports.by_network, "limit", 3)
    assert [send(form).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert Report.objects.count() == 1


@pytest.mark.parametrize("token", ["", "x", "portfolio.PresentationPage~1~x", "~" * 300, "people.User~1~abc"])
def test_made_up_addresses_point_at_nothing(token: str) -> None:
    assert pointed_at(token) is None


def test_ac_02_what_strangers_do_not_read_cannot_be_pointed_at(draft: PresentationPage, pa1: User) -> None:
    skill = OwnSkill.objects.create(person=pa1, text="Moje", area="other")
    for kind, thing in (("portfolio.PresentationPage", draft), ("portfolio.OwnSkill", skill)):
        path = report_path(kind, thing.pk)
        assert pointed_at(path.rpartition("/")[2]) is None
        assert Client().get(path).status_code == 404


def test_a_public_event_and_a_club_name_their_form(world_of_public: tuple[Event, str]) -> None:
    event, club_path = world_of_public
    for path in (f"/events/{event.slug}", club_path):
        (form,) = re.findall(r'href="(/report/[^"]+)"', Client().get(path).content.decode())
        answer = Client().get(form)
        assert answer.status_code == 200
        assert 'name="reason"' in answer.content.decode()


@pytest.fixture
def world_of_public(school_a, club) -> tuple[Event, str]:
    from tests.factories import EventFactory

    event = EventFactory(group=school_a.group, visibility="public")
    findable = type(club.club).objects.get(pk=club.pk)
    assert findable.is_findable
    return event, f"/clubs/{findable.slug}/"


def test_a_formal_badge_waits_for_a_person_whoever_points(issuer: Issuer, pb: User, operator: User) -> None:
    badge = AchievementFactory(slug="debata", issuer=issuer)
    page = f"/achievements/{badge.slug}/v1"
    (form,) = re.findall(r'href="(/report/[^"]+)"', Client().get(page).content.decode())
    answer = send(form, client_of(pb), details="To nieprawda")
    assert answer.status_code == 200, answer.content.decode()
    assert "Do tego czasu" not in answer.content.decode()
    made = Report.objects.get()
    assert (made.kind, made.reporter, made.hidden_at) == ("credentials.Achievement", pb, None)
    assert in_language(badge.current_version.name) in made.snapshot
    assert Client().get(page).status_code == 200

    reports.decide(made, decision="removed", reason="Nieprawda", actor=operator)
    assert Client().get(page).status_code == 404
    assert Client().get(form).status_code == 404


def test_an_endorsement_is_reported_from_the_page_of_its_badge(
    club, leader: User, coordinator: User, pb: User
) -> None:
    design = {
        "name": "Słucham",
        "shape": "tag",
        "palette": "teal",
        "symbol": "heart",
        "criterion": "Słucha innych",
    }
    badge = make_badge(club.club, design, actor=leader, now=timezone.now())
    said = endorse(
        badge, by=coordinator, group=coordinator.memberships.get().group, text="Polecam, ale obrażam"
    )
    page = f"/achievements/{badge.slug}/v1"
    (form,) = re.findall(r'href="(/report/[^"]+)"', Client().get(page).content.decode())
    assert "Polecam, ale obrażam" in Client().get(form).content.decode()
    send(form, part=str(said.pk))
    made = Report.objects.get()
    assert (made.kind, made.snapshot, made.hidden_at) == (
        "credentials.Endorsement", "Polecam, ale obrażam", None,
    )  # fmt: skip
    send(form, client_of(pb), part=str(said.pk))
    text = Client().get(page).content.decode()
    assert "Polecam" not in text
    assert "<h1>" in text
