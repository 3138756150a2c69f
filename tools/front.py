"""The build of the front, done again only when its sources changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools import environment, stamps
from tools.console import Failed, run_quietly
from tools.npm import npm
from tools.places import FRONTEND

MADE = {"node_modules", "dist"}


def sources(folder: Path = FRONTEND) -> Iterator[Path]:
    """Every file the build may read: all of `folder` but what is installed or built."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            if entry.name not in MADE and not entry.name.startswith(".") and not entry.is_symlink():
                yield from sources(entry)
        elif entry.is_file() and not is_derived(entry):
            yield entry


def is_derived(file: Path) -> bool:
    """Whether the build itself writes `file` among the sources."""
    return file.name.endswith(".compiled.ts")


def source_digest() -> str:
    """What the build depends on, as one digest."""
    return stamps.digest(sources())


def ensure_build() -> None:
    """Build the front unless `dist` stands for these very sources."""
    key = source_digest()
    if stamps.is_done("front-build", key) and (FRONTEND / "dist").is_dir():
        return
    build()


def build() -> None:
    """Build the front. Raises Failed with what the build said."""
    stamps.begin("front-build")
    run_quietly("front build", npm("run", "--silent", "build"), cwd=FRONTEND, env=environment.inside())
    if not (FRONTEND / "dist").is_dir():
        raise Failed("The front build ended well but left no frontend/dist.")
    stamps.finish("front-build", source_digest())
