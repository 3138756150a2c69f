"""The project's own Python: an environment in `.venv` that holds exactly what the locks say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools import debian, stamps
from tools.console import Failed, run_quietly
from tools.places import PYTHON, REQUIREMENTS, ROOT, VENV

STAMP = "python-packages"
LOCKS = {"run": REQUIREMENTS / "build.txt", "dev": REQUIREMENTS / "dev.txt"}


def ensure(level: str) -> None:
    """Bring `.venv` to the lock of `level`, `run` or `dev`.

    An environment made for `dev` serves `run` too and stays what it is.
    """
    done = stamps.recorded(STAMP) or ""
    wanted = "dev" if done.startswith("dev ") else level
    key = f"{wanted} {stamps.digest([LOCKS[wanted]], extra=str(ROOT))}"
    if done == key and is_sound():
        return
    stamps.begin(STAMP)
    if not is_sound():
        _make()
    _ensure_uv()
    run_quietly(
        "Python packages",
        [VENV / "bin" / "uv", "pip", "sync", "--python", PYTHON, "--require-hashes", LOCKS[wanted]],
    )
    stamps.finish(STAMP, key)


def is_sound() -> bool:
    """Whether `.venv` runs and belongs to this place (scripts inside name their interpreter in full)."""
    if not PYTHON.exists() or not _belongs_here():
        return False
    probe = [str(PYTHON), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def _belongs_here() -> bool:
    activate = VENV / "bin" / "activate"
    return activate.exists() and str(VENV) in activate.read_text(errors="replace")


def interpreter() -> str:
    """Python 3.11 where this computer has it (the locks are tested with it), else the one that runs us."""
    if sys.version_info[:2] == (3, 11):
        return sys.executable
    return shutil.which("python3.11") or sys.executable


def _make() -> None:
    python = interpreter()
    if python == sys.executable:
        debian.need("ensurepip")
    run_quietly("Python environment", [python, "-m", "venv", "--clear", VENV])


def _ensure_uv() -> None:
    """Install the locked uv (it installs the rest in seconds where pip takes half a minute)."""
    if (VENV / "bin" / "uv").exists():
        return
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as lock:
        lock.write(locked("uv", LOCKS["run"]))
        lock.flush()
        run_quietly(
            "installer",
            [PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", lock.name],
        )


def locked(package: str, lock: Path) -> str:
    """The lines of `lock` that pin `package` with its hashes. Raises Failed when it is not there."""
    lines = lock.read_text().splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith(f"{package}==")]
    if not starts:
        raise Failed(f"{lock.name} does not pin {package}; run ./dev lock.")
    first = starts[0]
    last = first
    while lines[last].endswith("\\"):
        last += 1
    return "\n".join(lines[first : last + 1]) + "\n"


def inside(**settings: str) -> dict[str, str]:
    """The environment for programs of the project: `.venv` first on PATH, and `settings` on top."""
    path = os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", os.defpath)])
    own = {
        "PATH": path,
        "VIRTUAL_ENV": str(VENV),
        "PYTHONPATH": str(ROOT),
        "NPM_CONFIG_UPDATE_NOTIFIER": "false",
    }
    return os.environ | own | settings
