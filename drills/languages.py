"""`python -m drills.languages [OPTION …]`: the walks of `./dev test` once more, in English and in Ukrainian."""

from __future__ import annotations

import subprocess
import sys

from tools.places import ROOT


def main() -> int:
    """Pytest's exit status, of the first language in which something failed."""
    status = 0
    for language in ("en", "uk"):
        # One after the other: each has portals of its own, as the stories do not expect to have happened already.
        command = [sys.executable, "-m", "pytest", "tests/browser", f"--language={language}", *sys.argv[1:]]
        status = status or subprocess.run(command, cwd=ROOT, check=False).returncode
    return status


if __name__ == "__main__":
    raise SystemExit(main())
