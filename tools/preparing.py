"""What has to be in place before a command can work: `run` needs little, `dev` (tests, benchmarks) all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from tools import debian, environment, front, npm, stamps
from tools.console import run_quietly
from tools.places import FRONTEND, INTEROP, LIBRARY_WORDS, PYTHON, ROOMS, ROOT, STATE, STATIC_FILES

OUTSIDE_SETTINGS = (
    "DATABASE_URL",
    "REDIS_URL",
    "PUBLIC_URL",
    "SECRET_KEY",
    "SECRET_DIGEST_KEY",
    "DEMO",
    "KOTYLION_DATA",
    "KOTYLION_KEYS",
    "KOTYLION_ENV",
    "DJANGO_SETTINGS_MODULE",
    "STATIC_ROOT",
)


def set_up(level: str, *, front_build: bool = True) -> None:
    """Bring the tree to `level` (`run` or `dev`); what is in place already costs nothing."""
    with stamps.one_at_a_time():
        if level == "dev":
            debian.need(*debian.FOR_TESTS)
        environment.ensure(level)
        ensure_catalogues()
        npm.ensure_packages(FRONTEND)
        if level == "dev":
            npm.ensure_packages(INTEROP)
        if front_build:
            front.ensure_build()
            ensure_static_files()


def set_up_python() -> None:
    """Bring only the Python side to what `./dev manage` needs."""
    with stamps.one_at_a_time():
        environment.ensure("run")
        ensure_catalogues()


def ensure_catalogues() -> None:
    """Compile the gettext catalogues when one of them changed."""
    places = [*(ROOT / room for room in ROOMS), LIBRARY_WORDS]
    sources = [file for place in places for file in place.glob("locale/*/LC_MESSAGES/*.po")]
    key = stamps.digest(sources)
    compiled = all(source.with_suffix(".mo").exists() for source in sources)
    if stamps.is_done("catalogues", key) and compiled:
        return
    stamps.begin("catalogues")
    run_quietly("message catalogues", [PYTHON, "-m", "tools.catalogues", "compile"], env=environment.inside())
    stamps.finish("catalogues", key)


def ensure_static_files() -> None:
    """Collect the static files of the front and the packages when one of their sources changed."""
    if static_files_are_collected():
        return
    stamps.begin("static-files")
    run_quietly(
        "static files",
        [PYTHON, "manage.py", "collectstatic", "--noinput", "--clear", "--verbosity", "0"],
        env=for_checks() | {"KOTYLION_ENV": "development", "STATIC_ROOT": str(STATIC_FILES)},
    )
    stamps.finish("static-files", _static_key())


def static_files_are_collected() -> bool:
    """Whether what stands collected is of the build that stands, and of its other sources as they are."""
    return stamps.is_done("static-files", _static_key()) and STATIC_FILES.is_dir()


def _static_key() -> str:
    own = [file for room in ROOMS for file in (ROOT / room / "static").rglob("*") if file.is_file()]
    built = [file for file in (FRONTEND / "dist").rglob("*") if file.is_file()]
    return stamps.digest([*own, *built], extra=str(stamps.recorded(environment.STAMP)))


def for_checks() -> dict[str, str]:
    """The environment of checks and tests: the `test` settings, and nothing of the caller's own portal."""
    scratch = STATE / "checks"
    scratch.mkdir(parents=True, exist_ok=True)
    env = environment.inside(KOTYLION_ENV="test", KOTYLION_DATA=str(scratch))
    return {
        name: value
        for name, value in env.items()
        if name not in OUTSIDE_SETTINGS or name.startswith("KOTYLION")
    }


def for_tests() -> dict[str, str]:
    """The environment of pytest: as of the checks, but every run has a data folder of its own."""
    env = for_checks()
    del env["KOTYLION_DATA"]
    return env


def for_portal(data: str | None = None) -> dict[str, str]:
    """The environment of a portal on this computer; what the caller set stands."""
    settings = {"KOTYLION_ENV": "development", "KOTYLION_DATA": str(ROOT / "data")}
    settings |= {name: os.environ[name] for name in settings if os.environ.get(name)}
    if data is not None:
        settings["KOTYLION_DATA"] = data
    return environment.inside(**settings)


def make_data_folder(env: Mapping[str, str]) -> None:
    """Make the folder of database, media and keys, for this user alone."""
    Path(env["KOTYLION_DATA"]).mkdir(mode=0o700, parents=True, exist_ok=True)
