"""What is answered from memory, and above all what never is (case OP-04): nothing of a person, a form or a choice."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from cms.catalogue.services.indexing import ENTRIES, rebuild
from cms.look.shown import forget as forget_look
from core.kept_answers import KeepWhile, KeptAnswer, Shelf, kept_for_strangers
from core.secrets import new_secret
from credentials.models import Achievement
from credentials.selectors.catalogue_pages import forget_catalogue
from portal import kept_answers
from portal.kept_answers import KeptAnswersMiddleware
from tests.factories import AchievementFactory, UserFactory, three

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(monkeypatch):
    """What is kept, at first nothing."""
    shelf = Shelf()
    monkeypatch.setattr(kept_answers, "_shelf", shelf)
    return shelf


@pytest.fixture(autouse=True)
def badge(shelf):
    """One thing in the catalogue, so that reading it costs statements."""
    badge = AchievementFactory(version={"name": three("Odznaka na próbę")})
    rebuild()
    cache.clear()
    return badge


def statements(client, path="/catalogue/", **headers):
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(path, headers=headers)
    assert answer.status_code == 200
    return len(caught)


def test_a_stranger_gets_the_second_answer_without_a_statement(client):
    first = client.get("/catalogue/")
    assert statements(client) == 0
    again = client.get("/catalogue/")
    assert again.content == first.content
    assert again["X-Request-ID"] != first["X-Request-ID"]
    for name in (
        "Content-Security-Policy",
        "Vary",
        "Cache-Control",
        "ETag",
        "Content-Language",
        "Referrer-Policy",
    ):
        assert again[name] == first[name]
    unchanged = client.get("/catalogue/", headers={"If-None-Match": first["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")


def test_what_changed_is_read_anew(client, badge):
    assert "Odznaka na próbę" in client.get("/catalogue/").content.decode()
    Achievement.objects.filter(pk=badge.pk).update(hidden_at="2026-11-22T08:00Z")
    forget_catalogue()
    assert "Odznaka na próbę" not in client.get("/catalogue/").content.decode()
    for change in (ENTRIES.change, forget_look, cache.clear):
        client.get("/catalogue/")
        change()
        assert statements(client) > 0


def test_an_answer_is_kept_for_a_minute_and_no_longer(client, monkeypatch):
    client.get("/catalogue/")
    assert statements(client) == 0
    monkeypatch.setattr("core.kept_answers.SECONDS", 0)
    assert statements(client) > 0


def test_op_04_nothing_of_somebody_signed_in_is_kept_or_answered_from_memory(client):
    somebody = Client()
    somebody.force_login(UserFactory(), backend="django.contrib.auth.backends.ModelBackend")
    assert "/app/" in somebody.get("/catalogue/").content.decode()
    answer = client.get("/catalogue/").content.decode()
    assert 'class="account" href="/sign-in/"' in answer
    assert 'class="account" href="/app/"' in somebody.get("/catalogue/").content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "sessionid=made-up"},
        {"Cookie": "messages=made-up"},
        {"Cookie": "anything=else; django_language=pl"},
        {"Authorization": "Bearer made-up"},
    ],
)
def test_op_04_who_brings_more_than_a_language_is_not_answered_from_memory(client, headers):
    client.get("/catalogue/")
    assert statements(client, **headers) > 0
    client.cookies.clear()


def test_each_language_has_an_answer_of_its_own_by_cookie_and_by_browser(client):
    for language, word in (("pl", "Katalog"), ("uk", "Каталог"), ("en", "Catalogue")):
        for headers in ({"Accept-Language": language}, {"Cookie": f"django_language={language}"}):
            for _again in range(2):
                assert f"<title>{word}" in client.get("/catalogue/", headers=headers).content.decode()


def test_another_host_scheme_address_or_question_is_another_answer(client):
    client.get("/catalogue/")
    assert statements(client, "/catalogue/?q=debata") > 0
    assert client.get("/catalogue/", headers={"Host": "evil.example"}).status_code == 400
    with CaptureQueriesContext(connection) as caught:
        client.get("/catalogue/", secure=True)
    assert len(caught) > 0
    assert client.post("/catalogue/").status_code == 405


def cookie_set(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("a cookie")
    response.set_cookie("chosen", "by me")
    return response


def form_secret(request: HttpRequest) -> HttpResponse:
    return HttpResponse(get_token(request))


def own_headers(**headers: str):
    return lambda request: HttpResponse(
        "a header", headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


@pytest.mark.parametrize(
    "view",
    [
        cookie_set,
        form_secret,
        own_headers(Cache_Control="private, no-store"),
        own_headers(Content_Security_Policy="script-src 'nonce-abc'"),
        own_headers(Vary="Accept"),
        lambda request: HttpResponse("not there", status=404),
    ],
)
def test_op_04_no_answer_is_kept_that_could_differ_for_the_next_one(view, shelf):
    """Even if its view was marked by mistake."""
    request = RequestFactory().get("/catalogue/")
    request.user = AnonymousUser()
    marked = kept_for_strangers(lambda: "always")(view)
    KeptAnswersMiddleware(marked)(request)
    assert len(shelf) == 0


def test_op_04_a_marked_answer_to_somebody_is_not_kept_however_they_came(shelf):
    request = RequestFactory().get("/catalogue/")
    request.user = UserFactory.build()
    KeptAnswersMiddleware(kept_for_strangers(lambda: "always")(lambda request: HttpResponse("mine")))(request)
    assert len(shelf) == 0


def test_what_is_kept_is_bounded_whatever_people_ask():
    shelf = Shelf(most_bytes=100_000)
    for number in range(200):
        shelf.put((f"?q={number}",), KeptAnswer((), new_secret(160).encode() * 100, KeepWhile(str, "")))
    assert 1 < len(shelf) < 30
    assert shelf.get(("?q=0",)) is None
    assert shelf.get(("?q=199",)) is not None
    shelf.put(("too long",), KeptAnswer((), b"x" * 300_000, KeepWhile(str, "")))
    assert shelf.get(("too long",)) is None
