"""Which browser is taken, and when it is asked for."""

from pathlib import Path

import pytest

from tools import debian


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder in which programs are looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put(place: Path, program: str, status: int = 0) -> str:
    path = place / program
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return str(path)


def test_the_browser_without_windows_goes_before_a_whole_one(place: Path) -> None:
    whole = put(place, "chromium")
    assert debian.browser() == whole
    light = put(place, "chromium-headless-shell")
    assert debian.browser() == light
    assert debian.is_present(debian.BROWSER)


@pytest.mark.parametrize(
    ("whole", "offered", "present"),
    [
        (True, True, False),
        (True, False, True),
        (True, None, True),
        (False, True, False),
        (False, None, False),
    ],
)
def test_a_whole_browser_serves_where_there_is_no_other_to_be_had(
    place: Path, whole: bool, offered: bool | None, present: bool
) -> None:
    if whole:
        put(place, "chromium")
    if offered is not None:
        put(place, "apt-cache", 0 if offered else 100)
    assert debian.is_present(debian.BROWSER) is present
