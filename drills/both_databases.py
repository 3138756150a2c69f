"""A drill on SQLite, then on PostgreSQL: each in a process of its own, as Django takes one database a process."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping

from tools.places import ROOT
from tools.services import postgres


def drill(name: str, sizes: Mapping[str, int], on_one: Callable[[argparse.Namespace], int]) -> int:
    """`python -m drills.NAME [sqlite|postgresql] [--SIZE N …]`: the exit status of the first that failed.

    `on_one` gets the sizes, and `url`: that of PostgreSQL, or None for SQLite.
    """
    parser = argparse.ArgumentParser(prog=f"./dev drill {name}")
    parser.add_argument("database", nargs="?", choices=("sqlite", "postgresql"), help="both without it")
    for size, usual in sizes.items():
        parser.add_argument(f"--{size}", type=int, default=usual)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.url is not None or given.database == "sqlite":
        return on_one(given)
    said = [f"--{size}={getattr(given, size)}" for size in sizes]
    status = 0 if given.database else _in_a_process(name, "sqlite", *said)
    with postgres() as url:
        return _in_a_process(name, f"--url={url}", *said) or status


def _in_a_process(name: str, *arguments: str) -> int:
    command = [sys.executable, "-m", f"drills.{name}", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode
