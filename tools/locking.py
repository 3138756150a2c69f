"""`./dev lock`: what is written by hand in `requirements/*.in` and `package.json`, resolved with hashes."""

from __future__ import annotations

from tools import environment
from tools.console import run_quietly
from tools.npm import QUIET, npm, refuse_addresses
from tools.places import FRONTEND, INTEROP, LIGHTHOUSE, REQUIREMENTS, ROOT, VENV

OPTIONS = (
    "--universal",
    "--generate-hashes",
    "--no-header",
    "--no-emit-index-url",
    "--python-version",
    "3.11",
)
NAMES = ("app", "build", "dev")


def lock(*, upgrade: bool = False) -> int:
    """Resolve Python's and npm's locks; versions move only with `upgrade` or where the inputs ask for it."""
    if not (VENV / "bin" / "uv").exists():
        environment.ensure("run")
    for name in NAMES:
        source, target = (REQUIREMENTS / f"{name}.{ending}" for ending in ("in", "txt"))
        run_quietly(
            f"lock {name}",
            [
                *(VENV / "bin" / "uv", "pip", "compile", "--quiet", *OPTIONS),
                *(["--upgrade"] if upgrade else []),
                *(source.relative_to(ROOT), "--output-file", target.relative_to(ROOT)),
            ],
        )
    for folder in (FRONTEND, INTEROP, LIGHTHOUSE):
        run_quietly(
            f"lock {folder.relative_to(ROOT)}",
            npm(
                "update" if upgrade else "install",
                *("--package-lock-only", "--omit-lockfile-registry-resolved", *QUIET),
            ),
            cwd=folder,
            env=environment.inside(),
        )
        refuse_addresses(folder / "package-lock.json")
    return 0
