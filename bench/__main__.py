"""`python -m bench [SCENARIO …] [--json]`: a table of what was measured, against its floor and its goal."""

from __future__ import annotations

import argparse
import atexit
import json
import logging
import os
import resource
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from bench.measuring import Row
from bench.sizes import FULL, TINY

MODULES = {
    "award": "awarding", "board": "board", "home": "homes", "live": "live", "sign": "signing",
    "issue": "issuing", "verify": "verifying",
    "document": "documents", "catalogue": "catalogue", "signin": "signing_in", "import": "importing", "rush": "rush",
    "checkin": "checkin", "map": "the_map", "figures": "figures", "growth": "growth", "start": "starting",
}  # fmt: skip
HEAD = ("scenario", "what", "median ms", "p95 ms", "CPU ms", "floor CPU", "ratio", "goal", "met")
OPEN_FILES = 20_000
# Has no smaller size: starting from nothing is starting from nothing.
SLOW = ("start",)


def prepare(database_url: str | None = None) -> Path:
    """A database of our own in a temporary folder, or an empty one elsewhere; the settings of production paths."""
    folder = Path(tempfile.mkdtemp(prefix="kotylion-bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for address in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(address, None)
    os.environ |= {
        "KOTYLION_ENV": "development",
        "KOTYLION_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "portal.settings.chosen",
    }
    if database_url is not None:
        os.environ["DATABASE_URL"] = database_url
    import django

    django.setup()
    # One line a signature, or a refused request, would be what is measured.
    logging.getLogger().setLevel(logging.WARNING)
    from tests.servers import template_database

    shutil.copy(template_database(), folder / "kotylion.sqlite3")
    _most_files()
    return folder


def _most_files() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measure against the floor.")
    parser.add_argument("scenario", nargs="*", help=f"of {', '.join(MODULES)}; all without one")
    parser.add_argument("--json", action="store_true", help="write JSON instead of a table")
    parser.add_argument("--sockets", type=int, help="live connections (1000; 5000 takes a minute more)")
    parser.add_argument(
        "--quick", action="store_true", help="tiny sizes: shows that all counts right, measures nothing"
    )
    given = parser.parse_args()
    unknown = set(given.scenario) - set(MODULES)
    if unknown:
        parser.error(f"there is no scenario {', '.join(sorted(unknown))}; choose of {', '.join(MODULES)}")
    sizes = TINY if given.quick else FULL
    if given.sockets:
        sizes = replace(sizes, sockets=given.sockets)
    folder = prepare()
    from bench.world import World

    world = World(sizes, folder)
    rows: list[Row] = []
    failed: list[str] = []
    for name in given.scenario or [one for one in MODULES if not (given.quick and one in SLOW)]:
        started = time.monotonic()
        try:
            rows += import_module(f"bench.scenarios.{MODULES[name]}").run(world)
        except Exception:
            # The others are worth knowing all the same.
            failed.append(name)
            traceback.print_exc()
        print(f"… {name} {time.monotonic() - started:.1f} s", file=sys.stderr, flush=True)
    if given.json:
        print(json.dumps([row.as_json() for row in rows], indent=2))
    else:
        _print_table(rows)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _print_table(rows: Sequence[Row]) -> None:
    lines = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEAD))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _cells(row: Row) -> tuple[str, ...]:
    def short(value: float | None, digits: int) -> str:
        return "" if value is None else f"{value:.{digits}f}"

    return (
        row.scenario, f"{row.what} {row.counted}".strip(), short(row.median, 2), short(row.p95, 2), short(row.cpu, 2),
        short(row.floor, 3), short(row.ratio, 1), row.goal, "yes" if row.met else "NO",
    )  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
