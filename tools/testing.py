"""`./dev test`: every check, then every test; pytest's closing line is the last one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools import checks, preparing, processes
from tools.console import say, step_line
from tools.places import ARTEFACTS, PYTHON, ROOT

CLOSING = re.compile(r"^(\x1b\[[0-9;]*m|=|\s)*(\d+ \w+|no tests ran)(.*) in [\d.]+s")
INTERRUPTED = 130
WORKERS = 2
MEMORY = Path("/dev/shm")  # noqa: S108 - the folder in memory, used for folders of our own
MEMORY_NEEDED = 4 * 2**30


def test(arguments: Sequence[str]) -> int:
    """Without arguments all there is; with some, set up and let pytest have them."""
    if arguments:
        preparing.set_up("dev")
        return pytest(arguments)[0]
    say("Setting up")
    preparing.set_up("dev", front_build=False)
    say("\nChecks")
    outcomes = checks.run_all([*checks.STATIC, *checks.FRONT_PRODUCT, *checks.FOR_TESTS])
    outcomes += checks.keep_build(outcomes)
    say("\nTests")
    started = time.monotonic()
    status, closing = pytest([])
    say("\nTimes")
    for outcome in outcomes:
        say(step_line(outcome.name, outcome.seconds, mark="✓" if outcome.passed else "✗"))
    say(step_line("pytest", time.monotonic() - started, mark="✗" if status else "✓"))
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    if failed:
        say(f"\nfailed before the tests: {', '.join(failed)}")
    say(closing or f"pytest ended without a result (exit {status})")
    return status or (1 if failed else 0)


def pytest(arguments: Sequence[str]) -> tuple[int, str]:
    """Run pytest, showing what it says but for its closing line, which is returned with the exit status.

    With arguments, the closing line is shown in its place too.
    """
    ARTEFACTS.mkdir(exist_ok=True)
    colour = ["--color=yes"] if sys.stdout.isatty() else []
    reports = [f"--junitxml={ARTEFACTS / 'pytest.xml'}", f"--output={ARTEFACTS / 'browser'}"]
    # tests/conftest.py says which tests stay together.
    spread = [] if arguments else ["-n", str(WORKERS)]
    command = [str(PYTHON), "-m", "pytest", *reports, *colour, *spread, *arguments]
    with tempfile.TemporaryDirectory(prefix="kotylion-tests-", dir=_fast_place()) as scratch:
        # Database servers run as another user and have their folders in it: they may pass, and list nothing.
        os.chmod(scratch, 0o711)  # noqa: S103
        env = preparing.for_tests() | {"TMPDIR": scratch}
        return _follow(command, env, hold_closing=not arguments)


def _fast_place() -> Path | None:
    """Where files of tests cost least: in memory, when there is plenty; else the usual place."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= MEMORY_NEEDED:
        return MEMORY
    return None


def _follow(command: Sequence[str], env: Mapping[str, str], *, hold_closing: bool) -> tuple[int, str]:
    closing = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    ) as process:
        try:
            for raw in process.stdout or ():
                line = raw.decode(errors="replace").rstrip("\n")
                if CLOSING.match(line) and hold_closing:
                    closing = line
                else:
                    say(line)
        except KeyboardInterrupt:
            processes.stop(process)
            return INTERRUPTED, closing
    return process.returncode, closing
