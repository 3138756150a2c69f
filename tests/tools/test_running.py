"""What `./dev run` tells the person: addresses, who can open them, how to sign in."""

from pathlib import Path

import pytest

from tools.running import RunOptions, portal_environment, server_command, welcome

DATA = Path("/srv/kotylion")
PEM = Path("/srv/room.pem")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PUBLIC_URL", "ALLOWED_HOSTS", "DATABASE_URL", "KOTYLION_ENV", "KOTYLION_DATA"):
        monkeypatch.delenv(name, raising=False)


def here(*, demo: bool = True) -> RunOptions:
    return RunOptions(port=8000, host="127.0.0.1", certificate=None, key=None, data=DATA, demo=demo)


def in_the_room() -> RunOptions:
    return RunOptions(port=8443, host="192.0.2.7", certificate=PEM, key=PEM, data=DATA, demo=True)


def test_on_loopback_it_says_that_only_this_computer_can_open_it() -> None:
    said = "\n".join(welcome(here(), "kotylion", 3.21))
    assert "Ready after 3.2 s" in said
    assert "http://localhost:8000/app/" in said
    assert "Only this computer can open these addresses." in said
    assert "password kotylion" in said
    assert "teacher, student, leader, coordinator, issuer, editor, admin" in said


def test_without_the_demo_it_names_the_first_step_and_no_password() -> None:
    said = "\n".join(welcome(here(demo=False), "kotylion", 3))
    assert "./dev manage start_school" in said
    assert "password" not in said


def test_the_published_password_stays_on_loopback() -> None:
    passwords = {in_the_room().demo_password() for _ in range(20)}
    assert here().demo_password() == "kotylion"
    assert len(passwords) == 20
    assert min(len(password) for password in passwords) >= 12


def test_in_a_room_the_portal_knows_its_address_over_https() -> None:
    env = portal_environment(in_the_room(), "secret")
    assert env["PUBLIC_URL"] == "https://192.0.2.7:8443"
    assert env["ALLOWED_HOSTS"] == "localhost,127.0.0.1,192.0.2.7"
    assert (env["DEMO"], env["DEMO_PASSWORD"], env["KOTYLION_DATA"]) == ("1", "secret", str(DATA))
    assert server_command(in_the_room())[-4:] == ["--cert", PEM, "--key", PEM]


def test_what_the_caller_set_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUBLIC_URL", "https://odznaki.example")
    monkeypatch.setenv("DATABASE_URL", "postgresql://db/kotylion")
    env = portal_environment(here(), "kotylion")
    assert (env["PUBLIC_URL"], env["DATABASE_URL"]) == ("https://odznaki.example", "postgresql://db/kotylion")
    assert "https://odznaki.example/app/" in "\n".join(welcome(here(), "kotylion", 1))


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("192.0.2.7", False),
        ("::", False),
    ],
)
def test_loopback_is_known_in_every_spelling(host: str, local: bool) -> None:
    options = RunOptions(port=8000, host=host, certificate=None, key=None, data=DATA, demo=True)
    assert options.on_loopback is local
