"""Keys that sign: encrypted, closed to others, and the same when two start together."""

import json
import stat
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from credentials.models import IssuedDocument, SigningKey
from credentials.selectors.did_documents import did_document
from credentials.selectors.verdicts import judge
from credentials.services import keys
from credentials.services.awarding import award
from credentials.services.issuing import issue_due
from credentials.services.keys import (
    KeyUnusable,
    check_keys,
    make_key,
    private_key,
    rotate_key,
    signing_key_of,
    withdraw_key,
)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.KEYS_DIR = tmp_path / "keys"


def test_a_key_is_made_once_and_closed_to_others(issuer):
    key = signing_key_of(issuer)
    assert signing_key_of(issuer) == key
    assert make_key(issuer) == key
    [path] = keys.key_file(key.pk).parent.glob("*")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text().startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")


def test_the_portal_has_a_key_of_its_own(issuer):
    assert signing_key_of(None) != signing_key_of(issuer)
    assert SigningKey.objects.count() == 2


def test_production_makes_no_key_by_itself(issuer, settings):
    settings.SETTINGS_LAYER = "production"
    with pytest.raises(KeyUnusable, match="signing_keys make"):
        signing_key_of(issuer)
    assert not SigningKey.objects.exists()


def test_production_refuses_a_key_that_others_may_read(issuer, settings):
    key = signing_key_of(issuer)
    keys.key_file(key.pk).chmod(0o644)
    private_key(key)
    settings.SETTINGS_LAYER = "production"
    with pytest.raises(KeyUnusable, match="chmod 600"):
        check_keys()


def test_a_wrong_passphrase_a_lost_and_a_foreign_file_are_told(issuer, settings):
    key, other = signing_key_of(issuer), signing_key_of(None)
    check_keys()
    keys.key_file(key.pk).write_bytes(keys.key_file(other.pk).read_bytes())
    keys._opened.cache_clear()
    with pytest.raises(KeyUnusable, match="another key"):
        private_key(key)
    settings.KEYS_PASSPHRASE = "not the one"
    with pytest.raises(KeyUnusable, match="KEYS_PASSPHRASE"):
        private_key(other)
    keys.key_file(other.pk).unlink()
    with pytest.raises(KeyUnusable, match="missing"):
        private_key(other)


def test_cr_08_after_rotating_the_old_badge_still_verifies_and_the_new_one_does(
    debate, class_2b, teacher, pa1, pa2, issuer
):
    later = timezone.now() + timedelta(minutes=11)
    award(debate, [pa1], actor=teacher, group=class_2b.group)
    issue_due(later)
    rotate_key(issuer, now=later)
    award(debate, [pa2], actor=teacher, group=class_2b.group)
    issue_due(later)

    methods = set()
    for document in IssuedDocument.objects.all():
        body = bytes(document.body)
        methods.add(json.loads(body)["proof"]["verificationMethod"])
        assert judge(body, now=later).overall == "valid"
    assert len(methods) == 2
    listed = {method["id"] for method in did_document(issuer)["verificationMethod"]}
    assert listed == methods | {f"{method}-jwk" for method in methods}


def test_a_compromised_key_counts_no_more_and_the_issuer_signs_on(held, issuer):
    old = SigningKey.objects.get(issuer=issuer)
    now = timezone.now()
    new = withdraw_key(old, since=now)
    body = bytes(IssuedDocument.objects.first().body)

    assert judge(body, now=now).overall == "not_valid"
    assert signing_key_of(issuer) == new != old
    assert [method["id"] for method in did_document(issuer)["verificationMethod"]] == [
        f"did:web:localhost%3A8000:issuers:lo-a#{new.pk}",
        f"did:web:localhost%3A8000:issuers:lo-a#{new.pk}-jwk",
    ]


def test_the_command_makes_lists_and_rotates(issuer, capsys):
    call_command("signing_keys", "make")
    call_command("signing_keys", "rotate", "portal")
    capsys.readouterr()
    call_command("signing_keys", "list")
    states = [line.split()[1:3] for line in capsys.readouterr().out.splitlines()]
    assert sorted(states) == [["lo-a", "signs"], ["portal", "retired"], ["portal", "signs"]]
    with pytest.raises(CommandError, match="no issuer"):
        call_command("signing_keys", "rotate", "nobody")
