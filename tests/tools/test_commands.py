"""The command line refuses what it does not understand, in words, before it builds anything."""

import socket
import subprocess
from pathlib import Path

import pytest

from tools.places import ROOT


def dev(*arguments: str, place: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ROOT / "dev", *arguments], cwd=place, capture_output=True, text=True, check=False)


def test_alone_it_lists_every_command(tmp_path: Path) -> None:
    shown = dev(place=tmp_path)
    listed = {line.split()[0] for line in shown.stdout.splitlines() if line.startswith("    ")}
    assert shown.returncode == 0
    assert listed >= {
        "run",
        "test",
        "check",
        "fmt",
        "schema",
        "messages",
        "lock",
        "bench",
        "drill",
        "manage",
        "setup",
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rnu"], "invalid choice: 'rnu'"),
        (["run", "--prot", "8000"], "unrecognized arguments: --prot 8000"),
        (["run", "--port", "0"], "'0' is not a port (1 to 65535)"),
        (["run", "--port", "65536"], "'65536' is not a port (1 to 65535)"),
        (["run", "--port", "٨٠"], "'٨٠' is not a port (1 to 65535)"),
        (["run", "--cert", "README.md"], "--cert and --key go together."),
        (["run", "--cert", "nowhere.pem", "--key", "nowhere.pem"], "There is no file"),
        (["run", "--host", "192.0.2.7"], "Others can reach 192.0.2.7"),
        (["run", "--host", "0.0.0.0", "--cert", "dev", "--key", "dev"], "no address a phone can open"),
        (["setup", "everything"], "invalid choice: 'everything'"),
    ],
)
def test_what_it_does_not_understand_ends_with_2_and_says_why(arguments: list[str], said: str) -> None:
    answer = dev(*arguments)
    assert answer.returncode == 2
    assert said in answer.stderr
    assert answer.stdout == ""


def test_a_taken_port_is_named_before_anything_is_set_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        answer = dev("run", "--port", str(port))
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == f"\nPort {port} is taken; choose another with --port.\n"
