"""The sample lists of the project and small builders of hostile ones."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from classroom.rosters import GivenNames

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="session")
def given_names() -> GivenNames:
    return GivenNames.from_document(json.loads((CONTENT / "given_names.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def sample() -> Callable[[str], bytes]:
    return lambda name: (CONTENT / "rosters" / name).read_bytes()


@pytest.fixture(scope="session")
def expected() -> dict[str, Any]:
    return json.loads((CONTENT / "rosters" / "expected.json").read_text(encoding="utf-8"))
