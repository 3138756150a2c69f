"""Node's packages: installed exactly as a folder's lock says, with the Node that lives in `.venv`.

`npm ci` is not used: it refuses a lock that leaves out optional packages of other systems (a build for
Windows, say), which npm itself leaves out wherever a registry does not carry them. `npm install --no-save`
keeps to the locked versions and their hashes too and writes nothing; that lock and `package.json` agree is
checked here.
"""

from __future__ import annotations

import json
from pathlib import Path

from tools import environment, stamps
from tools.console import Failed, run_quietly
from tools.places import ROOT, VENV

QUIET = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
KINDS = ("dependencies", "devDependencies", "optionalDependencies")


def npm(*arguments: str) -> list[str]:
    """The command line of the project's own npm."""
    return [str(VENV / "bin" / "npm"), *arguments]


def ensure_packages(folder: Path) -> None:
    """Install what the lock of `folder` says, running nobody's install scripts. Raises Failed."""
    lock = folder / "package-lock.json"
    check_agreement(folder)
    name = f"npm-{folder.name}"
    key = stamps.digest([folder / "package.json", lock])
    if stamps.is_done(name, key) and (folder / "node_modules").is_dir():
        return
    stamps.begin(name)
    run_quietly(
        f"npm packages of {folder.relative_to(ROOT)}",
        npm("install", "--no-save", *QUIET),
        cwd=folder,
        env=environment.inside(),
    )
    stamps.finish(name, key)


def check_agreement(folder: Path) -> None:
    """Raise Failed unless `folder` has a lock that was made for its `package.json`."""
    lock = folder / "package-lock.json"
    if not lock.exists():
        raise Failed(f"{lock.relative_to(ROOT)} is missing; ./dev lock writes it.")
    asked = json.loads((folder / "package.json").read_text())
    locked = json.loads(lock.read_text())["packages"][""]
    if any(asked.get(kind, {}) != locked.get(kind, {}) for kind in KINDS):
        raise Failed(
            f"{lock.relative_to(ROOT)} was made for another package.json; ./dev lock writes it anew."
        )


def refuse_addresses(lock: Path) -> None:
    """Raise Failed when a lock names a registry's host: people install from their own."""
    packages = json.loads(lock.read_text())["packages"]
    named = sorted(name for name, package in packages.items() if "resolved" in package)
    if named:
        raise Failed(f"{lock.name} names an address for {named[0]} and {len(named) - 1} more.")
