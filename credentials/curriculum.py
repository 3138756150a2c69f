"""Codes of the subject's curriculum in words (`content/curriculum.json`), for tagging and for documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.conf import settings

from core.translated import in_language
from credentials.open_badges.facts import Alignment


@cache
def _file() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((settings.CONTENT / "curriculum.json").read_text("utf-8"))
    return read


@cache
def titles() -> dict[str, dict[str, str]]:
    """Every code with its title keyed by language."""
    return {entry["code"]: entry["title"] for entry in _entries(_file())}


def _entries(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "code" in node and "title" in node:
            yield node
        for part in node.values():
            yield from _entries(part)
    elif isinstance(node, list):
        for part in node:
            yield from _entries(part)


def alignments(codes: Sequence[str], language: str) -> tuple[Alignment, ...]:
    """The codes as alignments of an Open Badge; a code that the curriculum does not know is left out."""
    known, subject = titles(), _file()["subject"]
    url = _law_address(_file()["sources"][0]["act"])
    return tuple(
        Alignment(in_language(known[code], language), url, code, in_language(subject, language))
        for code in codes
        if code in known
    )


def _law_address(act: str) -> str:
    """Where an act of the Polish Journal of Laws stands, by its European Legislation Identifier."""
    year, position = re.findall(r"\d+", act)
    return f"https://eli.gov.pl/eli/DU/{year}/{position}/ogl"
