"""npm's locks: made for their package.json, and naming no host."""

import json
from pathlib import Path

import pytest

from tools import npm
from tools.console import Failed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(npm, "ROOT", tmp_path)
    return tmp_path


def write(folder: Path, asked: dict[str, str], locked: dict[str, str], **package: str) -> None:
    (folder / "package.json").write_text(json.dumps({"dependencies": asked}))
    packages = {"": {"dependencies": locked}, "node_modules/react": {"version": "19.3.1"} | package}
    (folder / "package-lock.json").write_text(json.dumps({"packages": packages}))


def test_a_lock_made_for_its_package_file_without_addresses_is_taken(folder: Path) -> None:
    write(folder, {"react": "19.3.1"}, {"react": "19.3.1"})
    npm.check_agreement(folder)
    npm.refuse_addresses(folder / "package-lock.json")


@pytest.mark.parametrize("asked", [{"react": "19.3.2"}, {}, {"react": "19.3.1", "wouter": "3.13.0"}])
def test_a_lock_made_for_another_package_file_is_refused(folder: Path, asked: dict[str, str]) -> None:
    write(folder, asked, {"react": "19.3.1"})
    with pytest.raises(Failed, match=r"^package-lock\.json was made for another package\.json"):
        npm.check_agreement(folder)


def test_a_missing_lock_is_said(folder: Path) -> None:
    with pytest.raises(Failed, match=r"^package-lock\.json is missing; \./dev lock writes it\.$"):
        npm.check_agreement(folder)


def test_a_lock_that_names_a_host_is_refused(folder: Path) -> None:
    write(folder, {"react": "19.3.1"}, {"react": "19.3.1"}, resolved="https://registry.example/react.tgz")
    with pytest.raises(Failed, match="names an address for node_modules/react and 0 more"):
        npm.refuse_addresses(folder / "package-lock.json")
