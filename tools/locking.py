"""`./dev lock`: what is written by hand in `requirements/*.in` and `package.json`, resolved with hashes."""

from __future__ import annotations

import json
from pathlib import Path

from tools import environment, front
from tools.console import Failed, run_quietly
from tools.places import FRONTEND, INTEROP, REQUIREMENTS, ROOT, VENV

OPTIONS = (
    "--universal",
    "--generate-hashes",
    "--no-header",
    "--no-emit-index-url",
    "--python-version",
    "3.11",
)
NAMES = ("app", "build", "dev")


def lock(*, upgrade: bool = False) -> int:
    """Resolve Python's and npm's locks; versions move only with `upgrade` or where the inputs ask for it."""
    if not (VENV / "bin" / "uv").exists():
        environment.ensure("run")
    for name in NAMES:
        source, target = (REQUIREMENTS / f"{name}.{ending}" for ending in ("in", "txt"))
        run_quietly(
            f"lock {name}",
            [
                *(VENV / "bin" / "uv", "pip", "compile", "--quiet", *OPTIONS),
                *(["--upgrade"] if upgrade else []),
                *(source.relative_to(ROOT), "--output-file", target.relative_to(ROOT)),
            ],
        )
    for folder in (FRONTEND, INTEROP):
        run_quietly(
            f"lock {folder.relative_to(ROOT)}",
            front.npm(
                *("update" if upgrade else "install", "--package-lock-only", "--ignore-scripts"),
                *("--no-audit", "--no-fund", "--omit-lockfile-registry-resolved"),
            ),
            cwd=folder,
            env=environment.inside(),
        )
        refuse_addresses(folder / "package-lock.json")
    return 0


def refuse_addresses(lock_file: Path) -> None:
    """Raise Failed when a lock names a registry's host: people install from their own."""
    packages = json.loads(lock_file.read_text())["packages"]
    named = sorted(name for name, package in packages.items() if "resolved" in package)
    if named:
        raise Failed(
            f"{lock_file.relative_to(ROOT)} names an address for {named[0]} and {len(named) - 1} more."
        )
