"""PR-01: everything that a visitor can get, and no canary of any minor in it.

The crawler follows every link of every page from every public beginning, asks every query, opens every picture and its
metadata, and reads the bundles. A shared badge shows initials only, and is for no search engine.
"""

from __future__ import annotations

import html
import io
import json
import re
from collections import deque
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from PIL import Image

from clubs.models import Club
from cms.catalogue.services.indexing import rebuild
from credentials.models import Achievement, AwardBatch, Credential, StatusList
from credentials.services.issuing import issue_batch
from credentials.services.sharing import share
from events.models import Event
from tests.security.canaries import found_in
from tests.security.documents import QUERIES, asks, walk

LINK = re.compile(r"""(?:href|src|action|content|poster|data-[\w-]+)=["']([^"'#]+)|<loc>([^<]+)</loc>""")
HERE = urlsplit(settings.PUBLIC_URL).netloc
MOST_PAGES = 1500
OF_AN_EVENT = ("", ".ics", "/poster", "/picture.png")
# The words of a public club and of its event are there to be found; those of no other club are.
FOR_EVERYBODY = frozenset(("K", what) for what in ("badge", "title", "description", "place", "address"))


@pytest.fixture
def signed(pages, canaried, gatherings):
    for batch in AwardBatch.objects.all():
        issue_batch(batch, now=timezone.now() + timedelta(minutes=11))
    rebuild()
    cache.clear()
    return canaried


def beginnings(canaried) -> list[str]:
    group = canaried["PA1"].enrollment.assignment.group
    achievements = [f"/achievements/{slug}/" for slug in Achievement.objects.values_list("slug", flat=True)]
    return [
        "/", "/en/", "/uk/", "/robots.txt", "/sitemap.xml", "/catalogue/", "/catalogue/?q=cnry", "/feeds/catalogue.atom", "/feeds/events.rss", "/verify/", "/sign-in/", "/sign-in/name/",
        "/issuers/lo-a/", "/issuers/lo-b/", "/issuers/lo-a/did.json", "/.well-known/did.json", "/app/", "/app/shell",
        "/app/sw.js", "/favicon.ico", "/made-up/", "/feed/", "/oembed/", "/_util/login/", "/cms/", "/sign-out/",
        f"/classes/{group.pk}/cards/", f"/app/class/{group.pk}", "/graphql/", "/j/made-up", "/s/made-up",
        "/events/", "/events/?town=Łódź", "/events.ics", "/events.geojson?bbox=14,49,25,55&z=6", "/clubs/", "/rules/",
        "/events.geojson?bbox=19,51,20,52&z=14&layers=clubs,events", "/events/embed/", "/clubs/?search=cnry",
        *(f"/events/{one.slug}{form}" for one in Event.objects.all() for form in OF_AN_EVENT),
        *(f"/events/{one.pk}{form}" for one in Event.objects.all() for form in ("/projector", "/teams.json", "/projector.json")),
        *(f"/clubs/{slug}/" for slug in Club.objects.values_list("slug", flat=True)),
        *achievements, *(f"/status/{pk}" for pk in StatusList.objects.values_list("pk", flat=True)),
        *(f"/credentials/{one.pk}{form}" for one in Credential.objects.all() for form in ("", ".json", ".png", ".svg")),
        *(f"/media/{upload.pk}" for one in canaried.values() for upload in one.uploads),
    ]  # fmt: skip


def crawl(starts: list[str], accept: str, follow: str = "/") -> dict[str, tuple[int, bytes]]:
    """Every address of this site that can be reached through addresses with `follow`, with status and bytes."""
    visitor = Client(headers={"Accept": accept})
    seen: dict[str, tuple[int, bytes]] = {}
    waiting = deque(starts)
    while waiting:
        path = waiting.popleft()
        if path in seen or len(seen) >= MOST_PAGES or path.startswith("/static/"):
            continue
        answer = visitor.get(path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        headers = "\n".join(f"{name}: {value}" for name, value in answer.items())
        seen[path] = (answer.status_code, body + headers.encode())
        text = body.decode("utf-8", "ignore") + f' href="{answer.headers.get("Location", "")}"'
        for one, two in LINK.findall(text):
            target = urlsplit(urljoin(f"http://{HERE}{path}", html.unescape(one or two)))
            if target.netloc in (HERE, "testserver") and target.path.startswith(follow):
                waiting.append(target.path + (f"?{target.query}" if target.query else ""))
    return seen


def tokens_in(seen: dict[str, tuple[int, bytes]]) -> dict[str, set[tuple[str, str]]]:
    # An address that was asked for comes back in the links of the page that says it is not there.
    found = {path: found_in(body) - found_in(path) - FOR_EVERYBODY for path, (_status, body) in seen.items()}
    return {path: tokens for path, tokens in found.items() if tokens}


@pytest.mark.parametrize("accept", ["text/html,*/*", "application/json"])
def test_pr_01_a_crawler_finds_no_canary(accept, signed):
    # Machines ask for the same addresses once more, each in its other form.
    seen = crawl(beginnings(signed), accept, "/" if "html" in accept else "/verify/")

    assert tokens_in(seen) == {}
    assert {path: status for path, (status, _body) in seen.items() if status >= 500} == {}
    statuses = {path: status for path, (status, _body) in seen.items()}
    assert statuses["/catalogue/"] == statuses["/"] == statuses["/issuers/lo-a/did.json"] == 200
    assert {statuses[f"/credentials/{one.credential.pk}"] for one in signed.values()} == {404}
    assert {statuses[f"/media/{upload.pk}"] for one in signed.values() for upload in one.uploads} == {404}
    assert len(seen) > 40
    # What a small club and a sensitive one have is not there, whatever their own rows say.
    closed = re.compile(
        r"/clubs/club-k[zs]/$|/events/event-k[zs](\.ics|/poster|/picture\.png)?$|/achievements/cnry-k[zs][^/]*/$"
    )
    found = {path: status for path, status in statuses.items() if closed.search(path)}
    assert len(found) >= 10
    assert {path for path, status in found.items() if status != 404} == set()
    assert statuses["/events/event-k"] == 200


def test_pr_01_the_sitemap_and_the_robots_file_name_nobody(signed):
    visitor = Client()
    sitemap = visitor.get("/sitemap.xml").content.decode()
    assert not re.search(r"/credentials/|/media/|/classes/|/app/|/s/", sitemap)
    assert visitor.get("/robots.txt").content.decode().count("Disallow: /") >= 9


def test_pr_01_a_visitor_asks_every_query_and_hears_nothing(signed):
    visitor = Client()
    one = signed["PA1"]
    values = {
        "groupId": one.enrollment.assignment.group_id, "studentId": one.student.pk, "enrollmentId": one.enrollment.pk,
        "stepId": one.enrollment.path.steps.first().pk, "submissionId": one.enrollment.submissions.get().pk,
        "id": one.credential.pk,
    }  # fmt: skip
    for name, field in QUERIES.items():
        arguments = [a for a in field.args if a in values and (a != "groupId" or asks(field))]
        document = walk(name, arguments)
        for text in (document, f"{{ {name} {{ __typename }} }}"):
            answer = visitor.post(
                "/graphql/",
                json.dumps({"query": text, "variables": {a: str(values[a]) for a in arguments}}),
                content_type="application/json",
            )
            assert answer.status_code in (200, 400)
            assert found_in(answer.content) - FOR_EVERYBODY == set(), name


def test_pr_01_a_shared_badge_shows_initials_and_is_for_no_search_engine(signed):
    one = signed["PA1"]
    made = share(
        Credential.objects.get(pk=one.credential.pk), owner=one.student, shown_name="initials", with_place=False,
        days=7, now=timezone.now(),
    )  # fmt: skip
    link = urlsplit(made.address)
    visitor = Client()
    page = visitor.get(f"{link.path}?{link.query}")
    assert page.status_code == 200
    assert one.student.initials in page.content.decode()
    assert page.headers["X-Robots-Tag"].startswith("noindex")
    assert page.headers["Cache-Control"] == "private, no-store"
    # Name, work, place, nickname and the teacher's words stay behind: in the page, in everything it links to, in the
    # signed document and in the picture with its metadata.
    seen = crawl(
        [f"{link.path}?{link.query}", f"{link.path}.json?{link.query}", f"{link.path}.png?{link.query}"],
        "*/*",
        "/credentials/",
    )
    shown = {token for found in tokens_in(seen).values() for token in found}
    assert {what for _who, what in shown} <= {"note"}
    baked = visitor.get(f"{link.path}.png?{link.query}")
    assert baked.status_code == 200
    words = " ".join(str(value) for value in Image.open(io.BytesIO(baked.content)).info.values())
    assert {what for _who, what in found_in(words)} <= {"note"}
    # Checking it says no more than the page.
    for form in (
        {"badge": made.address},
        {"badge": visitor.get(f"{link.path}.json?{link.query}").content.decode()},
    ):
        assert {what for _who, what in found_in(visitor.post("/verify/", form).content)} <= {"note"}
    # Without its key, with a wrong one and with the key of another badge it is not there.
    for query in ("", "?key=made-up", f"?{link.query}x"):
        assert visitor.get(link.path + query).status_code == 404
    other = signed["PA2"].credential.pk
    assert visitor.get(f"/credentials/{other}?{link.query}").status_code == 404


def test_pr_01_the_bundles_and_the_start_page_of_the_app_hold_nobody(signed):
    built = (
        [path for path in settings.FRONTEND_DIST.rglob("*") if path.is_file()]
        if settings.FRONTEND_DIST.exists()
        else []
    )
    for path in built:
        assert path.suffix != ".map", path
        assert found_in(path.read_bytes()) == set(), path
    assert found_in(Client().get("/app/shell").content) == set()


def test_pr_01_the_crawler_would_see_a_leak(signed, pa1):
    browser = Client()
    browser.force_login(pa1, backend="django.contrib.auth.backends.ModelBackend")
    assert ("PA1", "given") in found_in(browser.get(f"/credentials/{signed['PA1'].credential.pk}").content)
    photo, pdf = signed["PA1"].uploads
    assert found_in(browser.get(f"/media/{pdf.pk}").content) == {("PA1", "pdf")}
    assert found_in(browser.get(f"/media/{photo.pk}").content) == set()
