"""The passphrase of a backup: from a file for a timer, from the keyboard for a person, never from the command line."""

from __future__ import annotations

from getpass import getpass
from pathlib import Path

from django.core.management.base import CommandError


def asked_passphrase(file: Path | None, *, twice: bool) -> str:
    """The first line of `file`, or what somebody types."""
    if file is not None:
        try:
            return file.read_text(encoding="utf-8").splitlines()[0]
        except (OSError, IndexError) as error:
            raise CommandError(f"There is no passphrase in {file}.") from error
    typed = getpass("Passphrase of the backup: ")
    if twice and getpass("The same again: ") != typed:
        raise CommandError("The two passphrases differ.")
    return typed
