"""`python -m bench [SCENARIO …] [--json]`: a table of what was measured, against its floor and its goal."""

from __future__ import annotations

import argparse
import atexit
import json
import os
import shutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path

SCENARIOS = ("award", "board", "home", "live", "sign", "verify", "document", "signin", "import", "rush", "growth", "start")
MODULES = {"import": "importing"}


def prepare() -> None:
    """A database of our own in a temporary folder; the settings of production paths, not of unit tests."""
    folder = Path(tempfile.mkdtemp(prefix="kotylion-bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ |= {
        "KOTYLION_ENV": "development",
        "KOTYLION_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "portal.settings.chosen",
    }
    from tests.servers import template_database  # noqa: PLC0415

    shutil.copy(template_database(), folder / "kotylion.sqlite3")
    import django

    django.setup()


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measure against the floor.")
    parser.add_argument("scenario", nargs="*", help=f"of {', '.join(SCENARIOS)}; all without one")
    parser.add_argument("--json", action="store_true", help="write JSON instead of a table")
    given = parser.parse_args()
    unknown = set(given.scenario) - set(SCENARIOS)
    if unknown:
        parser.error(f"there is no scenario {', '.join(sorted(unknown))}; choose of {', '.join(SCENARIOS)}")
    prepare()
    rows = []
    for name in given.scenario or SCENARIOS:
        print(f"… {name}", file=sys.stderr, flush=True)
        rows += import_module(f"bench.scenarios.{MODULES.get(name, name)}").run()
    if given.json:
        print(json.dumps([row.as_json() for row in rows], indent=2))
    else:
        _print_table(rows)
    return 0


def _print_table(rows) -> None:
    head = ("scenario", "what", "median ms", "p95 ms", "CPU ms", "floor CPU", "ratio", "goal", "met")
    cells = [
        (
            row.scenario, f"{row.what} {row.counted}".strip(), f"{row.median:.1f}", f"{row.p95:.1f}", f"{row.cpu:.2f}",
            "" if row.floor is None else f"{row.floor:.2f}", "" if row.ratio is None else f"{row.ratio:.1f}",
            row.goal, "yes" if row.met else "NO",
        )
        for row in rows
    ]  # fmt: skip
    widths = [max(len(line[at]) for line in [head, *cells]) for at in range(len(head))]
    for line in [head, *cells]:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


if __name__ == "__main__":
    raise SystemExit(main())
