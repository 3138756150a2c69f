"""System programs that come from Debian's packages, each installed when a command first needs it."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterable

from tools.console import Failed, run_quietly, say
from tools.services import ServiceMissing, postgres_directory

PACKAGES = {
    "chromium": "chromium",
    "redis-server": "redis-server",
    "postgres": "postgresql",
    "xgettext": "gettext",
    "ensurepip": "python3-venv",
}
FOR_TESTS = ("chromium", "redis-server", "postgres", "xgettext")


def is_present(program: str) -> bool:
    """Whether `program` (a key of PACKAGES) can be used now."""
    if program == "postgres":
        try:
            postgres_directory()
        except ServiceMissing:
            return False
        return True
    if program == "ensurepip":
        return importlib.util.find_spec("ensurepip") is not None
    return shutil.which(program) is not None


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
