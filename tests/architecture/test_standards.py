"""`docs/standards.md` names tests that are there, and gives a reason wherever it names none."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
DOCUMENT = TESTS.parent / "docs" / "standards.md"
ROW = re.compile(r"^\| (?P<section>(?!§|---)[^|]+) \| (?P<must>[^|]+) \| (?P<held>.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+)::(test_\w+)`")


def rows() -> list[tuple[str, str]]:
    """What each line says after its section: the MUST, and what holds it."""
    return [(row["must"], row["held"]) for row in ROW.finditer(DOCUMENT.read_text(encoding="utf-8"))]


@cache
def names_in(path: str) -> frozenset[str]:
    file = (TESTS / path).with_suffix(".py")
    found = (
        re.findall(r"^\s*(?:async )?def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)
        if file.exists()
        else []
    )
    return frozenset(found)


def test_every_line_names_a_test_or_a_reason():
    assert len(rows()) >= 100
    assert [must for must, held in rows() if not NAMED.search(held) and not held.startswith("— ")] == []


def test_every_test_that_is_named_is_there():
    named = {(path, name) for _, held in rows() for path, name in NAMED.findall(held)}

    assert len(named) >= 80
    assert {f"{path}::{name}" for path, name in named if name not in names_in(path)} == set()


def test_every_independent_verifier_is_named():
    text = DOCUMENT.read_text(encoding="utf-8")

    assert [
        name for name in ("openbadgeslib", "Digital Bazaar", "verifier-core", "jose") if name not in text
    ] == []
