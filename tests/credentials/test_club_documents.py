"""A club badge as an Open Badge: in the club's name, named as what it is, and shown by the verifier as a club's."""

import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from credentials.models import Credential, IssuedDocument, StatusList
from credentials.selectors.standing_behind import standing_behind
from credentials.selectors.verdicts import judge
from credentials.services.awarding import award
from credentials.services.club_badges import make
from credentials.services.endorsing import endorse
from credentials.services.issuing import _record, issue_batch
from credentials.services.keys import signing_key_of
from credentials.services.revoking import revoke
from credentials.services.sharing import share
from credentials.services.status_lists import open_list
from credentials.services.withdrawing_keys import withdraw
from people.models import Group
from tests.credentials.conftest import document_of
from tests.credentials.designs import HELPING
from tests.credentials.marked import rung_marked_in


@pytest.fixture
def badge(club, leader):
    return make(club, design=HELPING, actor=leader)


def held_in(language, badge, club, leader, person) -> Credential:
    done = award(badge, [person], actor=leader, group=club, language=language, note="Dzięki, Ola!")
    issue_batch(done.batch, now=timezone.now() + timedelta(minutes=11))
    return Credential.objects.get(pk=done.credentials[0].pk)


@pytest.fixture
def mine(badge, club, leader, pa1):
    return held_in("pl", badge, club, leader, pa1)


def overall(credential: Credential, days: int = 1) -> str:
    body = bytes(IssuedDocument.objects.get(credential=credential).body)
    return judge(body, now=timezone.now() + timedelta(days=days)).overall


def test_the_club_is_the_issuer_with_a_did_of_its_own(mine, club, client):
    document = document_of(mine)
    did = f"did:web:localhost%3A8000:clubs:{club.pk}"
    assert document["issuer"]["id"] == did
    assert document["proof"]["verificationMethod"].startswith(f"{did}#")
    served = client.get(f"/clubs/{club.pk}/did.json")
    assert served["Access-Control-Allow-Origin"] == "*"
    keys = served.json()
    assert (keys["id"], keys["verificationMethod"][0]["controller"]) == (did, did)
    assert document["proof"]["verificationMethod"] in keys["assertionMethod"]
    assert "Klub" not in served.content.decode()
    status = json.loads(StatusList.objects.get().document)
    assert (status["issuer"], StatusList.objects.get().club) == (did, club)
    assert overall(mine) == "valid"


@pytest.mark.parametrize(
    ("language", "name", "kind", "heading"),
    [
        ("pl", "Klub Rozmów (klub, nie instytucja)", "Odznaka klubowa.", "## Za co"),
        ("en", "Klub Rozmów (club, not an institution)", "Club badge.", "## What it is for"),
        ("uk", "Klub Rozmów (клуб, не установа)", "Клубний бейдж.", "## За що"),
    ],
)
def test_it_says_what_it_is_in_its_language(language, name, kind, heading, badge, club, leader, pa1):
    document = document_of(held_in(language, badge, club, leader, pa1))
    achievement = document["credentialSubject"]["achievement"]
    narrative = achievement["criteria"]["narrative"]
    assert document["issuer"]["name"] == name
    assert kind in narrative.split("\n\n")[1]
    assert f"{heading}\n\n- Za pomoc, o którą nie trzeba było prosić." in narrative
    assert achievement["achievementType"] == "Badge"
    assert not {"alignment", "tag", "creditsAvailable"} & achievement.keys()
    assert "Dzięki" not in json.dumps(document, ensure_ascii=False)


def test_cr_02_another_clubs_name_does_not_pass(mine, school_a):
    other = Group.objects.create(kind="club", name="Obcy klub", parent=school_a.group)
    document = json.dumps(document_of(mine), ensure_ascii=False)
    forged = document.replace(str(mine.achievement.club_id), str(other.pk)).encode()
    assert judge(forged, now=timezone.now() + timedelta(days=1)).overall == "not_valid"


def test_cr_07_revoked_it_is_revoked(mine, leader):
    revoke(mine, actor=leader, reason="Pomyłka", now=timezone.now())
    assert overall(mine) == "revoked"


def test_cr_08_a_withdrawn_key_counts_for_no_club(mine):
    withdraw(signing_key_of(None), since=timezone.now(), now=timezone.now())
    assert overall(mine) in ("not_valid", "cannot_tell")


def test_what_was_recorded_for_the_portals_list_is_signed_in_the_portals_name(badge, club, leader, pa1):
    done = award(badge, [pa1], actor=leader, group=club)
    later = timezone.now() + timedelta(minutes=11)
    _record(done.batch, later)
    IssuedDocument.objects.update(status_list=open_list(None, now=later))
    issue_batch(done.batch, now=later)
    credential = done.credentials[0]
    assert document_of(credential)["issuer"]["id"] == "did:web:localhost%3A8000"
    assert overall(credential) == "valid"


def verified(client, mine, language="en") -> str:
    body = bytes(IssuedDocument.objects.get(credential=mine).body).decode()
    return client.post("/verify/", {"badge": body}, HTTP_ACCEPT_LANGUAGE=language).content.decode()


@pytest.fixture
def signed_in_the_past(badge, club, leader, pa1):
    """Valid already, whatever the clock of the page says."""
    done = award(badge, [pa1], actor=leader, group=club)
    done.batch.undo_until = timezone.now() - timedelta(minutes=1)
    done.batch.save()
    issue_batch(done.batch, now=timezone.now() - timedelta(seconds=5))
    return Credential.objects.get(pk=done.credentials[0].pk)


def test_the_verifier_shows_a_club_badge_as_a_clubs(signed_in_the_past, client, coordinator, school_a):
    text = verified(client, signed_in_the_past)
    assert "This club badge is real and valid." in text
    assert "This badge is real and valid." not in text
    assert "A club awarded it, not an institution." in text
    assert "LO A vouches for its leader; no issuer stands behind it." in text
    assert rung_marked_in(text) == "Club badge"
    assert "<dt>Club</dt>" in text
    assert "<dt>Issuer</dt>" not in text
    endorse(signed_in_the_past.achievement, by=coordinator, group=school_a.group, text="Znamy ich.")
    assert rung_marked_in(verified(client, signed_in_the_past)) == "Endorsed club badge"


def test_the_shared_page_says_who_stands_behind_and_links_only_where_one_may_read(
    signed_in_the_past, client, club, pa1
):
    now = timezone.now()
    pa1.born_on = now.date().replace(year=now.year - 30, day=1)
    pa1.save()
    link = share(
        signed_in_the_past, owner=pa1, shown_name="initials", with_place=False, days=7, now=now
    ).address
    path = link.removeprefix("http://localhost:8000")
    text = client.get(path, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "This club badge is real and valid." in text
    assert 'aria-current="step"' in text
    assert f'href="/achievements/{signed_in_the_past.achievement.slug}/v1"' in text
    Group.objects.filter(pk=club.pk).update(parent=None)
    cache.clear()
    text = client.get(path, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "Nobody outside the club stands behind it." in text
    assert "/achievements/" not in text


def test_an_institutions_badge_is_no_club_badge(held, client):
    text = client.get("/verify/").content.decode()
    assert 'aria-current="step"' not in text
    body = json.dumps(document_of(held[0])).encode()
    verdict = judge(body, now=timezone.now() + timedelta(days=1))
    behind = standing_behind(verdict)
    assert behind is not None
    assert (behind.trust.rung, behind.is_club_badge) == (held[0].achievement.kind, False)
