"""Bringing a backup back. Everything is looked at before anything is changed."""

from __future__ import annotations

import io
import json
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from portal.backups.databases import is_empty, kind, load_database
from portal.backups.sealing import NotOpened, unseal
from portal.backups.writing import SECRETS, digest_of


class NotRestored(Exception):
    """Why nothing was changed, and what to do."""


@dataclass(frozen=True)
class Restored:
    """When the backup was made, how many files came back, and the secrets that this installation must be given."""

    made: str
    files: int
    secrets: dict[str, str]


def restore_backup(archive: Path, keys: Path, passphrase: str, *, replace: bool = False) -> Restored:
    """Put database, media and keys of the backup in place. NotRestored, and nothing is changed, when it cannot be."""
    if not replace and not is_empty():
        raise NotRestored("There are accounts in this database. Restore into an empty one, or say --replace.")
    with tempfile.TemporaryDirectory(prefix="kotylion-restoring-") as place:
        folder = Path(place)
        about = _unpacked(archive, folder / "archive")
        secrets = _opened(keys, passphrase, folder / "sealed")
        if about["database"] != kind():
            raise NotRestored(f"The backup is of {about['database']}; DATABASE_URL names {kind()}.")
        load_database(folder / "archive" / "database")
        _copy(folder / "archive" / "media", Path(settings.MEDIA_ROOT))
        _copy(folder / "sealed" / "keys", Path(settings.KEYS_DIR))
    differing = {name: value for name, value in secrets.items() if value != getattr(settings, name)}
    return Restored(about["made"], len(about["sha256"]) - 1, differing)


def keep_secrets(secrets: dict[str, str]) -> Path:
    """Write them where `KOTYLION_DATA` is, for this user alone: one file to read into the environment."""
    path = Path(settings.DATA) / "restored-secrets.env"
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_text("".join(f"{name}={value}\n" for name, value in sorted(secrets.items())), encoding="utf-8")
    return path


def _unpacked(archive: Path, folder: Path) -> dict[str, Any]:
    """Unpack, and compare every file with its sum."""
    try:
        with tarfile.open(archive, "r:") as packed:
            packed.extractall(folder, filter="data")
        about: dict[str, Any] = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        wrong = [name for name, digest in about["sha256"].items() if digest_of(folder / name) != digest]
    except (tarfile.TarError, OSError, ValueError, KeyError) as error:
        raise NotRestored(f"{archive.name} is not a whole backup.") from error
    if wrong or "database" not in about["sha256"]:
        raise NotRestored(f"{archive.name} is damaged: {', '.join(wrong[:3])}.")
    return about


def _opened(keys: Path, passphrase: str, folder: Path) -> dict[str, str]:
    try:
        content = unseal(keys.read_bytes(), passphrase)
    except NotOpened as error:
        raise NotRestored(f"{keys.name} does not open with this passphrase.") from error
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as packed:
        packed.extractall(folder, filter="data")
    found = json.loads((folder / "secrets.json").read_text(encoding="utf-8"))
    return {name: str(found[name]) for name in SECRETS}


def _copy(source: Path, target: Path) -> None:
    """Files of the backup into `target`, readable by this user alone; what is there besides stays."""
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in sorted(source.rglob("*")) if source.is_dir() else []:
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir(exist_ok=True, mode=0o700)
            continue
        shutil.copyfile(path, place)
        place.chmod(0o600)
