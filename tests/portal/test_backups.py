"""OP-01: a backup while people write, restored elsewhere: whole, signed as before, keys apart and sealed."""

import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import threading
from pathlib import Path

import pytest

from portal.backups.sealing import NotOpened, seal, unseal
from tests.servers import ROOT, template_database

PASSPHRASE = "correct horse battery staple"


class Installation:
    """A folder with a portal's data, and its commands."""

    def __init__(self, data: Path, secret: str) -> None:
        self.data = data
        self.database = data / "kotylion.sqlite3"
        self.env = os.environ | {
            "KOTYLION_ENV": "development", "KOTYLION_DATA": str(data), "SECRET_KEY": secret * 3,
            "SECRET_DIGEST_KEY": secret * 4, "KEYS_PASSPHRASE": secret * 5,
        }  # fmt: skip
        for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
            self.env.pop(name, None)
        data.mkdir()
        (data / "passphrase").write_text(PASSPHRASE)

    def run(self, *arguments):
        command = [
            sys.executable,
            "manage.py",
            *map(str, arguments),
            "--passphrase-file",
            str(self.data / "passphrase"),
        ]
        return subprocess.run(command, cwd=ROOT, env=self.env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """A portal with a hundred claims, and a writer that goes on while it is backed up into `backups`."""
    place = tmp_path_factory.mktemp("backup")
    made = Installation(place / "school", secrets.token_urlsafe(24))
    made.database.write_bytes(template_database().read_bytes())
    files = {
        "keys/one.pem": b"sealed key",
        "media/evidence/work.webp": b"brushwork",
        "media/badges/x.png": b"drawn",
    }
    for name, content in files.items():
        path = made.data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    writer = sqlite3.connect(made.database, isolation_level=None, check_same_thread=False)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE claims (number INTEGER PRIMARY KEY)")
    writer.executemany("INSERT INTO claims VALUES (?)", [(n,) for n in range(100)])
    stop = threading.Event()

    def go_on() -> None:
        number = 100
        while not stop.wait(0.005):
            writer.execute("INSERT INTO claims VALUES (?)", (number,))
            number += 1

    writing = threading.Thread(target=go_on)
    writing.start()
    done = made.run("backup", place / "backups")
    stop.set()
    writing.join()
    writer.close()
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture(scope="module")
def archive(school):
    (found,) = (school.data.parent / "backups").glob("*.tar")
    return found


@pytest.fixture(scope="module")
def keys(archive):
    return archive.with_suffix(".keys")


def counted(database: Path) -> list[int]:
    with sqlite3.connect(database) as connection:
        return [number for (number,) in connection.execute("SELECT number FROM claims ORDER BY number")]


def test_op_01_what_was_there_before_comes_back_elsewhere(school, archive, tmp_path):
    elsewhere = Installation(tmp_path / "elsewhere", secrets.token_urlsafe(24))
    restored = elsewhere.run("restore", archive)
    assert restored.returncode == 0, restored.stderr
    found = counted(elsewhere.database)
    assert found[:100] == list(range(100)), "what was acknowledged before the backup began is in it"
    assert found == list(range(len(found))), "and what came later has no gaps"
    assert sqlite3.connect(elsewhere.database).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert (elsewhere.data / "media/evidence/work.webp").read_bytes() == b"brushwork"
    assert not (elsewhere.data / "media/badges").exists(), "drawn again from their parameters"
    key = elsewhere.data / "keys/one.pem"
    assert key.read_bytes() == b"sealed key"
    assert key.stat().st_mode & 0o077 == 0
    told = (elsewhere.data / "restored-secrets.env").read_text()
    for name in ("SECRET_KEY", "SECRET_DIGEST_KEY", "KEYS_PASSPHRASE"):
        assert f"{name}={school.env[name]}\n" in told


def test_op_01_keys_are_apart_and_sealed(school, archive, keys):
    assert [path.stat().st_mode & 0o077 for path in (archive, keys)] == [0, 0]
    with tarfile.open(archive) as packed:
        assert not [name for name in packed.getnames() if "key" in name or "secret" in name]
    for content in (archive.read_bytes(), keys.read_bytes()):
        assert b"sealed key" not in content
        assert school.env["KEYS_PASSPHRASE"].encode() not in content


def test_a_damaged_archive_changes_nothing(archive, keys, tmp_path):
    content = bytearray(archive.read_bytes())
    place = content.index(b"brushwork")
    content[place : place + 9] = b"something"
    damaged = tmp_path / archive.name
    damaged.write_bytes(content)
    shutil.copy(keys, tmp_path)
    elsewhere = Installation(tmp_path / "elsewhere", secrets.token_urlsafe(24))
    refused = elsewhere.run("restore", damaged)
    assert refused.returncode == 1
    assert "damaged: media/evidence/work.webp" in refused.stderr
    assert not (elsewhere.data / "media").exists()
    assert not (elsewhere.data / "keys").exists()


def test_a_wrong_passphrase_opens_nothing():
    sealed = seal(b"key", PASSPHRASE)
    assert unseal(sealed, PASSPHRASE) == b"key"
    for changed in (sealed[:-1], sealed[:-1] + bytes([sealed[-1] ^ 1]), b"", b"KOT1", sealed[4:]):
        with pytest.raises(NotOpened):
            unseal(changed, PASSPHRASE)
    with pytest.raises(NotOpened):
        unseal(sealed, PASSPHRASE + " ")
    with pytest.raises(ValueError, match="at least 12"):
        seal(b"key", "short")


def test_a_database_with_people_is_not_overwritten(school, archive):
    with sqlite3.connect(school.database) as connection:
        columns = [row[1:4] for row in connection.execute("PRAGMA table_info(people_user)")]
        values = {
            name: (secrets.token_hex(16) if "char" in kind.lower() else 0 if needed else None)
            for name, kind, needed in columns
        }
        names = ",".join(values)
        connection.execute(
            f"INSERT INTO people_user ({names}) VALUES ({','.join('?' * len(values))})", [*values.values()]
        )
    refused = school.run("restore", archive)
    assert refused.returncode == 1
    assert "There are accounts in this database." in refused.stderr
    again = school.run("restore", archive, "--replace")
    assert again.returncode == 0, again.stderr
    with sqlite3.connect(school.database) as connection:
        assert connection.execute("SELECT count(*) FROM people_user").fetchone() == (0,)


def test_the_archive_says_what_is_in_it(archive):
    with tarfile.open(archive) as packed:
        about = json.loads(packed.extractfile("about.json").read())
    assert about["database"] == "sqlite"
    assert set(about["sha256"]) == {"database", "media/evidence/work.webp"}
