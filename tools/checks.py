"""Everything that is checked without running the product: commands that end well or say why not."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools import environment, front, preparing, stamps
from tools.console import Failed, say, step_line, tail
from tools.npm import npm
from tools.places import ARTEFACTS, FRONTEND, LOGS, PYTHON, ROOT, VENV

BIN = VENV / "bin"


@dataclass(frozen=True)
class Check:
    """One check: its name, its command, and its lane (lanes run side by side, one on each core)."""

    name: str
    command: Sequence[str | Path]
    lane: str = "python"
    folder: Path = ROOT


@dataclass(frozen=True)
class Outcome:
    """How a check went: `output` is its log, whole."""

    name: str
    passed: bool
    seconds: float
    output: Path


STATIC = [
    Check("ruff", [BIN / "ruff", "check", ".", "dev"]),
    Check("format", [BIN / "ruff", "format", "--check", ".", "dev"]),
    Check("types", [BIN / "mypy"]),
    Check("contracts", [BIN / "lint-imports"]),
    Check("migrations", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"]),
    Check("schema file", [PYTHON, "-m", "tools.schema", "check"]),
    Check("catalogues", [PYTHON, "-m", "tools.catalogues", "check"]),
    *(
        Check(f"front {script}", npm("run", "--silent", script), "front", FRONTEND)
        for script in ("lint", "types", "graphql", "deps", "messages")
    ),
]
FRONT_PRODUCT = [
    Check("front test", npm("run", "--silent", "test"), "front", FRONTEND),
    Check("front build", npm("run", "--silent", "build"), "front", FRONTEND),
    Check("front size", npm("run", "--silent", "size"), "front", FRONTEND),
]


# What the tests begin from: they would all have to wait for it.
FOR_TESTS = [Check("empty database", [PYTHON, "-m", "tests.servers"], "database")]


def run_all(checks: Iterable[Check]) -> list[Outcome]:
    """Run `checks`, lane beside lane, and say each outcome as it comes; a failure stops no other."""
    lanes: dict[str, list[Check]] = {}
    for check in checks:
        lanes.setdefault(check.lane, []).append(check)
    with ThreadPoolExecutor(max_workers=len(lanes) or 1) as pool:
        done = list(pool.map(lambda lane: [run_one(check) for check in lane], lanes.values()))
    return [outcome for lane in done for outcome in lane]


def run_one(check: Check) -> Outcome:
    """Run one check, its output kept under `artefacts/checks`, and say how it went."""
    logs = ARTEFACTS / "checks"
    logs.mkdir(parents=True, exist_ok=True)
    log = logs / (check.name.replace(" ", "-") + ".log")
    started = time.monotonic()
    with log.open("wb") as output:
        try:
            status = subprocess.run(
                [str(part) for part in check.command],
                cwd=check.folder,
                env=preparing.for_checks() | {"NO_COLOR": "1"},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            ).returncode
        except OSError as error:
            output.write(str(error).encode())
            status = 127
    outcome = Outcome(check.name, status == 0, time.monotonic() - started, log)
    line = step_line(check.name, outcome.seconds, mark="✓" if outcome.passed else "✗")
    say(line if outcome.passed else f"{line}\n{tail(log)}\n")
    return outcome


def check() -> int:
    """`./dev check`: lint, types, contracts, schema and catalogues; 1 when one of them fails."""
    preparing.set_up("dev", front_build=False)
    failed = [outcome.name for outcome in run_all(STATIC) if not outcome.passed]
    if failed:
        raise Failed(f"failed: {', '.join(failed)}")
    say("all checks passed")
    return 0


def keep_build(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Let the build that was just checked serve as the build: note it and collect its files."""
    if not any(outcome.name == "front build" and outcome.passed for outcome in outcomes):
        return []
    stamps.finish("front-build", front.source_digest())
    started = time.monotonic()
    try:
        preparing.ensure_static_files()
    except Failed as failure:
        say(str(failure))
        passed = False
    else:
        passed = True
    return [Outcome("static files", passed, time.monotonic() - started, LOGS / "static-files.log")]


def format_all() -> int:
    """`./dev fmt`: Python and the front, formatted, and put right where a tool can do it."""
    preparing.set_up("dev", front_build=False)
    commands: list[tuple[list[str | Path], Path]] = [
        ([BIN / "ruff", "check", "--fix", "--exit-zero", "--quiet", ".", "dev"], ROOT),
        ([BIN / "ruff", "format", "--quiet", ".", "dev"], ROOT),
        (list(npm("run", "--silent", "fmt")), FRONTEND),
    ]
    for command, folder in commands:
        subprocess.run([str(part) for part in command], cwd=folder, env=environment.inside(), check=False)
    return 0
