"""`/verify/` and badges of other people's sites: asked beside the request, judged as they stand there."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from credentials.addresses import issuer_did
from credentials.open_badges.baking import compact_json
from credentials.open_badges.compact_jws import sign_jws
from credentials.open_badges.contexts import CREDENTIALS_V2, OPEN_BADGES
from credentials.open_badges.did import build_did_document, did_document_address
from credentials.open_badges.documents import build_credential
from credentials.open_badges.endorsements import build_endorsement
from credentials.open_badges.facts import (
    AchievementDescription,
    AwardFacts,
    IssuerProfile,
    RecipientIdentity,
    StatusEntry,
)
from credentials.services import asking_elsewhere
from tests.credentials.open_badges.school import School

pytestmark = pytest.mark.django_db
UNKNOWN = "verdict-unsure"
DEAD = 404


@dataclass
class Site:
    """Somebody else's site on this computer: what stands at its paths, and what was asked of it."""

    port: int
    paths: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    seconds: float = 0

    @property
    def school(self) -> School:
        return School(
            did=f"did:web:localhost%3A{self.port}:issuers:lo-9",
            list_url=f"http://localhost:{self.port}/status/1",
            now=datetime.now(UTC) - timedelta(minutes=5),
        )

    def publish(self, address: str, document: bytes | dict[str, Any]) -> None:
        body = document if isinstance(document, bytes) else compact_json(document).encode()
        self.paths[urlsplit(address).path] = body


@pytest.fixture
def site(settings) -> Iterator[Site]:
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            time.sleep(site.seconds)
            body = site.paths.get(self.path)
            self.send_response(200 if body else DEAD)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Silence."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        site = Site(server.server_address[1])
        settings.OUTSIDE_LOOPBACK_PORTS = frozenset({site.port})
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site.publish(did_document_address(site.school.did), site.school.did_document())
        site.publish(site.school.list_url, site.school.status_list())
        yield site
        server.shutdown()


def unsigned(site: Site) -> dict[str, Any]:
    school, home = site.school, f"http://localhost:{site.port}"
    return build_credential(
        IssuerProfile(school.did, "IX LO", home, country_code="PL"),
        AchievementDescription(f"{home}/achievements/a/v1", "pl", "digital_badge", "Debata", "Brał udział."),
        RecipientIdentity(learner_number="u-1", salt="f3b1"),
        AwardFacts(f"{home}/credentials/1", school.now, school.now, StatusEntry(school.list_url, 4711)),
    )


@pytest.fixture
def badge(site) -> bytes:
    return compact_json(site.school.sign(unsigned(site))).encode()


def check(client, badge: bytes | str) -> str:
    """The page with the answer, after as many looks as a browser would take."""
    answer = client.post("/verify/", {"badge": badge if isinstance(badge, str) else badge.decode()})
    if answer.status_code != 303:
        return answer.content.decode()
    for _ in range(100):
        page = client.get(answer["Location"])
        if "Refresh" not in page:
            assert page["Cache-Control"] == "no-store"
            return page.content.decode()
        time.sleep(0.05)
    raise AssertionError("no answer in five seconds")


def findings(page: str) -> list[str]:
    return [part.partition('"')[0] for part in page.split('class="finding-')[1:]]


def test_a_badge_of_another_site_is_unchanged_unknown_and_still_valid(client, site, badge):
    page = check(client, badge)

    assert findings(page) == ["yes", "no", "yes"]
    assert UNKNOWN in page
    assert "verdict-valid" not in page
    assert sorted(site.asked) == ["/issuers/lo-9/did.json", "/status/1"]


def test_its_token_and_its_link_are_judged_alike(client, site, badge):
    token = sign_jws(unsigned(site), site.school.key, f"{site.school.method}-jwk")
    site.publish(
        did_document_address(site.school.did),
        build_did_document(site.school.did, [("key-1", site.school.key.public_key())]),
    )
    site.paths["/credentials/1"] = badge

    assert findings(check(client, token)) == ["yes", "no", "yes"]
    assert findings(check(client, f"http://localhost:{site.port}/credentials/1")) == ["yes", "no", "yes"]


def test_it_is_revoked_where_its_own_list_says_so(client, site, badge):
    site.publish(site.school.list_url, site.school.status_list(4711))

    assert "verdict-bad" in check(client, badge)


def test_a_list_that_is_a_token_is_read_as_well(client, site, badge):
    document = json.loads(site.school.status_list(4711))
    token = sign_jws(document, site.school.key, f"{site.school.method}-jwk")
    site.publish(site.school.list_url, token)
    assert "verdict-bad" in check(client, badge)

    site.publish(site.school.list_url, token[:-6] + b"AAAAAA")
    page = check(client, badge)
    assert findings(page) == ["yes", "no", "no"]
    assert "verdict-bad" in page


def test_cr_07_a_list_that_cannot_be_had_is_cannot_tell_now(client, site, badge):
    site.paths.pop("/status/1")

    page = check(client, badge)
    assert findings(page) == ["yes", "no", "cannot_tell"]
    assert UNKNOWN in page


def test_a_changed_badge_is_not_valid(client, site, badge):
    page = check(client, badge.replace(b"Debata", b"debata"))

    assert findings(page) == ["no", "cannot_tell", "cannot_tell"]
    assert "verdict-bad" in page
    assert site.asked == ["/issuers/lo-9/did.json"]


def test_cr_02_a_key_that_only_says_it_is_the_issuers_is_refused(client, site, badge):
    stranger = Ed25519PrivateKey.generate().public_key()
    site.publish(
        did_document_address(site.school.did), build_did_document(site.school.did, [("key-1", stranger)])
    )

    assert "verdict-bad" in check(client, badge)


def test_a_site_that_is_not_there_cannot_be_told(client, site, badge):
    site.paths.clear()

    page = check(client, badge)
    assert findings(page) == ["cannot_tell"] * 3
    assert UNKNOWN in page


def test_cr_02_another_site_never_speaks_for_us(client, site, held):
    """A stranger's key under our own DID, with a document of ours served by the stranger: nobody asks for it."""
    ours = School(
        did="did:web:localhost%3A8000:issuers:lo-a", list_url=site.school.list_url, now=site.school.now
    )
    document = unsigned(site)
    document["issuer"]["id"] = ours.did
    site.publish(did_document_address(ours.did), ours.did_document())
    page = check(client, compact_json(ours.sign(document)))

    assert "verdict-bad" in page
    assert site.asked == []


def test_a_link_to_a_page_or_to_nothing_says_so(client, site):
    site.paths["/page"] = b"<!DOCTYPE html><title>x</title>"

    assert "Pod tym linkiem jest strona" in check(client, f"http://localhost:{site.port}/page")
    assert "Nic nie udało się pobrać" in check(client, f"http://localhost:{site.port}/nothing")
    assert "Nic nie udało się pobrać" in check(client, "http://10.0.0.1/badge.json")
    assert "Nic nie udało się pobrać" in check(client, "https://10.0.0.1/badge.json")


def test_an_endorsement_is_judged_by_its_link(client, site):
    home, school = f"http://localhost:{site.port}", site.school
    words = build_endorsement(
        IssuerProfile(school.did, "IX LO", home), id=f"{home}/endorsements/1", name="Poparcie",
        achievement_id="https://example.org/achievements/a/v1", comment="Polecamy.", since=school.now,
        status=StatusEntry(school.list_url, 7),
    )  # fmt: skip
    site.paths["/endorsements/1"] = compact_json(school.sign(words)).encode()

    page = check(client, f"{home}/endorsements/1")
    assert findings(page) == ["yes", "no", "yes"]
    assert "To poparcie jest niezmienione" in page
    assert "Polecamy." in page


def test_an_issuer_elsewhere_only_says_of_itself_who_it_is(client, site):
    home, did = f"http://localhost:{site.port}", site.school.did
    profile = {"@context": [CREDENTIALS_V2, OPEN_BADGES], "id": did, "type": ["Profile"], "name": "IX LO <b>"}
    site.publish(f"{home}/issuer", profile)
    for address in (f"{home}/issuer", did_document_address(did)):
        page = check(client, address)
        assert ("Nie znamy tego wydawcy." in page, did in page, findings(page)) == (True, True, [])
    assert "IX LO &lt;b&gt;" in check(client, compact_json(profile))
    # An issuer is never asked for what it names: each of the links was fetched, and nothing else.
    assert sorted(site.asked) == ["/issuer", "/issuers/lo-9/did.json"]


def test_cr_02_a_document_elsewhere_says_nothing_of_an_issuer_of_ours(client, site, issuer):
    forged = {"@context": [CREDENTIALS_V2, OPEN_BADGES], "id": issuer_did(issuer), "type": ["Profile"]}
    site.publish(
        f"http://localhost:{site.port}/issuer", {**forged, "name": "Ministerstwo", "url": "https://x.pl"}
    )

    page = check(client, f"http://localhost:{site.port}/issuer")
    assert "Znamy tego wydawcę." in page
    assert f'<a href="/issuers/{issuer.slug}/">{issuer.name["pl"]}</a>' in page
    assert "Ministerstwo" not in page
    assert "x.pl" not in page


def test_ss_02_the_request_does_not_wait_and_others_are_served_meanwhile(client, site, badge, monkeypatch):
    site.seconds = 0.5
    started = time.monotonic()
    answer = client.post("/verify/", {"badge": badge.decode()})
    waiting = client.get(answer["Location"])

    assert time.monotonic() - started < 0.4
    assert (answer.status_code, waiting["Refresh"]) == (303, "2")
    assert "Pytamy stronę wydawcy" in waiting.content.decode()
    assert client.get("/verify/").status_code == 200
    assert findings(check(client, badge)) == ["yes", "no", "yes"]


def test_ss_02_when_too_many_wait_the_next_is_told_at_once(client, site, badge, monkeypatch):
    monkeypatch.setattr(asking_elsewhere, "_places", threading.BoundedSemaphore(1))
    site.seconds = 0.3
    first = client.post("/verify/", {"badge": badge.decode()})
    second = client.post("/verify/", {"badge": badge.decode()})

    assert (first.status_code, second.status_code) == (303, 200)
    assert "Właśnie sprawdzamy wiele odznak" in second.content.decode()


def test_ss_02_a_network_asks_sixty_times_in_ten_minutes(client, site, settings):
    for _ in range(60):
        client.post("/verify/", {"badge": "https://10.0.0.1/badge.json"})

    assert "Właśnie sprawdzamy wiele odznak" in check(client, "https://10.0.0.1/badge.json")


def test_an_answer_that_is_no_longer_kept_is_not_there(client):
    answer = client.get("/verify/made-up")

    assert answer.status_code == 404
    assert client.post("/verify/made-up").status_code == 405
