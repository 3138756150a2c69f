"""The list of given names that tells a name from a surname (`content/given_names.json`), read once."""

from __future__ import annotations

import json
from functools import cache

from django.conf import settings

from classroom.rosters import GivenNames


@cache
def given_names() -> GivenNames:
    """The shipped names; without the file no order of words is ever doubted."""
    path = settings.CONTENT / "given_names.json"
    if not path.exists():
        return GivenNames()
    return GivenNames.from_document(json.loads(path.read_text(encoding="utf-8")))
