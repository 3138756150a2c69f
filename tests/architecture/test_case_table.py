"""The table of security cases names the tests that are there, and every case of the first issue has one."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
TABLE = TESTS.parent / "docs" / "security.md"
ROW = re.compile(r"^\| ([A-Z]{2}-\d\d) \| [^|]+ \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+)`(?: \((\d+)\))?")


def declared() -> dict[str, Counter[str]]:
    return {
        case: Counter({name: int(count or 1) for name, count in NAMED.findall(where)})
        for case, where in ROW.findall(TABLE.read_text(encoding="utf-8"))
    }


def counted(case: str) -> Counter[str]:
    name = re.compile(rf"^\s*(?:async )?def test_{case.lower().replace('-', '_')}_\w+", re.MULTILINE)
    found = {
        str(path.relative_to(TESTS).with_suffix("")): len(name.findall(path.read_text(encoding="utf-8")))
        for path in TESTS.rglob("test_*.py")
        if "node_modules" not in path.parts
    }
    return Counter({path: count for path, count in found.items() if count})


def all_cases() -> set[str]:
    """Every case that a test is named after."""
    name = re.compile(r"^\s*(?:async )?def test_([a-z]{2})_(\d\d)_\w+", re.MULTILINE)
    texts = (
        path.read_text(encoding="utf-8")
        for path in TESTS.rglob("test_*.py")
        if "node_modules" not in path.parts
    )
    return {f"{kind.upper()}-{number}" for text in texts for kind, number in name.findall(text)}


def test_every_case_names_the_tests_that_are_there():
    table = declared()
    assert set(table) == all_cases()
    assert {case: dict(counted(case)) for case in table} == {
        case: dict(named) for case, named in table.items()
    }
