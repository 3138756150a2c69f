"""What the portal really issues, served at its own addresses, is accepted by verifiers that share no code with it."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.utils import timezone
from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3.verifier import OB3Verifier

from credentials.open_badges.did import did_document_address
from credentials.services.awarding import award
from credentials.services.club_badges import make
from credentials.services.issuing import issue_due
from credentials.services.revoking import revoke
from credentials.services.seeding import load_achievements
from credentials.services.sharing import share
from tests.credentials.designs import HELPING
from tests.interop.node import ask_node
from tests.interop.spoiled import SCHEMA


@pytest.fixture
def load(client):
    """Fetch a DID or an address of the portal as a verifier would, from the address itself."""

    def fetch(address: str) -> Any:
        url = did_document_address(address) if address.startswith("did:") else address
        assert url.startswith(settings.PUBLIC_URL)
        answer = client.get(urlsplit(url).path)
        assert answer.status_code == 200
        return answer.json()

    return fetch


@pytest.fixture
def shared_club_badge(club, leader, pa1):
    """A shared badge of a club, and the path of its link."""
    badge = make(club, design=HELPING, actor=leader)
    done = award(badge, [pa1], actor=leader, group=club, language="pl")
    return _shared(done, pa1)


@pytest.fixture
def shared(class_2b, teacher, pa1, issuer, club):
    """A shared microcredential of PA1 (signed early, so that other clocks agree) and the path of its link."""
    achievement = load_achievements(settings.CONTENT, issuer, club)["zespolowy-projekt"]
    return _shared(award(achievement, [pa1], actor=teacher, group=class_2b.group, language="uk"), pa1)


def _shared(done, owner):
    done.batch.undo_until = timezone.now() - timedelta(minutes=1)
    done.batch.save()
    issue_due(timezone.now() - timedelta(seconds=5))
    credential = done.credentials[0]
    credential.refresh_from_db()
    made = share(credential, owner=owner, shown_name="initials", with_place=False, days=7, now=timezone.now())
    return credential, made.address.removeprefix(settings.PUBLIC_URL)


def test_digital_bazaar_accepts_it_and_sees_it_revoked(shared, load, client, teacher, digitalbazaar_verify):
    credential, link = shared
    document = client.get(link.replace("?", ".json?")).json()
    good = digitalbazaar_verify(document, load)
    assert (good.verified, good.revoked, good.errors) == (True, False, ())

    document["credentialSubject"]["achievement"]["name"] += "."
    assert not digitalbazaar_verify(document, load).verified

    revoke(credential, actor=teacher, reason="Pomyłka", now=timezone.now() - timedelta(seconds=1))
    document = client.get(link.replace("?", ".json?")).json()
    assert digitalbazaar_verify(document, load).revoked is True


def test_verifier_core_accepts_it_and_the_clubs_badge_and_sees_them_revoked(
    shared, shared_club_badge, load, client, teacher, leader
):
    def steps(link, trusted):
        document = client.get(link.replace("?", ".json?")).json()
        addresses = [document["issuer"]["id"], document["credentialStatus"]["statusListCredential"]]
        documents = {address: load(address) for address in addresses} | SCHEMA
        request = {"credential": document, "documents": documents, "trusted": trusted(document)}
        [answer] = ask_node("verify_core.mjs", [request])
        return answer

    sound = {
        "valid_signature": True,
        "expiration": True,
        "revocation_status": True,
        "registered_issuer": True,
    }
    for (credential, link), actor in ((shared, teacher), (shared_club_badge, leader)):
        assert steps(link, lambda document: [document["issuer"]["id"]]) == sound | {
            "schema": True,
            "errors": [],
        }
        assert steps(link, lambda _: [])["registered_issuer"] is False
        revoke(credential, actor=actor, reason="Pomyłka", now=timezone.now() - timedelta(seconds=1))
        assert steps(link, lambda _: [])["revocation_status"] is False


def test_openbadgeslib_accepts_the_document_and_the_picture(shared, load, client, openbadgeslib_verify):
    _, link = shared
    for form in (".json?", ".png?", ".svg?"):
        outcome = openbadgeslib_verify(client.get(link.replace("?", form)).content, load)
        assert (outcome.verified, outcome.errors) == (True, ())


def test_both_accept_a_club_badge_in_the_clubs_own_name(
    shared_club_badge, load, client, leader, club, digitalbazaar_verify, openbadgeslib_verify
):
    credential, link = shared_club_badge
    document = client.get(link.replace("?", ".json?")).json()
    assert document["issuer"]["id"].endswith(f":clubs:{club.pk}")
    good = digitalbazaar_verify(document, load)
    assert (good.verified, good.revoked, good.errors) == (True, False, ())
    for form in (".json?", ".png?"):
        outcome = openbadgeslib_verify(client.get(link.replace("?", form)).content, load)
        assert (outcome.verified, outcome.errors) == (True, ())

    renamed = json.loads(json.dumps(document).replace("(klub, nie instytucja)", "Liceum"))
    assert not digitalbazaar_verify(renamed, load).verified
    revoke(credential, actor=leader, reason="Pomyłka", now=timezone.now() - timedelta(seconds=1))
    assert digitalbazaar_verify(document, load).revoked is True


def test_jose_accepts_the_token_and_nothing_that_was_changed(shared, load, client, jose_verify):
    _, link = shared
    token = client.get(link.replace("?", ".jwt?")).content.decode()
    document = client.get(link.replace("?", ".json?")).json()
    issuer = document["issuer"]["id"]
    answer = jose_verify(token, issuer, load)

    assert (answer["verified"], answer["error"]) == (True, "")
    same = document.keys() - {"proof", "credentialStatus"}
    assert {name: answer["claims"][name] for name in same} == {name: document[name] for name in same}
    header, payload, signature = token.split(".")
    forged = payload[:-2] + ("A" if payload[-2] != "A" else "B") + payload[-1]
    assert jose_verify(f"{header}.{forged}.{signature}", issuer, load)["verified"] is False
    assert jose_verify(token, "did:web:another.example", lambda _: load(issuer))["verified"] is False


def test_openbadgeslib_accepts_the_token_and_sees_it_revoked(shared, load, client, teacher):
    credential, link = shared
    token = client.get(link.replace("?", ".jwt?")).content.decode()
    issuer = client.get(link.replace("?", ".json?")).json()["issuer"]["id"]

    def download(address: str) -> bytes:
        return json.dumps(load(issuer if address.endswith("/did.json") else address)).encode()

    def verify() -> str:
        verifier = OB3Verifier.for_issuer_did(issuer, download)
        badge = verifier.verify(token, check_status=True, verify_status_list=False, download=download)
        return badge.id

    assert verify() == f"{settings.PUBLIC_URL}/credentials/{credential.pk}"
    revoke(credential, actor=teacher, reason="Pomyłka", now=timezone.now() - timedelta(seconds=1))
    with pytest.raises(LibOpenBadgesException, match="'revocation' is set"):
        verify()
