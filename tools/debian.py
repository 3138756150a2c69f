"""System programs that come from Debian's packages, each installed when a command first needs it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterable

from tools.console import Failed, run_quietly, say
from tools.services import ServiceMissing, postgres_directory

# The browser without windows: the same engine at two thirds of the work and half the start.
BROWSER = "chromium-headless-shell"
PACKAGES = {
    BROWSER: BROWSER,
    "redis-server": "redis-server",
    "postgres": "postgresql",
    "xgettext": "gettext",
    "ensurepip": "python3-venv",
}
FOR_TESTS = (BROWSER, "redis-server", "postgres", "xgettext")


def browser() -> str:
    """The browser that tests and drills drive: the one without windows, or a whole Chromium in its stead."""
    return shutil.which(BROWSER) or shutil.which("chromium") or BROWSER


def is_present(program: str) -> bool:
    """Whether `program` (a key of PACKAGES) can be used now."""
    if program == BROWSER:
        return shutil.which(BROWSER) is not None or (
            shutil.which("chromium") is not None and not is_offered(BROWSER)
        )
    if program == "postgres":
        try:
            postgres_directory()
        except ServiceMissing:
            return False
        return True
    if program == "ensurepip":
        return importlib.util.find_spec("ensurepip") is not None
    return shutil.which(program) is not None


def is_offered(package: str) -> bool:
    """Whether this system's package lists hold `package`."""
    lists = shutil.which("apt-cache")
    return lists is not None and (
        subprocess.run([lists, "show", package], capture_output=True, check=False).returncode == 0
    )


def need(*programs: str) -> None:
    """Make sure `programs` are there: root installs what is missing, others are told the one line to run."""
    missing = [PACKAGES[program] for program in programs if not is_present(program)]
    if not missing:
        return
    command = install_command(missing)
    if shutil.which("apt-get") is None:
        raise Failed(f"Please install: {', '.join(missing)}.")
    if os.geteuid() != 0:
        raise Failed(
            f"Something is missing on this computer. Run this once, then try again:\n\n  sudo {command}\n"
        )
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    say(f"  needs {', '.join(missing)}")
    run_quietly("package lists", ["apt-get", "update"], env=env)
    run_quietly("system packages", command.split(), env=env)


def install_command(packages: Iterable[str]) -> str:
    """The one line that installs `packages`."""
    return "apt-get install -y --no-install-recommends " + " ".join(packages)
