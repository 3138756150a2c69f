"""From an award to signed documents: recorded first, signed once, whatever is cut off in between."""

import json
from datetime import timedelta
from hashlib import sha256

import pytest
from django.utils import timezone

from core.models import Activity
from credentials.enums import CredentialState
from credentials.models import Credential, IssuedDocument, StatusList
from credentials.services import issuing
from credentials.services.awarding import release, undo
from credentials.services.issuing import issue_batch, issue_due
from credentials.services.revoking import revoke
from credentials.services.signing import SigningRefused
from tests.credentials.conftest import document_of


def test_nothing_is_signed_while_it_can_be_undone(awarded):
    assert issue_due(timezone.now()) == 0
    assert not IssuedDocument.objects.exists()


def test_after_ten_minutes_each_holds_a_signed_document(awarded, pa1):
    later = timezone.now() + timedelta(minutes=11)
    assert issue_due(later) == 3
    assert issue_due(later) == 0

    assert set(Credential.objects.values_list("state", flat=True)) == {CredentialState.HELD}
    document = IssuedDocument.objects.get(credential__recipient=pa1)
    assert document.digest == sha256(bytes(document.body)).hexdigest()
    assert Activity.objects.filter(fact="credentials.CredentialsSigned").count() == 1
    assert StatusList.objects.get().taken == 3


def test_released_is_signed_at_once(awarded, teacher):
    now = timezone.now()
    release(awarded[0].batch, actor=teacher, now=now)
    assert issue_due(now) == 3


def test_what_was_undone_is_never_signed(awarded, teacher):
    undo(awarded[0].batch, actor=teacher, now=timezone.now())
    assert issue_due(timezone.now() + timedelta(hours=1)) == 0
    assert not IssuedDocument.objects.exists()


@pytest.mark.parametrize("step", ["_record", "_signed", "_store", "_finish"])
def test_cr_03_cut_off_at_any_step_it_ends_the_same(awarded, monkeypatch, step):
    later = timezone.now() + timedelta(minutes=11)
    whole = getattr(issuing, step)

    def cut(*arguments):
        if step == "_finish":
            raise KeyboardInterrupt
        whole(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(issuing, step, cut)
    with pytest.raises(KeyboardInterrupt):
        issue_batch(awarded[0].batch, now=later)
    recorded = {d.pk: d.status_index for d in IssuedDocument.objects.all()}
    monkeypatch.setattr(issuing, step, whole)
    issue_due(later)

    assert {d.pk: d.status_index for d in IssuedDocument.objects.all()} == recorded
    assert IssuedDocument.objects.signed().count() == 3
    assert Activity.objects.filter(fact="credentials.CredentialsSigned").count() == 1


def test_cr_03_signing_the_same_record_again_gives_the_same_bytes(awarded, monkeypatch):
    bodies = []
    whole = issuing._signed
    monkeypatch.setattr(issuing, "_signed", lambda one: bodies.append(whole(one)) or whole(one))
    issue_due(timezone.now() + timedelta(minutes=11))

    assert sorted(bodies) == sorted(bytes(d.body) for d in IssuedDocument.objects.all())


def test_the_document_names_nobody(held, pa1):
    document = document_of(held[0])
    del document["proof"]  # random letters, which may spell anything
    text = json.dumps(document, ensure_ascii=False)
    for told in (pa1.given_name, pa1.family_name, pa1.username, str(pa1.pk), str(pa1.learner_number), "2B"):
        assert told not in text
    assert document["credentialSubject"]["identifier"][0]["identityHash"].startswith("sha256$")


def test_revoking_sets_the_bit_and_signs_the_list_at_once(held, teacher):
    before, now = StatusList.objects.get(), timezone.now() + timedelta(days=1)
    revoke(held[0], actor=teacher, reason="Przyznane przez pomyłkę", now=now)
    revoke(held[0], actor=teacher, reason="Jeszcze raz", now=now + timedelta(days=1))

    after = StatusList.objects.get()
    assert after.signed_at == now
    assert after.document != before.document
    held[0].refresh_from_db()
    assert (held[0].state, held[0].revocation_reason) == ("revoked", "Przyznane przez pomyłkę")
    assert Activity.objects.filter(fact="credentials.CredentialRevoked").count() == 1


@pytest.mark.parametrize("address", ["http://odznaki.example", "https://localhost", "https://127.0.0.1:8000"])
def test_production_signs_nothing_under_a_passing_address(awarded, settings, address):
    settings.SETTINGS_LAYER, settings.PUBLIC_URL = "production", address
    with pytest.raises(SigningRefused):
        issue_due(timezone.now() + timedelta(minutes=11))
    assert not IssuedDocument.objects.exists()
