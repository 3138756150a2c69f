"""Where things stand in the project's tree."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements"
FRONTEND = ROOT / "frontend"
INTEROP = ROOT / "tests" / "interop"
LIGHTHOUSE = ROOT / "drills" / "lighthouse"
ARTEFACTS = ROOT / "artefacts"
STATIC_FILES = ROOT / "static-root"

STATE = ROOT / ".dev"
STAMPS = STATE / "stamps"
LOGS = STATE / "logs"
LOCK = STATE / "lock"

ROOMS = (
    "core",
    "people",
    "credentials",
    "paths",
    "events",
    "portfolio",
    "classroom",
    "clubs",
    "cms",
    "portal",
)
# Words of libraries that people see here, in an app of its own (`tools/library_words.py`).
LIBRARY_WORDS = ROOT / "cms" / "admin_words"
