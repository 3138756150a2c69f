"""Locks: uv comes with the hash the lock gives it, and npm's locks name no host."""

import json
from pathlib import Path

import pytest

from tools import locking
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


@pytest.mark.parametrize(
    ("package", "named"), [({"version": "1.0.0"}, False), ({"resolved": "https://x"}, True)]
)
def test_an_npm_lock_that_names_a_host_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: dict[str, str], named: bool
) -> None:
    monkeypatch.setattr(locking, "ROOT", tmp_path)
    lock = tmp_path / "package-lock.json"
    lock.write_text(json.dumps({"packages": {"": {}, "node_modules/x": package}}))
    if named:
        with pytest.raises(Failed, match="names an address for node_modules/x"):
            locking.refuse_addresses(lock)
    else:
        locking.refuse_addresses(lock)
