"""Making a backup: `NAME.tar` with database and media, `NAME.keys` with keys and secrets under a passphrase."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from portal.backups.databases import dump_database, kind
from portal.backups.sealing import seal

SECRETS = ("SECRET_KEY", "SECRET_DIGEST_KEY", "KEYS_PASSPHRASE")


def write_backup(folder: Path, passphrase: str, now: datetime) -> tuple[Path, Path]:
    """The two files, readable by this user alone. They appear whole or not at all.

    The database comes first: what it names in media is still there when media are copied. Badge pictures are left out,
    because they are drawn again from their parameters.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"kotylion-{now:%Y%m%d-%H%M%S}"
    keys = seal(_keys(), passphrase)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".making-") as place:
        dumped = Path(place) / "database"
        dump_database(dumped)
        draft = Path(place) / "archive"
        sums = {"database": digest_of(dumped)}
        with tarfile.open(draft, "w") as archive:
            archive.add(dumped, "database")
            for path in _media():
                inside = f"media/{path.relative_to(settings.MEDIA_ROOT)}"
                try:
                    sums[inside] = digest_of(path)
                    archive.add(path, inside, recursive=False)
                except FileNotFoundError:
                    # Purged while we copied: it does not belong in a backup any more.
                    sums.pop(inside, None)
            about = {
                "made": now.isoformat(),
                "database": kind(),
                "public_url": settings.PUBLIC_URL,
                "sha256": sums,
            }
            _add(archive, "about.json", json.dumps(about, indent=1).encode())
        sealed = Path(place) / "keys"
        sealed.write_bytes(keys)
        return _keep(draft, folder / f"{name}.tar"), _keep(sealed, folder / f"{name}.keys")


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _keep(draft: Path, target: Path) -> Path:
    draft.chmod(0o600)
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    return draft.rename(target)


def _media() -> Iterator[Path]:
    root = Path(settings.MEDIA_ROOT)
    drawn = root / "badges"
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and drawn not in path.parents:
            yield path


def _keys() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for path in sorted(Path(settings.KEYS_DIR).glob("*")):
            if path.is_file():
                _add(archive, f"keys/{path.name}", path.read_bytes())
        secrets = {name: getattr(settings, name) for name in SECRETS}
        _add(archive, "secrets.json", json.dumps(secrets).encode())
    return packed.getvalue()


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    archive.addfile(entry, io.BytesIO(content))
