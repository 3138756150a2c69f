"""Refusals: a page for people, JSON for programs, in the reader's language, with nothing of the inside."""

import pytest
from django.test import Client, RequestFactory

from portal.views import errors

pytestmark = pytest.mark.django_db
WORDS = {
    "pl": "Nic tu dla Ciebie nie ma.",
    "en": "There is nothing here for you.",
    "uk": "Тут немає нічого для тебе.",
}


@pytest.mark.parametrize("language", ["pl", "en", "uk"])
@pytest.mark.parametrize("path", ["/no-such-page/", "/achievements/none/", "/cms/users/"])
def test_a_missing_page_speaks_the_readers_language(client, language, path):
    answer = client.get(path, headers={"accept-language": language})
    text = answer.content.decode()
    assert answer.status_code == 404
    assert WORDS[language] in text
    assert f'<html lang="{language}">' in text
    assert "NOT_FOUND" in text
    assert 'content="noindex"' in text


def test_a_program_gets_json(client):
    answer = client.get("/no-such-page/", headers={"accept": "application/json", "accept-language": "en"})
    assert answer.json()["code"] == "NOT_FOUND"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("view", "status", "code"),
    [
        (errors.bad_request, 400, "BAD_REQUEST"),
        (errors.forbidden, 404, "NOT_FOUND"),
        (errors.server_error, 500, "INTERNAL"),
    ],
)
def test_every_refusal_says_what_to_do_next(view, status, code, stranger):
    request = RequestFactory().get("/x", headers={"accept": "text/html", "accept-language": "pl"})
    request.user = stranger
    answer = view(request)
    assert answer.status_code == status
    assert code in answer.content.decode()
    assert 'href="/"' in answer.content.decode()


def test_a_form_without_its_secret_is_refused_calmly():
    answer = Client(enforce_csrf_checks=True).post(
        "/sign-in/", {"code": "x"}, headers={"accept": "text/html"}
    )
    assert answer.status_code == 403
    assert "CSRF" in answer.content.decode()
    assert "Ta strona była otwarta zbyt długo." in answer.content.decode()
