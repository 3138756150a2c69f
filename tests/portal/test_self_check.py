"""Each line of the self-check: in order, wants a look, broken; and what to do about it."""

import json
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from core import self_check
from core.self_check import Finding, State, check_all, worst_of
from credentials.models import StatusList
from credentials.services.keys import key_file, make_key
from portal.backups.marking import mark_backup, mark_file
from portal.self_checks import backups, certificate, keys, machine, staff, work

pytestmark = pytest.mark.django_db
NAMES = (
    "keys", "status-lists", "backup", "certificate", "disk", "tasks", "failed-tasks", "migrations", "versions",
    "settings", "operators",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _in_english(settings, tmp_path):
    settings.DATA = tmp_path
    settings.KEYS_DIR = tmp_path / "keys"
    with translation.override("en"):
        yield


def test_every_part_of_the_installation_is_looked_at():
    assert self_check.registered() == NAMES
    assert [one.name for one in check_all()] == list(NAMES)


def test_a_check_that_stumbles_is_broken_and_stops_no_other(monkeypatch):
    def stumble():
        raise RuntimeError("secret detail")

    monkeypatch.setitem(self_check._checks, "keys", ("Signing keys", stumble))
    found = check_all()
    assert found[0].finding == Finding(State.BROKEN, "This could not be looked at.", "The log says why.")
    assert len(found) == len(NAMES)
    assert worst_of(found) is State.BROKEN


def test_keys(issuer):
    assert keys.signing_keys().state is State.LOOK
    key = make_key(issuer)
    assert keys.signing_keys() == Finding(State.OK, "1 key is there and opens.")
    type(key).objects.update(created_at=timezone.now() - timedelta(days=731))
    assert keys.signing_keys().state is State.LOOK
    key_file(key.pk).unlink()
    assert keys.signing_keys().line == "1 signing key cannot be used."
    assert keys.signing_keys().state is State.BROKEN


def test_an_accredited_issuer_without_a_key_is_told_where_nobody_makes_one(issuer, settings):
    make_key(None)
    assert keys.signing_keys().state is State.OK
    settings.SETTINGS_LAYER = "production"
    assert keys.signing_keys() == Finding(
        State.LOOK,
        "1 accredited issuer has no key: what it awards stays unsigned.",
        "Make it: manage.py signing_keys make",
    )
    make_key(issuer)
    assert keys.signing_keys().state is State.OK


def test_status_lists(issuer):
    assert keys.status_lists() == Finding(State.OK, "No badge is on a list yet.")
    listed = StatusList.objects.create(issuer=issuer, taken=1, signed_at=timezone.now())
    assert keys.status_lists() == Finding(State.OK, "All are signed and fresh.")
    StatusList.objects.filter(pk=listed.pk).update(signed_at=timezone.now() - timedelta(hours=27))
    assert keys.status_lists().state is State.BROKEN


@pytest.mark.parametrize(
    ("hours", "state"), [(1, State.OK), (35, State.OK), (37, State.LOOK), (7 * 24 + 1, State.BROKEN)]
)
def test_the_backups_age(hours, state):
    mark_backup(timezone.now() - timedelta(hours=hours))
    assert backups.last_backup().state is state


@pytest.mark.parametrize("content", ["", "{", "{}", '{"made": 5}', '{"made": "2026-01-01"}'])
def test_no_backup_or_a_damaged_note_is_told(content):
    assert backups.last_backup().line == "No backup has been made."
    mark_file().write_text(content)
    assert backups.last_backup().state is State.LOOK


def test_making_a_backup_leaves_the_note(tmp_path):
    phrase = tmp_path / "phrase"
    phrase.write_text("correct horse battery\n")
    before = timezone.now()
    call_command("backup", str(tmp_path / "out"), passphrase_file=phrase, verbosity=0)
    assert json.loads(mark_file().read_text())["made"] >= before.isoformat()
    assert backups.last_backup().state is State.OK


@pytest.mark.parametrize(
    ("days", "state"), [(22, State.OK), (20, State.LOOK), (6, State.BROKEN), (-1, State.BROKEN)]
)
def test_the_certificates_end(days, state):
    now = timezone.now()
    assert certificate.judged(certificate.Seen(now, now + timedelta(days=days)), now).state is state


def test_a_certificate_that_phones_do_not_trust_or_that_is_not_reached():
    now = timezone.now()
    assert certificate.judged(certificate.Seen(now, untrusted=True), now).state is State.BROKEN
    assert certificate.judged(certificate.Seen(now), now).state is State.LOOK


def test_a_page_never_goes_out_to_look(settings):
    assert certificate.certificate().state is State.OK
    settings.PUBLIC_URL = "https://127.0.0.1:9"
    assert certificate.certificate().line == "It has not been looked at since the start."
    certificate.look()
    assert (
        certificate.certificate().line == "The portal’s own address could not be reached from this computer."
    )


@pytest.mark.parametrize(
    ("free", "state"), [(50, State.OK), (9, State.LOOK), (1.5, State.LOOK), (0.2, State.BROKEN)]
)
def test_room_on_the_disk(monkeypatch, free, state):
    usage = SimpleNamespace(total=100 * machine.GIGABYTE, free=int(free * machine.GIGABYTE))
    monkeypatch.setattr("portal.self_checks.machine.shutil.disk_usage", lambda path: usage)
    if free == 1.5:
        usage.total = 5 * machine.GIGABYTE
    assert machine.disk().state is state


def test_background_work():
    assert work.queue() == Finding(State.OK, "Nothing waits.")
    task = a_task()
    assert work.queue().state is State.OK
    for minutes, state in ((6, State.LOOK), (31, State.BROKEN)):
        DBTaskResult.objects.filter(pk=task.pk).update(
            enqueued_at=timezone.now() - timedelta(minutes=minutes)
        )
        assert work.queue().state is state


def test_work_that_failed():
    assert work.failures() == Finding(State.OK, "None in the last seven days.")
    now = timezone.now()
    a_task(status="FAILED", finished_at=now)
    a_task(status="FAILED", finished_at=now - timedelta(days=8))
    assert work.failures().line == "1 task failed in the last seven days: sign."
    assert work.failures().state is State.LOOK


def test_tables_and_versions(tmp_path):
    assert machine.migrations().state is State.OK
    assert machine.versions().line.startswith("Python 3.11.")
    lock = tmp_path / "app.txt"
    lock.write_text(
        "django==1.0 \\\n    --hash=sha256:00\nnot-there==1 \\\nwinonly==2 ; sys_platform == 'win32' \\\n"
    )
    assert machine.differing_from(lock) == ["django", "not-there"]
    assert machine.differing_from(tmp_path / "gone.txt") == []


def test_operators_without_a_second_factor(operator):
    assert staff.operators().line == "1 operator signs in with a password alone."
    operator.is_active = False
    operator.save()
    assert staff.operators() == Finding(State.OK, "Every operator has a second factor.")


def test_the_command_prints_the_same_lines(capsys, monkeypatch):
    monkeypatch.setattr(
        self_check, "_checks", {"a": ("Disk", lambda: Finding(State.LOOK, "Little room.", "Tidy up."))}
    )
    call_command("self_check")
    assert capsys.readouterr().out == "look    Disk: Little room.\n          → Tidy up.\n"
    monkeypatch.setattr(self_check, "_checks", {"a": ("Disk", lambda: Finding(State.BROKEN, "No room."))})
    with pytest.raises(SystemExit) as ended:
        call_command("self_check")
    assert ended.value.code == 1


def a_task(**values):
    return DBTaskResult.objects.create(
        **({"task_path": "credentials.tasks.sign", "args_kwargs": {"args": [], "kwargs": {}}, "backend_name": "default"} | values)
    )  # fmt: skip
