"""A note beside the data that a backup was made, for the self-check; the backup itself lies elsewhere."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from django.conf import settings


def mark_file() -> Path:
    return Path(settings.DATA) / "last-backup.json"


def mark_backup(now: datetime) -> None:
    """Remember that a whole backup was made at `now`."""
    path = mark_file()
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps({"made": now.isoformat()}), encoding="utf-8")
    draft.replace(path)
