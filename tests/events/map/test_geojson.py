"""`/events.geojson`: valid by an independent reader, never all points, and nobody's person on it."""

from __future__ import annotations

import gzip
import json
import re

import geojson as independent
import pytest
from django.utils import timezone

from clubs.enums import ClubKind
from events.grid import cell_of
from events.models import Event
from events.selectors.events import public_events
from people.enums import GroupKind
from tests.events.map.conftest import RADOM, WARSAW, public
from tests.factories import ClubFactory, EventFactory, GroupFactory, PlaceFactory

pytestmark = pytest.mark.django_db
BOX_OF_ELK = "22,53.5,23,54"


def ask(client, query: str = "") -> dict:
    answer = client.get(f"/events.geojson?{query}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/geo+json"
    read = independent.loads(answer.content)
    assert read.is_valid, read.errors()
    return json.loads(answer.content)


def titles(found: dict) -> list[str]:
    return [feature["properties"]["title"] for feature in found["features"]]


def many(count: int) -> None:
    """So many events around Ełk and Warsaw, by bulk insert."""
    model, spots = public("wzor", place={}), [(53.82, 22.36), (52.23, 21.01)]
    Event.objects.bulk_create(
        Event(
            slug=f"e-{n}", kind="cleanup", title={"pl": f"Sprzątanie {n}"}, visibility="public",
            starts_at=model.starts_at, ends_at=model.ends_at, published_at=model.published_at, place=model.place,
            town="Ełk", voivodeship="warmińsko-mazurskie", lat=lat + n / 9000, lon=lon,
            cell=cell_of(lat + n / 9000, lon),
        )
        for n in range(count - 1)
        for lat, lon in [spots[n % 2]]
    )  # fmt: skip


def test_a_point_says_what_where_and_when(client) -> None:
    event = public("debata", place={"precision": "exact"}, kind="debate")
    found = ask(client, f"bbox={BOX_OF_ELK}&zoom=10&lang=en")
    assert found["total"] == 1
    assert found["features"] == [
        {
            "type": "Feature",
            "id": str(event.pk),
            "geometry": {"type": "Point", "coordinates": [22.36, 53.8235]},
            "properties": {
                "layer": "events", "title": "Spotkanie debata (en)", "kind": "debate", "kindLabel": "Oxford-style debate",
                "form": "in_person", "startsAt": timezone.localtime(event.starts_at).isoformat(),
                "endsAt": timezone.localtime(event.ends_at).isoformat(), "place": "Dom Kultury", "town": "Ełk",
                "precision": "exact", "url": "/events/debata",
            },
        }
    ]  # fmt: skip


def test_many_events_are_clusters_with_a_name_and_a_box(client) -> None:
    many(300)
    found = ask(client, "zoom=6&lang=pl")
    clusters = [feature["properties"] for feature in found["features"]]
    assert found["total"] == 300
    assert all(cluster["cluster"] for cluster in clusters)
    assert sum(cluster["count"] for cluster in clusters) == 300
    assert all(
        re.fullmatch(r"\d+ wydarze(ń|nie|nia), okolica: (Warszawa|Białystok|Olsztyn)", c["name"])
        for c in clusters
    )
    for feature in found["features"]:
        west, south, east, north = feature["bbox"]
        lon, lat = feature["geometry"]["coordinates"]
        assert west <= lon <= east
        assert south <= lat <= north


@pytest.mark.parametrize("zoom", [1, 6, 9, 11, 14, 18])
def test_never_all_points_and_never_more_than_sixty_kilobytes(client, zoom: int) -> None:
    many(1000)
    answer = client.get(f"/events.geojson?bbox=-180,-85,180,85&zoom={zoom}")
    assert len(gzip.compress(answer.content)) <= 60 * 1024
    assert all("cluster" in feature["properties"] for feature in json.loads(answer.content)["features"])


def test_the_soonest_points_are_at_most_two_hundred(client) -> None:
    many(300)
    found = ask(client, "as=points&bbox=14,49,24,55")
    assert len(found["features"]) == found["total"] == 200


@pytest.mark.parametrize(
    "bbox", ["nonsense", "1,2,3", "nan,nan,nan,nan", "24,49,14,55", "-999,0,999,1", "1e999,0,1,1", "9" * 9000]
)
def test_a_hostile_box_shows_poland_and_says_so(client, bbox: str) -> None:
    public("elk", place={})
    found = ask(client, f"bbox={bbox}&zoom=%C2%B2&lang=..%2F..&layers=people,users")
    assert found["total"] == 1
    assert len(found["notes"]) == 1


def test_the_filters_of_the_list_narrow_the_map(client) -> None:
    public("warszawa", place=WARSAW, kind="debate"), public("radom", place=RADOM)
    assert titles(ask(client, "kind=debate")) == ["Spotkanie warszawa"]
    assert titles(ask(client, "town=Radom&km=10")) == ["Spotkanie radom"]


def test_what_is_private_hidden_a_draft_over_or_called_off_is_not_on_the_map(client) -> None:
    public("ukryte", place={}, hidden_at=timezone.now()), public("szkic", place={}, published_at=None)
    public("bylo", days=-3, place={}), public("odwolane", place={}, cancelled_at=timezone.now())
    EventFactory(slug="klasowe", place=PlaceFactory()), public("online")
    assert ask(client)["features"] == []


def test_answers_30_clubs_without_a_voucher_and_sensitive_ones_are_not_on_the_map(client, school_a) -> None:
    spot = PlaceFactory()
    loose = ClubFactory(listed=True, meeting_place=spot)
    sensitive = ClubFactory(
        parent=school_a.group, kind=ClubKind.PARISH_YOUTH, listed=True, meeting_place=spot
    )
    hidden = ClubFactory(parent=school_a.group, listed=True, meeting_place=spot, hidden_at=timezone.now())
    unlisted = ClubFactory(parent=school_a.group, listed=False, meeting_place=spot)
    good = ClubFactory(parent=school_a.group, listed=True, meeting_place=spot)
    for club in (loose, sensitive, hidden, unlisted, good):
        public(f"e-{club.slug}", place={}, group=club.group)
    found = ask(client, "layers=events,clubs")
    clubs = [f["properties"] for f in found["features"] if f["properties"]["layer"] == "clubs"]
    assert [club["url"] for club in clubs] == [f"/clubs/{good.slug}/"]
    events = {f["properties"]["url"] for f in found["features"] if f["properties"]["layer"] == "events"}
    assert events == {f"/events/e-{good.slug}", f"/events/e-{unlisted.slug}"}


def test_the_map_shows_what_the_public_rule_allows(client, school_a) -> None:
    public("portal", place={}), public("klub", place={}, group=GroupFactory(kind=GroupKind.CLUB))
    public("szkola", place={}, group=school_a.group), EventFactory(slug="grupa", place=PlaceFactory())
    shown = {feature["properties"]["url"].rsplit("/", 1)[1] for feature in ask(client)["features"]}
    assert shown == set(public_events().values_list("slug", flat=True)) == {"portal", "szkola"}


def test_pr_04_nobodys_person_is_on_it(client, class_2b, school_a) -> None:
    event = public("obchody", place={}, group=school_a.group, created_by=class_2b.teacher)
    event.invited_people.set(class_2b.students)
    text = client.get("/events.geojson?layers=events,clubs,people,users").content.decode()
    for person in (class_2b.teacher, *class_2b.students):
        assert person.family_name not in text
        assert person.given_name not in text
        assert str(person.pk) not in text
    assert {"lat", "position", "user"} & set(json.loads(text)["features"][0]["properties"]) == set()


def test_tx_01_words_of_people_are_data(client) -> None:
    public(
        "zly",
        place={"name": "<img src=x onerror=alert(1)>"},
        title={"pl": "</script><script>alert(1)</script>"},
    )
    answer = client.get("/events.geojson")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert titles(json.loads(answer.content)) == ["</script><script>alert(1)</script>"]


def test_any_site_may_read_it_and_nobody_is_known(client, class_2b) -> None:
    client.force_login(class_2b.students[0])
    answer = client.get("/events.geojson")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert answer["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    again = client.get("/events.geojson", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("count", [1, 150, 300])
def test_two_statements_at_any_number_and_none_from_memory(
    client, count: int, django_assert_num_queries
) -> None:
    many(count)
    ask(client)
    with django_assert_num_queries(0):
        ask(client)
    with django_assert_num_queries(2):
        ask(client, "kind=cleanup")
