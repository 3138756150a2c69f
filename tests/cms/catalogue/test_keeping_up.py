"""The index follows the rooms: through their facts at once, and through sweeps when a fact was lost."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from clubs.domain_events import ClubChanged
from clubs.models import Club
from cms.catalogue.models import CatalogueEntry
from cms.catalogue.services.indexing import rebuild, take_out_ended
from cms.catalogue.subscribers import a_club, an_achievement, an_event, something_reported
from cms.catalogue.tasks import rebuild_catalogue, take_out_what_is_over
from core.emitting import subscribers_of
from credentials import domain_events as of_credentials
from credentials.models import Achievement
from events import domain_events as of_events
from events.models import Event
from people.domain_events import ContentReported
from people.models import Report
from tests.factories import AchievementFactory, EventFactory, three

pytestmark = pytest.mark.django_db


def listed():
    return set(CatalogueEntry.objects.values_list("object_id", flat=True))


def test_the_facts_of_the_rooms_are_heard():
    for fact, heard in (
        (of_credentials.AchievementPublished, an_achievement),
        (of_credentials.AchievementWithdrawn, an_achievement),
        (of_credentials.AchievementEndorsed, an_achievement),
        (of_events.EventPlanned, an_event),
        (of_events.EventCancelled, an_event),
        (ClubChanged, a_club),
        (ContentReported, something_reported),
    ):
        assert heard in subscribers_of(fact)


def test_something_published_comes_and_something_withdrawn_goes(shown):
    new = AchievementFactory(issuer=shown.issuer)
    an_achievement(
        of_credentials.AchievementPublished(achievement_id=new.pk, version_id=new.current_version_id)
    )
    assert new.pk in listed()
    Achievement.objects.filter(pk=new.pk).update(withdrawn_at=timezone.now())
    an_achievement(of_credentials.AchievementWithdrawn(achievement_id=new.pk))
    assert new.pk not in listed()


def test_a_club_goes_with_its_badges_and_its_events(shown):
    event = EventFactory(group=shown.club.group, visibility="public")
    an_event(of_events.EventPlanned(event_id=event.pk, group_id=shown.club.pk))
    theirs = {shown.club.pk, shown.club_badge.pk, event.pk}
    assert theirs <= listed()
    Club.objects.filter(pk=shown.club.pk).update(hidden_at=timezone.now())
    report = Report.objects.create(
        kind="clubs.Club", object_id=shown.club.pk, reason="other", due_at=timezone.now()
    )
    something_reported(ContentReported(report_id=report.pk))
    assert not theirs & listed()


def test_what_is_over_leaves_by_itself(shown):
    CatalogueEntry.objects.filter(object_id=shown.event.pk).update(
        ends_at=timezone.now() - timedelta(minutes=1)
    )
    assert (take_out_ended(), take_out_ended()) == (1, 0)
    assert shown.event.pk not in listed()


def test_lost_facts_are_found_again_and_a_second_round_changes_nothing(shown):
    before = listed()
    CatalogueEntry.objects.filter(object_id=shown.debate.pk).delete()
    Event.objects.filter(pk=shown.event.pk).update(hidden_at=timezone.now())
    rebuild_catalogue()
    assert listed() == before - {shown.event.pk}
    rows = list(CatalogueEntry.objects.order_by("object_id").values())
    rebuild()
    assert list(CatalogueEntry.objects.order_by("object_id").values()) == rows


def test_a_portal_without_a_list_gets_one(shown, capsys):
    CatalogueEntry.objects.all().delete()
    take_out_what_is_over()
    assert shown.debate.pk in listed()
    call_command("index_catalogue")
    assert capsys.readouterr().out.endswith("7 entries\n")


def test_words_follow_a_change_of_the_text(client, shown):
    version = shown.debate.current_version
    Achievement.objects.filter(pk=shown.debate.pk).update(current_version=None)
    changed = type(version).objects.create(
        achievement=shown.debate, number=2, published_at=timezone.now(), name=three("Rozmawiam o kosmosie"),
        description=three("Gwiazdy"), art=version.art,
    )  # fmt: skip
    Achievement.objects.filter(pk=shown.debate.pk).update(current_version=changed)
    with transaction.atomic():
        rebuild()
    assert "Rozmawiam o kosmosie" in client.get("/catalogue/?q=kosmos").content.decode()
    assert "Rozmawiam o kosmosie" not in client.get("/catalogue/?q=szacunek").content.decode()
    assert client.get("/catalogue/?q=kosmos").content.decode().count("achievement-card") == 1
