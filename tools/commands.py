"""The command line of `./dev`: reads what was asked and calls the module that does it."""

from __future__ import annotations

import argparse
import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from tools import checks, locking, preparing, running, testing
from tools.console import Failed, complain, say
from tools.debian import need
from tools.places import PYTHON, ROOT

INTERRUPTED = 130

PASSED_ON = {
    "test": "every check and test; with arguments, pytest alone with them",
    "manage": "Django's own commands",
    "bench": "[SCENARIO] [--json]: measure against the floor",
    "drill": "[NAME]: slow drills (scale-out, faults, backup, Lighthouse)",
}
MODULES = {"bench": "bench", "drill": "drills"}


def main(arguments: Sequence[str]) -> int:
    """Do what `arguments` ask; returns the exit status: 0 well, 1 failed, 2 not understood."""
    os.chdir(ROOT)
    try:
        if arguments and arguments[0] in PASSED_ON and arguments[1:2] not in (["-h"], ["--help"]):
            return pass_on(arguments[0], arguments[1:])
        parser = build_parser()
        if not arguments:
            parser.print_help()
            return 0
        options = parser.parse_args(arguments)
        action: Callable[[argparse.Namespace], int] = options.action
        return action(options)
    except Failed as failure:
        complain(f"\n{failure}")
        return failure.status
    except KeyboardInterrupt:
        complain("\nStopped.")
        return INTERRUPTED


def pass_on(command: str, rest: Sequence[str]) -> int:
    """Set up what `command` needs and hand it all that was written after it."""
    if command == "test":
        return testing.test(rest)
    if command == "manage":
        preparing.set_up_python()
        env = preparing.for_portal()
        preparing.make_data_folder(env)
        return become(["manage.py", *rest], env)
    preparing.set_up("dev")
    return become(["-m", MODULES[command], *rest], preparing.for_tests())


def become(arguments: Sequence[str], env: Mapping[str, str]) -> NoReturn:
    """Give this process over to the project's Python, so that signals and the terminal are its own."""
    os.execve(PYTHON, [str(PYTHON), *arguments], env)  # noqa: S606


def build_parser() -> argparse.ArgumentParser:
    """The grammar of the command line."""
    parser = argparse.ArgumentParser(prog="./dev", description="Kotylion: set up, run, check and test.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, text: str, action: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(action=action)
        return command

    run = add("run", "start the portal from nothing, with a demo school", start_portal)
    run.add_argument("--port", type=port, default=8000, help="TCP port (8000)")
    run.add_argument(
        "--host", default="127.0.0.1", help="address to listen on; others than loopback need https"
    )
    run.add_argument("--cert", type=Path, metavar="FILE", help="TLS certificate (PEM)")
    run.add_argument("--key", type=Path, metavar="FILE", help="TLS private key (PEM)")
    run.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=Path(os.environ.get("KOTYLION_DATA") or "data"),
        help="database, media and keys (data)",
    )
    run.add_argument("--no-demo", action="store_true", help="an empty portal, without the demo school")
    for name in ("test", "manage"):
        commands.add_parser(name, help=PASSED_ON[name], description=PASSED_ON[name])
    add("check", "lint, types, contracts, schema file, catalogues", lambda _: checks.check())
    add("fmt", "format Python and the front", lambda _: checks.format_all())
    add("schema", "write the GraphQL schema file", lambda _: in_project("-m", "tools.schema", "write"))
    add("messages", "bring the message catalogues into step with the sources", lambda _: update_messages())
    lock = add(
        "lock",
        "resolve requirements/*.in and package.json",
        lambda asked: locking.lock(upgrade=asked.upgrade),
    )
    lock.add_argument("--upgrade", action="store_true", help="move to the newest versions the inputs allow")
    for name in ("bench", "drill"):
        commands.add_parser(name, help=PASSED_ON[name], description=PASSED_ON[name])
    setup = add("setup", "only make everything ready", set_up)
    setup.add_argument(
        "level", nargs="?", choices=("run", "dev"), default="dev", help="for run alone, or all (dev)"
    )
    return parser


def port(text: str) -> int:
    """A TCP port from `text`. Raises argparse's error for anything else."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (1 to 65535)")
    return int(text)


def start_portal(asked: argparse.Namespace) -> int:
    """`./dev run`."""
    return running.run(
        running.RunOptions(
            port=asked.port,
            host=asked.host,
            certificate=asked.cert and asked.cert.resolve(),
            key=asked.key and asked.key.resolve(),
            data=asked.data.resolve(),
            demo=not asked.no_demo,
        )
    )


def set_up(asked: argparse.Namespace) -> int:
    """`./dev setup`."""
    preparing.set_up(asked.level)
    say("everything is in place")
    return 0


def in_project(*arguments: str) -> int:
    """Run the project's Python with `arguments`, set up for checks."""
    preparing.set_up_python()
    command = [str(PYTHON), *arguments]
    return subprocess.run(command, env=preparing.for_checks(), check=False).returncode


def update_messages() -> int:
    """`./dev messages`: the rooms' gettext catalogues and the front's."""
    need("xgettext")
    preparing.set_up("dev", front_build=False)
    status = in_project("-m", "tools.catalogues", "update")
    front = checks.run_all([one for one in checks.STATIC if one.name == "front messages"])
    return status or int(not all(outcome.passed for outcome in front))
