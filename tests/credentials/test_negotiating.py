"""One address, many forms: the asker's `Accept` chooses, and what cannot be had is said (RFC 9110 §12.5.1, §15.5.7)."""

from __future__ import annotations

import pytest
from django.utils import timezone

from credentials.models import Credential
from credentials.services.sharing import share

pytestmark = pytest.mark.django_db
CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8"


@pytest.fixture
def link(held, pa1) -> str:
    mine = Credential.objects.get(recipient=pa1)
    made = share(mine, owner=pa1, shown_name="initials", with_place=False, days=7, now=timezone.now())
    return made.address.removeprefix("http://localhost:8000")


def served(client, address: str, accept: str | None) -> tuple[int, str]:
    answer = client.get(address, headers={} if accept is None else {"Accept": accept})
    assert "Accept" in answer["Vary"]
    return answer.status_code, answer["Content-Type"].partition(";")[0]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "text/html"),
        ("", "text/html"),
        ("*/*", "text/html"),
        (CHROME, "text/html"),
        ("application/vc+ld+json", "application/vc+ld+json"),
        ("application/vc", "application/vc"),
        ("application/ld+json, application/json, */*;q=0.1", "application/ld+json"),
        ("application/json", "application/json"),
        ("application/vc+jwt", "application/vc+jwt"),
        ("application/jwt;q=0.9, image/png;q=0.8", "application/jwt"),
        ("image/png", "image/png"),
        ("image/*", "image/png"),
        ("image/svg+xml, image/*;q=0.5", "image/svg+xml"),
        ("application/pdf", "application/pdf"),
        ("text/html;q=0.2, application/vc+ld+json;q=0.9", "application/vc+ld+json"),
        ("text/html;q=0, application/xhtml+xml;q=0, */*", "application/vc+ld+json"),
        ("text/csv, image/png;q=0.1", "image/png"),
    ],
)
def test_a_credential_answers_in_the_form_that_is_liked_best(client, link, accept, media_type):
    assert served(client, link, accept) == (200, media_type)


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (CHROME, "text/html"),
        ("application/ld+json", "application/ld+json"),
        ("application/vc+ld+json, application/json;q=0.5", "application/json"),
    ],
)
def test_an_achievement_and_an_issuer_answer_alike(client, seed, accept, media_type):
    assert served(client, "/achievements/debata/v1", accept) == (200, media_type)
    assert served(client, "/issuers/lo-a/", accept) == (200, media_type)


@pytest.mark.parametrize("kind", ["image/png", "image/svg+xml"])
def test_the_picture_of_an_achievement_is_where_its_address_leads(client, seed, kind):
    answer = client.get("/achievements/debata/v1", headers={"Accept": kind}, follow=True)

    assert (answer.status_code, answer["Content-Type"]) == (200, kind)


@pytest.mark.parametrize("accept", ["text/csv", "image/webp", "application/vc+ld+json;q=0", "nonsense"])
def test_what_there_is_not_is_406_for_every_address_alike(client, link, seed, accept):
    made_up = client.get("/credentials/00000000-0000-4000-8000-000000000000", headers={"Accept": accept})
    found = client.get(link, headers={"Accept": accept})

    assert (
        (found.status_code, found.content) == (made_up.status_code, made_up.content) == (406, found.content)
    )
    assert b"application/vc+jwt\n" in found.content
    assert served(client, "/achievements/debata/v1", accept) == (406, "text/plain")
    assert served(client, "/achievements/made-up/v1", accept) == (406, "text/plain")
    assert served(client, "/issuers/lo-a/", accept) == (406, "text/plain")


def test_a_private_badge_is_404_in_every_form(client, held):
    address = f"/credentials/{held[0].pk}"
    for accept in (
        "text/html",
        "application/vc",
        "application/vc+jwt",
        "image/png",
        "image/svg+xml",
        "application/pdf",
    ):
        assert client.get(address, headers={"Accept": accept}).status_code == 404
