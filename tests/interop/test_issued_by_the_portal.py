"""What the portal really issues, served at its own addresses, is accepted by verifiers that share no code with it."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.utils import timezone

from credentials.open_badges.did import did_document_address
from credentials.services.awarding import award
from credentials.services.issuing import issue_due
from credentials.services.revoking import revoke
from credentials.services.seeding import load_achievements
from credentials.services.sharing import share


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
def shared(class_2b, teacher, pa1, issuer, club):
    """A shared microcredential of PA1 (signed early, so that other clocks agree) and the path of its link."""
    achievement = load_achievements(settings.CONTENT, issuer, club)["zespolowy-projekt"]
    done = award(achievement, [pa1], actor=teacher, group=class_2b.group, language="uk")
    done.batch.undo_until = timezone.now() - timedelta(minutes=1)
    done.batch.save()
    issue_due(timezone.now() - timedelta(seconds=5))
    credential = done.credentials[0]
    credential.refresh_from_db()
    made = share(credential, owner=pa1, shown_name="initials", with_place=False, days=7, now=timezone.now())
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


def test_openbadgeslib_accepts_the_document_and_the_picture(shared, load, client, openbadgeslib_verify):
    _, link = shared
    for form in (".json?", ".png?"):
        outcome = openbadgeslib_verify(client.get(link.replace("?", form)).content, load)
        assert (outcome.verified, outcome.errors) == (True, ())
