"""Keys that sign: encrypted, closed to others, and the same when two start together."""

import json
import stat
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from credentials.models import IssuedDocument, SigningKey
from credentials.open_badges.baking import compact_json
from credentials.open_badges.proofs import sign_data_integrity
from credentials.selectors.did_documents import did_document
from credentials.selectors.public_pages import SignedBytes
from credentials.selectors.verdicts import judge, judge_own
from credentials.services import keys
from credentials.services.awarding import award
from credentials.services.composing import compose
from credentials.services.issuing import _record, _store, _unsigned, issue_due
from credentials.services.keys import (
    KeyUnusable,
    check_keys,
    make_key,
    private_key,
    rotate_key,
    signing_key_of,
)
from credentials.services.revoking import revoke
from credentials.services.signing import sign
from credentials.services.withdrawing_keys import withdraw
from tests.factories import IssuerFactory


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


def test_cr_08_a_withdrawn_key_counts_for_what_we_recorded_before_and_for_nothing_after(
    debate, class_2b, teacher, pa1, pa2, pc, issuer
):
    start = timezone.now()
    bodies = []
    for person, minutes in ((pa1, 0), (pa2, 20)):
        award(debate, [person], actor=teacher, group=class_2b.group)
        issue_due(start + timedelta(minutes=11 + minutes))
        document = IssuedDocument.objects.get(credential__recipient=person)
        IssuedDocument.objects.filter(pk=document.pk).update(issued_at=start + timedelta(minutes=minutes))
        bodies.append(bytes(document.body))
    old = SigningKey.objects.get(issuer=issuer)
    stolen, now = private_key(old), start + timedelta(hours=1)
    done = withdraw(old, since=start + timedelta(minutes=10), now=now)

    assert (done.kept, done.lost, done.waiting, done.lists) == (1, 1, 0, 1)
    assert signing_key_of(issuer) == done.successor != old
    assert [judge(body, now=now).overall for body in bodies] == ["valid", "not_valid"]
    assert judge(bodies[1], now=now).unchanged.reason == "key_withdrawn"
    assert [method["id"] for method in did_document(issuer)["verificationMethod"]] == [
        f"did:web:localhost%3A8000:issuers:lo-a#{done.successor.pk}",
        f"did:web:localhost%3A8000:issuers:lo-a#{done.successor.pk}-jwk",
    ]
    # Whoever has the key dates a forgery back, also under the id of a badge that counts.
    document = {name: value for name, value in json.loads(bodies[0]).items() if name != "proof"}
    method = f"did:web:localhost%3A8000:issuers:lo-a#{old.pk}"
    forged = sign_data_integrity(document | {"name": "Dyrektor"}, stolen, method, start)
    assert judge(compact_json(forged).encode(), now=now).overall == "not_valid"

    award(debate, [class_2b.students[2]], actor=teacher, group=class_2b.group)
    issue_due(timezone.now() + timedelta(minutes=61))
    newest = IssuedDocument.objects.order_by("-issued_at").first()
    assert newest.key == done.successor
    assert judge(bytes(newest.body), now=now).overall == "valid"


def test_cr_08_the_page_of_a_badge_from_before_still_says_valid_and_revoking_it_works(
    held, pa1, issuer, teacher
):
    document = IssuedDocument.objects.get(credential__recipient=pa1)
    now = timezone.now() + timedelta(hours=1)
    withdraw(SigningKey.objects.get(issuer=issuer), since=now, now=now)
    stored = SignedBytes(bytes(document.body), None, document.status_list.signed_at, now)

    assert judge_own(stored, now=now).overall == "valid"
    revoke(document.credential, actor=teacher, reason="Pomyłka", now=now)
    assert judge(bytes(document.body), now=now).overall == "revoked"


def test_what_waits_for_a_withdrawn_key_is_signed_by_its_successor(debate, class_2b, teacher, pa1, issuer):
    done = award(debate, [pa1], actor=teacher, group=class_2b.group)
    later = timezone.now() + timedelta(minutes=11)
    _record(done.batch, later)
    (waiting,) = _unsigned(done.batch)
    signed_already = sign(compose(waiting), waiting.key, waiting.issued_at)
    withdrawn = withdraw(waiting.key, since=timezone.now(), now=timezone.now())

    assert withdrawn.waiting == 1
    assert _store(done.batch, [(waiting, signed_already)], later) == 0
    issue_due(later)
    document = IssuedDocument.objects.get()
    assert document.key == withdrawn.successor
    assert judge(bytes(document.body), now=later).overall == "valid"


def test_a_key_is_withdrawn_from_a_moment_that_has_come_and_only_ever_earlier(issuer):
    key, now = signing_key_of(issuer), timezone.now()
    with pytest.raises(ValueError, match="not come"):
        withdraw(key, since=now + timedelta(seconds=1), now=now)
    first = withdraw(key, since=now, now=now)
    with pytest.raises(ValueError, match="already withdrawn"):
        withdraw(key, since=now + timedelta(seconds=1), now=now + timedelta(hours=1))
    again = withdraw(key, since=now - timedelta(days=1), now=now)

    assert again.successor == first.successor
    assert SigningKey.objects.count() == 2


def test_the_command_withdraws_and_says_what_it_costs(held, issuer, capsys):
    key = SigningKey.objects.get(issuer=issuer)
    call_command("signing_keys", "check")
    call_command("signing_keys", "withdraw", str(key.pk), "--from", "2026-01-01T00:00:00+01:00")
    said = capsys.readouterr().out

    assert said.startswith("Every key that signs now is there and opens.\n")
    assert f"{len(held)} badges were signed since then and count nowhere any more: award them again." in said
    assert "0 older ones" in said
    for wrong in (["nonsense"], [str(issuer.pk)]):
        with pytest.raises(CommandError, match="no such key"):
            call_command("signing_keys", "withdraw", *wrong)
    for moment in ("2026-01-01", "2999-01-01T00:00:00Z", "yesterday"):
        with pytest.raises(CommandError, match=r"zone|not come"):
            call_command("signing_keys", "withdraw", str(key.pk), "--from", moment)
    keys.key_file(signing_key_of(issuer).pk).unlink()
    with pytest.raises(CommandError, match="Restore it"):
        call_command("signing_keys", "check")


def test_the_command_names_who_waits_for_a_key_and_makes_none_for_a_mere_application(issuer, settings):
    IssuerFactory(slug="ktokolwiek", standing="applied", group=None)
    settings.SETTINGS_LAYER = "production"
    with pytest.raises(CommandError, match=r"without a key: lo-a\."):
        call_command("signing_keys", "check")
    call_command("signing_keys", "make")
    call_command("signing_keys", "check")
    assert set(SigningKey.objects.values_list("issuer__slug", flat=True)) == {None, "lo-a"}


def test_the_command_makes_lists_and_rotates(issuer, capsys):
    call_command("signing_keys", "make")
    call_command("signing_keys", "rotate", "portal")
    capsys.readouterr()
    call_command("signing_keys", "list")
    states = [line.split()[1:3] for line in capsys.readouterr().out.splitlines()]
    assert sorted(states) == [["lo-a", "signs"], ["portal", "retired"], ["portal", "signs"]]
    with pytest.raises(CommandError, match="no issuer"):
        call_command("signing_keys", "rotate", "nobody")
