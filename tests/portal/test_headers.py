"""Headers of every address in the table of addresses (OP-04), and what may be kept of an answer."""

import re
import uuid

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver

from cms.reserved import RESERVED_WORDS

pytestmark = pytest.mark.django_db
ANY = str(uuid.UUID(int=7))
# One address for every first word; the test below holds the list complete.
TABLE = {
    "graphql": "/graphql/",
    "favicon.ico": "/favicon.ico",
    "language": "/language/",
    "app": "/app/",
    "sign-in": "/sign-in/",
    "sign-out": "/sign-out/",
    "s": "/s/none",
    "j": "/j/none",
    "my-data": f"/my-data/{ANY}",
    "credentials": f"/credentials/{ANY}",
    "verify": "/verify/",
    "catalogue": "/catalogue/",
    "achievements": "/achievements/none/",
    "issuers": "/issuers/none/",
    "status": f"/status/{ANY}",
    ".well-known": "/.well-known/did.json",
    "media": f"/media/{ANY}",
    "uploads": "/uploads/",
    "classes": f"/classes/{ANY}/cards/",
    "rosters": "/rosters/",
    "c": "/c/none",
    "o": "/o/none",
    "account": "/account/take-over/",
    "offers": "/offers/",
    "calendar": "/calendar/",
    "clubs": "/clubs/",
    "codes": f"/codes/{ANY}/print",
    "consent": "/consent/none",
    "e": "/e/",
    "events": "/events/",
    "events.geojson": "/events.geojson",
    "events.ics": "/events.ics",
    "rules": "/rules/",
    "report": "/report/none",
    "p": "/p/none",
    "robots.txt": "/robots.txt",
    "look": "/look/0000000000000000.css",
    "sitemap.xml": "/sitemap.xml",
    "sitemap-": "/sitemap-1.xml",
    "feeds": "/feeds/catalogue.atom",
    "paths": "/paths/none/",
    "cms": "/cms/",
    "cms-media": "/cms-media/images/none.webp",
    "": "/",
    "en": "/en/",
    "uk": "/uk/",
    "static": "/static/none.css",
}
MORE = [
    "/app/shell",
    "/app/sw.js",
    "/nothing-here",
    "/sign-in/name/",
    "/en/for-schools/",
    "/cms/users/",
    "/cms/login/",
]


def first_words():
    """The first word of every pattern the portal has."""
    for pattern in get_resolver().url_patterns:
        inner = (
            pattern.url_patterns
            if isinstance(pattern, URLResolver) and not str(pattern.pattern)
            else [pattern]
        )
        for one in inner:
            if isinstance(one, URLPattern | URLResolver):
                yield re.sub(r"^\^|\\|\(.*|\$.*|\?.*", "", str(one.pattern)).split("/")[0]


@pytest.fixture(autouse=True)
def _fresh_cache(pages):
    cache.clear()


def test_the_table_names_every_address():
    assert {word for word in first_words() if word and "<" not in word} <= set(TABLE)


def test_no_page_of_an_editor_can_take_an_address_of_the_table():
    assert set(TABLE) - {""} <= RESERVED_WORDS


@pytest.mark.parametrize("path", [*TABLE.values(), *MORE])
def test_op_04_every_answer_has_its_headers(client, path):
    answer = client.get(path)
    answer.getvalue()
    said = answer["Content-Security-Policy"]
    script = (
        next(part for part in said.split("; ") if part.startswith("script-src"))
        if "script-src" in said
        else said
    )
    assert "unsafe" not in script
    assert "*" not in said
    assert "object-src 'none'" in said or "default-src 'none'" in said
    assert "frame-ancestors" in said or "sandbox" in said
    if "default-src 'none'" not in said:
        assert "base-uri 'none'" in said
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation" in answer["Permissions-Policy"]
    assert answer["Cache-Control"]
    assert answer.get("Access-Control-Allow-Credentials") is None


@pytest.mark.parametrize("path", ["/", "/catalogue/", "/cms/users/", "/robots.txt"])
def test_op_04_production_asks_for_https_for_a_year(client, path):
    with override_settings(SECURE_HSTS_SECONDS=31_536_000):
        answer = client.get(path, secure=True)
    assert answer["Strict-Transport-Security"].startswith("max-age=31536000")


def test_op_04_production_names_its_cookies_for_this_host_alone():
    from portal.settings import production

    assert production.SECURE_HSTS_SECONDS == 31_536_000
    for name in (
        production.SESSION_COOKIE_NAME,
        production.CSRF_COOKIE_NAME,
        production.LANGUAGE_COOKIE_NAME,
    ):
        assert name.startswith("__Host-")
    assert (
        production.SESSION_COOKIE_SECURE
        is production.CSRF_COOKIE_SECURE
        is production.LANGUAGE_COOKIE_SECURE
        is True
    )
    assert production.SESSION_COOKIE_HTTPONLY is True


@pytest.mark.parametrize("path", ["/", "/en/how-it-works/", "/catalogue/"])
def test_a_public_page_sets_no_cookie_and_may_be_kept(client, path):
    answer = client.get(path)
    assert "max-age=60" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.parametrize("path", ["/", "/catalogue/"])
def test_who_is_signed_in_leaves_nothing_in_a_shared_cache(client, teacher, path):
    client.force_login(teacher)
    assert "private" in client.get(path)["Cache-Control"]


@pytest.mark.parametrize("path", ["/sign-in/", "/sign-in/name/"])
def test_a_form_with_a_secret_is_never_kept(client, path):
    assert "no-store" in client.get(path)["Cache-Control"]


def test_pages_that_choose_a_language_say_so():
    from django.test import Client

    client = Client()
    assert "Accept-Language" in client.get("/catalogue/")["Vary"]
    assert "Accept-Language" not in client.get("/en/").get("Vary", "")
    # Anything but the encoding makes the offline shell miss (frontend.md §5).
    assert client.get("/app/shell")["Vary"] == "Accept-Encoding"


def test_a_page_that_has_not_changed_is_not_sent_twice():
    visitor = Client()
    first = visitor.get("/catalogue/")
    again = visitor.get("/catalogue/", headers={"If-None-Match": first["ETag"]})
    other = visitor.get("/catalogue/?kind=microcredential", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200
    assert "ETag" not in visitor.get("/sign-in/")
