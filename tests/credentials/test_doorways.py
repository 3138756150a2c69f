"""The public addresses: a shared badge, its documents, the verifier and issuers."""

import json
import random
import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from credentials.models import Credential, IssuedDocument, Share, StatusList
from credentials.open_badges.baking import bake_png, extract_png
from credentials.services.revoking import revoke
from credentials.services.sharing import share, withdraw_shares
from tests.asking import client_of

# The footer of every page lists what editors chose for it.
pytestmark = pytest.mark.django_db


REAL = "Ta odznaka jest prawdziwa i ważna."


@pytest.fixture
def mine(held, pa1):
    return Credential.objects.get(recipient=pa1)


@pytest.fixture
def link(mine, pa1):
    """The path of a working link."""
    made = share(mine, owner=pa1, shown_name="initials", with_place=False, days=7, now=timezone.now())
    return made.address.removeprefix("http://localhost:8000")


def test_a_shared_page_says_the_verdict_first(link, client, mine):
    page = client.get(link)
    text = page.content.decode()
    assert page.status_code == 200
    assert text.index("<h1") < text.index("Debatuję z szacunkiem</h2>")
    assert 'class="verdict verdict-valid"' in text
    assert "U.K." in text
    assert "Uczeń01" not in text
    assert "Kanarek" not in text
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert page["Referrer-Policy"] == "same-origin"


def test_the_page_and_the_document_cost_one_query_each(link, client):
    client.get(link)
    with CaptureQueriesContext(connection) as page:
        client.get(link)
    with CaptureQueriesContext(connection) as document:
        answer = client.get(link.replace("?", ".json?"))
    assert (len(page), len(document)) == (1, 1)
    assert answer["Content-Type"] == "application/vc+ld+json"


def test_the_document_is_the_signed_bytes(link, client, mine):
    stored = bytes(IssuedDocument.objects.get(credential=mine).body)
    assert client.get(link.replace("?", ".json?")).content == stored
    assert client.get(link, headers={"Accept": "application/ld+json"}).content == stored
    baked = client.get(link.replace("?", ".png?"))
    assert extract_png(baked.content) == stored.decode()
    assert client.get(link, headers={"Accept": "image/png"})["Content-Type"] == "image/png"


@pytest.mark.parametrize("form", ["", ".json", ".jwt", ".pdf", ".png", ".svg"])
@pytest.mark.parametrize("who", ["stranger", "pa2", "pc", "pb", "teacher_c", "teacher_b", "leader", "editor"])
def test_a_private_badge_is_not_there_for_anybody_else(who, form, request, mine):
    client = client_of(request.getfixturevalue(who))
    made_up = client.get(f"/credentials/00000000-0000-4000-8000-000000000000{form}")
    for query in ("", "?key=", "?key=wrong"):
        answer = client.get(f"/credentials/{mine.pk}{form}{query}")
        assert (answer.status_code, but_for_its_address(answer)) == (404, but_for_its_address(made_up))


def but_for_its_address(answer) -> str:
    """The page without the number of the request and without where its language switch leads back to."""
    return re.sub(r'name="next" value="[^"]*"|[0-9a-f]{32}', "", answer.content.decode())


def test_its_owner_needs_no_link_and_its_teacher_sees_the_page_alone(mine, pa1, teacher):
    assert client_of(pa1).get(f"/credentials/{mine.pk}").status_code == 200
    assert client_of(pa1).get(f"/credentials/{mine.pk}.json").status_code == 200
    assert client_of(teacher).get(f"/credentials/{mine.pk}").status_code == 200
    assert client_of(teacher).get(f"/credentials/{mine.pk}.json").status_code == 404


def test_a_link_ends_by_itself_and_when_withdrawn(link, mine, pa1, client):
    Share.objects.update(expires_at=timezone.now())
    assert client.get(link).status_code == 404
    Share.objects.update(expires_at=timezone.now() + timedelta(days=1))
    assert client.get(link).status_code == 200
    withdraw_shares(mine, owner=pa1, now=timezone.now())
    assert client.get(link).status_code == 404
    assert client.get(link.replace("?", ".json?")).status_code == 404


def test_cr_07_a_revoked_badge_says_so_at_once(link, client, mine, teacher):
    assert b"verdict-valid" in client.get(link).content
    revoke(mine, actor=teacher, reason="Pomyłka", now=timezone.now())
    text = client.get(link).content.decode()
    assert "verdict-bad" in text
    assert "verdict-valid" not in text


def test_cr_01_bytes_changed_in_the_database_are_not_green(link, client, mine):
    document = IssuedDocument.objects.get(credential=mine)
    changed = bytes(document.body).replace("Debatuję".encode(), b"Debatuje")
    IssuedDocument.objects.filter(pk=document.pk).update(body=changed)
    assert b"verdict-bad" in client.get(link).content


def test_cr_07_a_lost_status_list_cannot_be_told(link, client):
    StatusList.objects.update(document="")
    assert b"verdict-unsure" in client.get(link).content


def check(client, **form):
    return client.post("/verify/", form).content.decode()


def test_anybody_can_check_a_badge_of_ours_as_text_file_and_link(link, client, mine):
    body = bytes(IssuedDocument.objects.get(credential=mine).body)
    picture = client.get(link.replace("?", ".png?")).content
    assert "verdict-valid" in check(client, badge=body.decode())
    assert "verdict-valid" in check(client, file=SimpleUploadedFile("badge.json", body))
    assert "verdict-valid" in check(client, file=SimpleUploadedFile("badge.png", picture))
    assert "verdict-valid" in check(client, badge=f"http://localhost:8000{link}")


def test_cr_02_a_self_made_issuer_is_never_green(client, mine):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from credentials.open_badges.multikey import encode_public_key
    from credentials.open_badges.proofs import sign_data_integrity

    document = json.loads(bytes(IssuedDocument.objects.get(credential=mine).body))
    private = Ed25519PrivateKey.generate()
    multikey = encode_public_key(private.public_key())
    did = f"did:key:{multikey}"
    document["issuer"]["id"] = did
    document["credentialSubject"]["achievement"]["creator"]["id"] = did
    del document["credentialStatus"]
    forged = sign_data_integrity(document, private, f"{did}#{multikey}", timezone.now())
    text = check(client, badge=json.dumps(forged))
    assert "verdict-unsure" in text
    assert 'class="finding-yes"' in text
    assert "verdict-valid" not in text


@pytest.mark.parametrize(
    "badge",
    ["{}", "nonsense", "http://127.0.0.1/", "file:///etc/passwd", "[" * 5000, "a.b.c"],
)
def test_what_is_no_badge_is_answered_in_words(client, badge):
    text = check(client, badge=badge)
    assert 'class="verdict verdict-' in text
    assert "verdict-valid" not in text
    assert "Traceback" not in text


def test_too_large_is_refused_before_it_is_read(client):
    big = SimpleUploadedFile("badge.json", b"{" + b" " * (256 * 1024))
    assert "verdict-unsure" in check(client, file=big)


def test_a_picture_may_be_larger_than_its_badge(client, mine):
    noise, picture = random.Random(7).randbytes(400 * 400 * 3), BytesIO()
    Image.frombytes("RGB", (400, 400), noise).save(picture, "PNG")
    body = bytes(IssuedDocument.objects.get(credential=mine).body)
    baked = bake_png(picture.getvalue(), body.decode())
    assert len(baked) > 400_000
    assert "verdict-valid" in check(client, file=SimpleUploadedFile("badge.png", baked, "image/png"))
    assert "verdict-valid" not in check(
        client, file=SimpleUploadedFile("badge.json", baked, "application/json")
    )


def test_nothing_chosen_is_not_a_verdict(client):
    assert 'class="verdict' not in check(client, badge=" ")


def test_did_documents_and_status_lists_are_for_everybody(held, client):
    listed = StatusList.objects.get()
    for path in ("/issuers/lo-a/did.json", "/.well-known/did.json", f"/status/{listed.pk}"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Cache-Control"].startswith("public, max-age=")
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
    did = client.get("/issuers/lo-a/did.json").json()
    assert did["id"] == "did:web:localhost%3A8000:issuers:lo-a"
    answer = client.get(f"/status/{listed.pk}")
    again = client.get(f"/status/{listed.pk}", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_a_version_speaks_to_people_and_machines(seed, client):
    page = client.get("/achievements/debata/v1")
    assert "Debatuję z szacunkiem" in page.content.decode()
    machine = client.get(
        "/achievements/debata/v1", headers={"Accept": "application/ld+json", "Accept-Language": "en"}
    )
    assert machine.json()["name"] == "Respectful debater"
    assert machine.json()["id"] == "http://localhost:8000/achievements/debata/v1"
    assert client.get("/achievements/debata/")["Location"] == "/achievements/debata/v1"
    assert client.get("/achievements/debata/v2").status_code == 404
    assert client.get("/achievements/nothing/").status_code == 404


def test_every_seeded_achievement_has_its_page(seed, client):
    for slug in seed:
        assert client.get(f"/achievements/{slug}/v1").status_code == 200
        assert (
            client.get(f"/achievements/{slug}/v1", headers={"Accept": "application/json"}).status_code == 200
        )


def test_the_issuer_speaks_to_people_and_machines(seed, client):
    assert client.get("/issuers/lo-a/").status_code == 200
    profile = client.get("/issuers/lo-a/", headers={"Accept": "application/json"}).json()
    assert profile["id"] == "did:web:localhost%3A8000:issuers:lo-a"
    assert client.get("/issuers/none/").status_code == 404


def test_pictures_are_kept_for_ever_and_drawn_only_when_known(seed, client):
    key = "1.digital_badge.circle.indigo.chats-circle.band"
    for path, kind in (
        (f"{key}.svg", "image/svg+xml"),
        (f"{key}.outline.svg", "image/svg+xml"),
        (f"{key}@96.png", "image/png"),
    ):
        answer = client.get(f"/media/badges/{path}")
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)
        assert "immutable" in answer["Cache-Control"]
        assert not answer.cookies
    for path in (
        f"{key}@97.png",
        "1.digital_badge.circle.rose.chats-circle.band.svg",
        "../secret.svg",
        "x.svg",
    ):
        assert client.get(f"/media/badges/{path}").status_code == 404
