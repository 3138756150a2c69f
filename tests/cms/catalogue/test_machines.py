"""What machines read: sitemap, feeds, structured data, pictures. Everything parses, and nothing hidden is in it."""

import json
import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from cms.catalogue import sitemap
from cms.catalogue.models import CatalogueEntry
from cms.catalogue.services.indexing import rebuild
from cms.catalogue.services.pictures import (
    draw_missing,
    draw_picture_of,
    draw_pictures_of_entries,
    picture_file,
)
from credentials.models import Achievement
from tests.cms.catalogue.conftest import CANARY
from tests.factories import AchievementFactory, three

pytestmark = pytest.mark.django_db
PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
PUBLIC = "http://localhost:8000"


def addresses(answer):
    return [one.text for one in ElementTree.fromstring(answer.content).iter(f"{PLACE}loc")]


def test_pr_01_the_sitemap_has_everything_public_and_nothing_else(client, shown):
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    assert set(addresses(answer)) == {
        f"{PUBLIC}{path}"
        for path in (
            "/catalogue/", "/events/", "/clubs/", "/verify/", "/achievements/debata/v1", "/achievements/projekt/v1",
            "/achievements/zolw/v1", f"/clubs/{shown.club.slug}/", "/paths/glos/", "/events/rajd", "/issuers/lo-a/",
        )
    }  # fmt: skip


def test_a_long_sitemap_is_split_into_files(client, shown, monkeypatch):
    whole = set(addresses(client.get("/sitemap.xml")))
    monkeypatch.setattr(sitemap, "IN_A_FILE", 3)
    index = client.get("/sitemap.xml")
    assert ElementTree.fromstring(index.content).tag == f"{PLACE}sitemapindex"
    files = addresses(index)
    assert files == [f"{PUBLIC}/sitemap-{number}.xml" for number in (1, 2, 3)]
    found = [one for file in files for one in addresses(client.get(file.removeprefix(PUBLIC)))]
    assert (set(found), len(found)) == (whole, len(whole))
    assert client.get("/sitemap-4.xml").status_code == 404


@pytest.mark.parametrize("form", ["atom", "rss"])
@pytest.mark.parametrize("name", ["catalogue", "events"])
def test_feeds_parse_and_keep_what_is_hidden(client, shown, name, form):
    client.get("/feeds/events.atom")  # the portal's name is remembered
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(f"/feeds/{name}.{form}?lang=uk")
    assert len(caught) == 1
    assert answer["Content-Type"] == f"application/{form}+xml; charset=utf-8"
    root = ElementTree.fromstring(answer.content)
    items = root.findall(f"{ATOM}entry") if form == "atom" else root.findall("channel/item")
    assert len(items) == {"catalogue": 6, "events": 1}[name]
    assert CANARY not in answer.content.decode()


def test_a_feed_speaks_the_language_it_is_asked_in(client, shown):
    for language, title in (
        ("pl", "Debatuję z szacunkiem"),
        ("en", "Respectful debater"),
        ("uk", "Веду дебати з повагою"),
    ):
        root = ElementTree.fromstring(client.get(f"/feeds/catalogue.atom?lang={language}").content)
        assert title in [one.findtext(f"{ATOM}title") for one in root.findall(f"{ATOM}entry")]
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language


def test_tx_01_hostile_words_stay_words_in_feeds_and_sitemap(client, shown):
    hostile = "]]></title><script>alert(1)</script>&\x0b"[:-1]
    AchievementFactory(issuer=shown.issuer, slug="zle", version={"name": three(hostile)})
    rebuild()
    for form in ("atom", "rss"):
        text = client.get(f"/feeds/catalogue.{form}").content
        assert b"<script>" not in text
        assert hostile in "".join(ElementTree.fromstring(text).itertext())


REQUIRED = {
    # https://developers.google.com/search/docs/appearance/structured-data/course and …/event; schema.org's own ranges.
    "EducationalOccupationalCredential": {"name": str, "description": str, "url": str, "credentialCategory": str, "competencyRequired": list, "image": str},
    "Course": {"name": str, "description": str, "provider": dict, "offers": dict, "hasCourseInstance": dict, "url": str},
    "Event": {"name": str, "startDate": str, "endDate": str, "location": dict, "eventStatus": str, "eventAttendanceMode": str},
    "Organization": {"name": str, "url": str},
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/achievements/debata/v1", "EducationalOccupationalCredential"),
        ("/achievements/zolw/v1", "EducationalOccupationalCredential"),
        ("/paths/glos/", "Course"),
        ("/events/rajd", "Event"),
        ("/issuers/lo-a/", "Organization"),
    ],
)
@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_structured_data_has_what_its_type_needs(client, shown, path, kind, language):
    text = client.get(path, headers={"Accept-Language": language}).content.decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text)[1])
    assert (data["@context"], data["@type"]) == ("https://schema.org", kind)
    assert {name: type(data.get(name)) for name in REQUIRED[kind]} == REQUIRED[kind]
    assert data.get("inLanguage", language) == language
    assert all(value not in (None, "", [], {}) for value in data.values())


def test_a_picture_for_messengers_is_drawn_beforehand_and_once(client, shown, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    debate = Achievement.objects.select_related("current_version", "issuer", "club").get(slug="debata")
    path = "/achievements/debata/v1/picture.png"
    assert client.get(path).status_code == 404
    assert not picture_file(debate).exists()
    assert (draw_picture_of(debate), draw_picture_of(debate)) == (True, False)
    answer = client.get(path)
    with Image.open(BytesIO(answer.content), formats=["PNG"]) as drawn:
        assert drawn.size == (1200, 630)
        assert len(drawn.convert("RGB").getcolors(200_000)) > 20
    # Two achievements, a path, a club and an issuer.
    assert (draw_missing(), draw_missing()) == (5, 0)


@pytest.mark.parametrize("path", ["/paths/glos/", "/issuers/lo-a/", "/clubs/{club}/"])
def test_the_page_of_a_path_a_club_and_an_issuer_names_its_picture(client, shown, settings, tmp_path, path):
    settings.MEDIA_ROOT = tmp_path
    path = path.format(club=shown.club.slug)
    assert client.get(f"{path}picture.png").status_code == 404
    draw_pictures_of_entries(CatalogueEntry.objects.values_list("object_id", flat=True))
    text = client.get(path).content.decode()
    (named,) = re.findall(r'<meta property="og:image" content="([^"]+)">', text)
    assert named == f"{settings.PUBLIC_URL}{path}picture.png"
    with Image.open(BytesIO(client.get(f"{path}picture.png").content), formats=["PNG"]) as drawn:
        assert drawn.size == (1200, 630)


def test_a_suspended_issuer_has_the_square_of_the_portal_alone(client, shown, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    draw_missing()
    type(shown.issuer).objects.filter(pk=shown.issuer.pk).update(standing="suspended")
    assert client.get("/issuers/lo-a/picture.png").status_code == 404
    assert "picture.png" not in client.get("/issuers/lo-a/").content.decode()


def test_pr_01_what_is_not_public_has_no_picture(client, shown, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    hidden = Achievement.objects.filter(hidden_at__isnull=False).get()
    draw_missing()
    assert client.get(f"/achievements/{hidden.slug}/v1/picture.png").status_code == 404
    assert len(list(tmp_path.glob("achievements/*.png"))) == 3
