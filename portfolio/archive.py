"""What an archive of one's data looks like inside: names of its files, and one JSON. Pure: no Django here."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
MOST_LETTERS = 100


def safe_name(folder: str, name: str, day: date | None = None) -> str:
    """A path inside the archive that stays inside it wherever it is unpacked: "files/2026-03-01-photo-….jpg".

    Letters, digits, dots, hyphens and underscores alone; no part begins with a dot.
    """
    dated = f"{day.isoformat()}-{name}" if day is not None else name
    parts = [_UNSAFE.sub("-", part)[-MOST_LETTERS:].lstrip(".-") or "file" for part in (folder, dated)]
    return "/".join(parts)


def as_json(data: Mapping[str, Any], *, plain: Callable[[Any], Any]) -> bytes:
    """Readable JSON in UTF-8; `plain` turns what JSON does not know (dates, UUIDs) into what it does."""
    return json.dumps(data, ensure_ascii=False, indent=1, default=plain).encode()
