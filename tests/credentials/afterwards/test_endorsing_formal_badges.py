"""Organisations stand up for a formal badge of another: signed words on its page and in its JSON, until withdrawn."""

import json

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from jsonschema import Draft201909Validator

from core.refusals import Refusal
from credentials.models import Endorsement, SignedEndorsement, StatusList
from credentials.open_badges.findings import NO, YES
from credentials.open_badges.proofs import verify_data_integrity
from credentials.open_badges.status import StatusState, check_status
from credentials.selectors.did_documents import did_document
from credentials.services import endorsing
from credentials.services.formal_endorsing import endorse_formal
from people.enums import GroupKind, Role
from tests.asking import ask
from tests.factories import AchievementFactory, GroupFactory, IssuerFactory, MembershipFactory, UserFactory
from tests.interop.spoiled import SCHEMA

ENDORSE = """mutation ($a: ID!, $i: ID!, $t: String!) { endorseAchievement(achievementId: $a, issuerId: $i, text: $t) {
  endorsing { given { badgeName by text outdated } } errors { code field } } }"""
WITHDRAW = "mutation ($e: ID!) { withdrawEndorsement(endorsementId: $e) { errors { code } } }"
SCREEN = (
    "query ($s: String) { endorsing(search: $s) { names { label } found { name issuerName } given { id } } }"
)


@pytest.fixture
def museum(db):
    """An accredited organisation outside the school."""
    group = GroupFactory(kind=GroupKind.ORGANISATION, name="Muzeum Miasta")
    return IssuerFactory(slug="muzeum", group=group)


@pytest.fixture
def curator(museum):
    user = UserFactory(username="curator")
    MembershipFactory(group=museum.group, user=user, role=Role.COORDINATOR)
    return user


@pytest.fixture
def badge(issuer):
    return AchievementFactory(slug="debata", issuer=issuer)


def published(client, badge) -> list[dict]:
    cache.clear()
    answer = client.get(f"/achievements/{badge.slug}/v1", headers={"Accept": "application/ld+json"})
    return json.loads(answer.content).get("endorsement", [])


def test_words_are_signed_and_stand_on_the_page_and_in_the_json(badge, museum, curator, client):
    made = ask(curator, ENDORSE, a=badge.pk, i=museum.pk, t=" Tak uczymy w muzeum. ").data
    assert made["endorsing"]["given"] == [
        {"badgeName": "Odznaka debata", "by": "muzeum", "text": "Tak uczymy w muzeum.", "outdated": False}
    ]
    [document] = published(client, badge)
    assert document["type"] == ["VerifiableCredential", "EndorsementCredential"]
    assert document["credentialSubject"] == {
        "id": "http://localhost:8000/achievements/debata/v1",
        "type": ["EndorsementSubject"],
        "endorsementComment": "Tak uczymy w muzeum.",
    }
    assert "Tak uczymy w muzeum." in client.get("/achievements/debata/v1").content.decode()
    served = client.get(document["id"].removeprefix("http://localhost:8000"))
    assert (served.content, served["Access-Control-Allow-Origin"]) == (
        bytes(SignedEndorsement.objects.get().body),
        "*",
    )


def test_the_signature_is_the_organisations_and_covers_the_words(badge, museum, curator, client):
    endorse_formal(badge, issuer=museum, by=curator, text="Polecamy.", now=timezone.now())
    [document] = published(client, badge)
    resolve = {document["issuer"]["id"]: did_document(museum)}.get
    good = verify_data_integrity(document, resolve_did=resolve)
    assert (good.signature.answer, good.controller.answer) == (YES, YES)
    changed = {
        **document,
        "credentialSubject": {**document["credentialSubject"], "endorsementComment": "Inne"},
    }
    assert verify_data_integrity(changed, resolve_did=resolve).signature.answer == NO


def test_withdrawn_it_disappears_and_its_status_says_so(badge, museum, curator, client):
    made = endorse_formal(badge, issuer=museum, by=curator, text="Polecamy.", now=timezone.now())
    [document] = published(client, badge)
    assert ask(curator, WITHDRAW, e=made.pk).data == {"errors": []}

    assert published(client, badge) == []
    assert "Polecamy." not in client.get("/achievements/debata/v1").content.decode()
    assert client.get(document["id"].removeprefix("http://localhost:8000")).status_code == 404
    entry = document["credentialStatus"]
    found = check_status(
        entry, issuer=document["issuer"]["id"], now=timezone.now(),
        fetch_status={entry["statusListCredential"]: StatusList.objects.get(of_endorsements=True).document.encode()}.get,
        resolve_did={document["issuer"]["id"]: did_document(museum)}.get,
    )  # fmt: skip
    assert found.state == StatusState.REVOKED


def test_the_same_words_change_nothing_and_others_take_their_place(badge, museum, curator, client):
    for text in ("Polecamy.", "Polecamy.", "Bardzo polecamy."):
        endorse_formal(badge, issuer=museum, by=curator, text=text, now=timezone.now())
    assert [one["credentialSubject"]["endorsementComment"] for one in published(client, badge)] == [
        "Bardzo polecamy."
    ]
    assert SignedEndorsement.objects.filter(revoked=True).count() == 1


def test_reported_words_are_not_published(badge, museum, curator, client):
    endorse_formal(badge, issuer=museum, by=curator, text="Polecamy.", now=timezone.now())
    Endorsement.objects.update(hidden_at=timezone.now())
    assert published(client, badge) == []
    with pytest.raises(Refusal) as refusal:
        endorse_formal(badge, issuer=museum, by=curator, text="Inaczej.", now=timezone.now())
    assert refusal.value.code == "ENDORSEMENT_HIDDEN"


def test_nobody_endorses_what_they_award_themselves(badge, issuer, coordinator):
    reply = ask(coordinator, ENDORSE, a=badge.pk, i=issuer.pk, t="Nasza najlepsza.")
    assert reply.code == "NOT_FOUND"
    assert not Endorsement.objects.exists()


@pytest.mark.parametrize("who", ["pa1", "teacher", "leader", "editor", "operator"])
def test_ac_01_only_who_speaks_for_an_organisation_endorses(badge, museum, who, request):
    assert ask(request.getfixturevalue(who), ENDORSE, a=badge.pk, i=museum.pk, t="Tak").code == "NOT_FOUND"


def test_ac_05_not_in_somebody_elses_name(badge, museum, curator, issuer):
    other = IssuerFactory(slug="inny", group=GroupFactory(kind=GroupKind.ORGANISATION))
    assert ask(curator, ENDORSE, a=badge.pk, i=other.pk, t="Tak").code == "NOT_YOUR_NAME"
    assert not Endorsement.objects.exists()


@pytest.mark.parametrize("standing", ["draft", "suspended", "withdrawn"])
def test_an_organisation_that_does_not_stand_endorses_nothing(badge, museum, curator, standing):
    type(museum).objects.filter(pk=museum.pk).update(standing=standing)
    assert ask(curator, ENDORSE, a=badge.pk, i=museum.pk, t="Tak").code == "NOT_FOUND"


def test_a_club_badge_has_endorsements_of_its_own(club, museum, curator):
    of_club = AchievementFactory(slug="klubowa", kind="club_badge", issuer=None, club=club)
    with pytest.raises(Refusal) as refusal:
        endorse_formal(of_club, issuer=museum, by=curator, text="Tak", now=timezone.now())
    assert refusal.value.code == "NOT_FORMAL"


def test_the_screen_finds_what_others_award(badge, museum, curator, pa1):
    seen = ask(curator, SCREEN, s="debata").data
    assert (seen["names"], seen["found"]) == (
        [{"label": "muzeum"}],
        [{"name": "Odznaka debata", "issuerName": "lo-a"}],
    )
    assert ask(pa1, SCREEN, s="debata").data == {"names": [], "found": [], "given": []}


def test_endorsing_again_at_once_keeps_one(badge, museum, curator):
    first = endorse_formal(badge, issuer=museum, by=curator, text="Polecamy.", now=timezone.now())
    endorsing.withdraw(first, actor=curator, now=timezone.now())
    endorsing.withdraw(first, actor=curator, now=timezone.now())
    assert StatusList.objects.filter(of_endorsements=True).count() == 1
    assert SignedEndorsement.objects.get().revoked


def test_anybody_checks_an_endorsement_and_nobody_takes_it_for_a_badge(badge, museum, curator, client):
    made = endorse_formal(badge, issuer=museum, by=curator, text="Polecamy.", now=timezone.now())
    signed = bytes(made.signed.body).decode()

    def said(text):
        page = client.post("/verify/", {"badge": text}).content.decode()
        return page.partition('<h1 id="verdict">')[2].partition("</h1>")[0], page

    line, page = said(signed)
    assert line == "To poparcie jest prawdziwe i ważne."
    assert "Polecamy." in page
    assert said(signed.replace("Polecamy", "Odradzamy"))[0] == "To poparcie jest nieważne."
    endorsing.withdraw(made, actor=curator, now=timezone.now())
    assert said(signed)[0] == "To poparcie zostało wycofane."
    nothing = json.dumps({**json.loads(signed), "credentialSubject": {"type": ["EndorsementSubject"]}})
    assert "nieważne" in said(nothing)[0]


def test_its_own_link_is_checked_and_stands_on_the_page(badge, museum, curator, client):
    made = endorse_formal(badge, issuer=museum, by=curator, text="Polecamy.", now=timezone.now())
    path = f"/achievements/debata/v1/endorsements/{made.pk}"

    def said(link):
        return client.post("/verify/", {"badge": f"{settings.PUBLIC_URL}{link}"}).content.decode()

    assert f'href="{path}"' in client.get("/achievements/debata/v1").content.decode()
    assert "To poparcie jest prawdziwe i ważne." in said(path)
    endorsing.withdraw(made, actor=curator, now=timezone.now())
    assert "Nie ma takiego poparcia albo organizacja je wycofała." in said(path)
    assert "Nie ma takiego poparcia" in said(f"/achievements/debata/v1/endorsements/{badge.pk}")


def test_links_of_ours_that_are_no_badge_say_what_they_are(badge, museum, client):
    def said(link):
        return client.post("/verify/", {"badge": f"{settings.PUBLIC_URL}{link}"}).content.decode()

    for link in ("/issuers/muzeum/", "/issuers/muzeum/did.json"):
        page = said(link)
        assert ("Znamy tego wydawcę." in page, "Akredytowany" in page) == (True, True)
    assert "Pod tym linkiem jest opis odznaki" in said("/achievements/debata/v1")
    assert "Pod tym linkiem jest strona" in said("/verify/")
    museum.standing, museum.group = "applied", None
    museum.save()
    for link in ("/issuers/muzeum/", "/issuers/nobody/", "/no/such/page", f"/credentials/{badge.pk}"):
        assert "Nie ma takiej odznaki" in said(link)


def test_it_keeps_to_the_published_schema(badge, museum, curator):
    made = endorse_formal(badge, issuer=museum, by=curator, text="Polecamy.", now=timezone.now())
    schema = next(iter(SCHEMA.values()))
    validator = Draft201909Validator({"$defs": schema["$defs"], "$ref": "#/$defs/EndorsementCredential"})
    assert [error.message for error in validator.iter_errors(json.loads(bytes(made.signed.body)))] == []
