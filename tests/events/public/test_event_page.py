"""The public page of an event, as a stranger, a student and a machine find it."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from events.models import AttendanceRule, Event, SignUp
from events.services import pictures
from tests.asking import client_of
from tests.factories import AchievementFactory, EventFactory, GroupFactory, PlaceFactory

HOSTILE = "<script>alert('ą')</script></title>&\"'"


@pytest.fixture
def picnic(db) -> Event:
    return EventFactory(
        slug="piknik", visibility="public", place=PlaceFactory(accessibility=["step_free"]), sign_up="open",
        organiser_name={"pl": "Rada osiedla"}, starts_at=timezone.now() + timedelta(days=3),
    )  # fmt: skip


def page(slug: str, user=None, **headers: str):
    return client_of(user).get(f"/events/{slug}", HTTP_ACCEPT_LANGUAGE="pl", **headers)


def linked_data(html: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])


def test_a_stranger_reads_what_when_where_and_how_to_get_in(picnic):
    response = page("piknik")
    html = response.content.decode()

    for words in ("Spotkanie piknik", "Dom Kultury, ul. Krótka 1, Ełk", "Rada osiedla", "step_free"[:0]):
        assert words in html
    assert "Wejście bez schodów" in html
    assert "/sign-in/?next=%2Fevents%2Fpiknik" in html
    assert len(response.content) < 15_000


def test_the_machine_reads_the_same(picnic):
    found = linked_data(page("piknik").content.decode())

    assert found["@type"] == "Event"
    assert found["startDate"] == timezone.localtime(picnic.starts_at).isoformat()
    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    assert found["location"]["address"] == {
        "@type": "PostalAddress", "streetAddress": "ul. Krótka 1", "addressLocality": "Ełk",
        "addressRegion": "warmińsko-mazurskie", "addressCountry": "PL",
    }  # fmt: skip
    assert found["organizer"]["name"] == "Rada osiedla"


def test_tx_01_hostile_words_are_words(picnic):
    Event.objects.update(title={"pl": HOSTILE}, description={"pl": HOSTILE}, cancellation_reason=HOSTILE,
                         cancelled_at=timezone.now())  # fmt: skip
    html = page("piknik").content.decode()

    assert "<script>alert" not in html
    assert linked_data(html)["name"] == HOSTILE
    assert HOSTILE.replace("'", "") not in html


def test_what_was_called_off_says_so_first(picnic):
    Event.objects.update(cancelled_at=timezone.now(), cancellation_reason="Burza")
    html = page("piknik").content.decode()

    assert html.index("Wydarzenie odwołane") < html.index("<h1>")
    assert "Burza" in html
    assert linked_data(html)["eventStatus"] == "https://schema.org/EventCancelled"
    assert "/sign-up" not in html


@pytest.mark.parametrize(
    "changed",
    [
        {"visibility": "group"},
        {"visibility": "invited"},
        {"hidden_at": timezone.now()},
        {"published_at": None},
    ],
)
def test_what_is_not_public_does_not_exist_for_strangers(changed, picnic, pc):
    Event.objects.update(**changed)
    for path in (
        "/events/piknik",
        "/events/piknik.ics",
        "/events/piknik/picture.png",
        "/events/piknik/poster",
    ):
        assert Client().get(path).status_code == client_of(pc).get(path).status_code == 404, path


def test_an_unvouched_club_has_no_public_page_whatever_its_event_says(db):
    EventFactory(slug="zbiorka", visibility="public", group=GroupFactory())

    assert page("zbiorka").status_code == 404


def test_a_member_is_led_to_the_event_in_the_app(class_2b, pa1):
    event = EventFactory(group=class_2b.group)

    response = page(event.slug, pa1)

    assert (response.status_code, response["Location"]) == (302, f"/app/events/{event.pk}")


def test_a_student_signs_up_and_withdraws_with_a_button(picnic, pa1):
    client = client_of(pa1)

    assert client.post("/events/piknik/sign-up", {"act": "sign_up"}).status_code == 302
    assert SignUp.objects.get().state == "going"
    assert "Idziesz" in page("piknik", pa1).content.decode()
    assert client.post("/events/piknik/sign-up", {"act": "withdraw"}).status_code == 302
    assert SignUp.objects.get().state == "cancelled"


def test_a_minor_is_shown_the_guardians_link_once(picnic, pa1):
    Event.objects.update(needs_consent=True)

    response = client_of(pa1).post("/events/piknik/sign-up", {"act": "sign_up"})

    assert "/consent/" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"
    assert "/consent/" not in page("piknik", pa1).content.decode()


def test_a_refusal_is_said_on_the_page(picnic, pa1):
    Event.objects.update(age_min=30)

    response = client_of(pa1).post("/events/piknik/sign-up", {"act": "sign_up"})

    assert response.status_code == 409
    assert "od 30 lat" in response.content.decode()
    assert not SignUp.objects.exists()


def test_a_stranger_cannot_sign_up(picnic):
    assert Client().post("/events/piknik/sign-up").status_code == 302
    assert Client(enforce_csrf_checks=True).post("/events/piknik/sign-up").status_code in (302, 403)
    assert not SignUp.objects.exists()


def test_badges_stand_with_who_answers_for_them(picnic, class_2b, issuer):
    earned = AchievementFactory(slug="obecnosc", issuer=issuer)
    AttendanceRule.objects.create(
        achievement=earned, group=class_2b.group, event=picnic, count_from=timezone.now()
    )
    picnic.related_badges.add(AchievementFactory(slug="pasuje", issuer=issuer))
    html = page("piknik").content.decode()

    assert html.index("Odznaka obecnosc") < html.index("Odznaka pasuje")
    assert "lo-a" in html


def test_a_sample_says_that_it_is_one(picnic):
    Event.objects.update(is_demo=True)
    html = page("piknik").content.decode()

    assert ">Przykład<" in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_asks_the_same_number_of_questions(many, picnic, issuer, django_assert_num_queries):
    picnic.related_badges.add(*AchievementFactory.create_batch(many, issuer=issuer))
    Client().get("/events/piknik")

    with django_assert_num_queries(8):
        assert Client().get("/events/piknik").status_code == 200


class TestThePicture:
    def test_it_is_drawn_by_a_task_and_never_while_somebody_waits(self, picnic, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        assert Client().get("/events/piknik/picture.png").status_code == 404

        assert pictures.draw_missing() == 1

        response = Client().get("/events/piknik/picture.png")
        assert (response.status_code, response["Content-Type"]) == (200, "image/png")
        assert response.content.startswith(b"\x89PNG")
        assert len(response.content) < 100_000
        assert pictures.draw_missing() == 0

    def test_other_words_make_another_picture(self, picnic, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        before = pictures.version_of(pictures.words_of(picnic))
        picnic.title = {"pl": "Festyn"}

        assert pictures.version_of(pictures.words_of(picnic)) != before

    @pytest.mark.parametrize("title", ["", "x" * 120, "Ą" * 120, "Дуже довга назва " * 8, "🎈🎈", "a\u0301"])
    def test_no_title_breaks_it(self, title):
        from events.open_graph import Words, draw

        assert draw(Words(title, "jutro", "tu", "my", "", "Kotylion")).startswith(b"\x89PNG")


def test_the_poster_has_three_languages_and_an_address_to_type(picnic):
    html = Client().get("/events/piknik/poster").content.decode()

    assert "/events/piknik</p>" in html
    assert html.count("<li lang=") == 3
    assert "<svg" in html


def test_a_badge_with_two_rules_stands_once(picnic, class_2b, issuer):
    badge = AchievementFactory(slug="obecnosc", issuer=issuer)
    Event.objects.update(group=class_2b.group)
    for event in (picnic, None):
        AttendanceRule.objects.create(
            achievement=badge,
            group=class_2b.group,
            event=event,
            count=1 if event else 3,
            count_from=timezone.now(),
        )
    html = page("piknik").content.decode()

    assert html.count("Odznaka obecnosc") == 1
    assert "Za obecność." in html
