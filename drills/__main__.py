"""`python -m drills [NAME …]`: the drills one after another, all without a name; each in a process of its own."""

from __future__ import annotations

import argparse
import subprocess
import sys

from tools.places import ROOT

DRILLS = {
    "backup": "a running portal is backed up, loses its disk and comes back; the same badge, the same people",
    "faults": "a server killed again and again while people claim; nothing lost, nothing doubled",
    "languages": "every walk through the browser in English and in Ukrainian",
    "wifi": "when a screen can be read on poor Wi-Fi and a cheap phone, against the budgets",
    "offers": "two portals, many hands on each offer, one portal killed; each letter and each badge once",
    "lighthouse": "speed and accessibility of the first screens on a simulated phone, against the budgets",
}


def main() -> int:
    """Run what was asked; the exit status is that of the first drill that failed."""
    listed = "\n".join(f"  {name:<12} {text}" for name, text in DRILLS.items())
    parser = argparse.ArgumentParser(
        prog="./dev drill", epilog=listed, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", nargs="?", choices=tuple(DRILLS))
    given, rest = parser.parse_known_args()
    if rest and given.name is None:
        parser.error(f"{rest[0]} belongs to one drill: name it")
    status = 0
    for name in [given.name] if given.name else DRILLS:
        sys.stdout.write(f"== {name}: {DRILLS[name]}\n")
        sys.stdout.flush()
        command = [sys.executable, "-m", f"drills.{name}", *rest]
        ended = subprocess.run(command, cwd=ROOT, check=False)
        status = status or ended.returncode
    return status


if __name__ == "__main__":
    raise SystemExit(main())
