"""Ready sentences for a review, as shipped in `content/ready_phrases.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings

from core.translated import in_language


@dataclass(frozen=True)
class ReadyPhrases:
    not_yet: tuple[str, ...]
    accepted: tuple[str, ...]


@cache
def _shipped() -> dict[str, list[dict[str, Any]]]:
    document: dict[str, list[dict[str, Any]]] = json.loads(
        (settings.CONTENT / "ready_phrases.json").read_text(encoding="utf-8")
    )
    return document


def ready_phrases() -> ReadyPhrases:
    """In the language active now."""
    shipped = _shipped()
    return ReadyPhrases(
        tuple(in_language(phrase["text"]) for phrase in shipped["not_yet"]),
        tuple(in_language(phrase["text"]) for phrase in shipped["accepted"]),
    )
