"""The installer comes with the hash that the lock gives it."""

from pathlib import Path

import pytest

from tools.console import Failed
from tools.environment import LOCKS, locked


def test_the_installer_is_pinned_by_hash_in_the_lock_that_starts_the_portal() -> None:
    lines = locked("uv", LOCKS["run"]).splitlines()
    assert lines[0].startswith("uv==")
    assert len(lines) > 1
    assert all(line.strip().startswith("--hash=sha256:") for line in lines[1:])
    assert not lines[-1].endswith("\\")


def test_a_package_the_lock_does_not_pin_is_said(tmp_path: Path) -> None:
    lock = tmp_path / "app.txt"
    lock.write_text("uvicorn==0.1 \\\n    --hash=sha256:00\n")
    with pytest.raises(Failed, match=r"^app\.txt does not pin uv; run \./dev lock\.$"):
        locked("uv", lock)
