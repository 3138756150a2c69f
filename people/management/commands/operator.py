"""`manage.py operator USERNAME`: an account that runs the installation."""

from __future__ import annotations

from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.refusals import Refusal
from people.services.operators import make_operator


class Command(BaseCommand):
    help = (
        "Makes an account that runs the installation. The password is asked for, never taken from the line."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        password = getpass("Password: ")
        if getpass("The same again: ") != password:
            raise CommandError("The two passwords differ.")
        try:
            operator = make_operator(options["username"], password)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{operator.username} runs this installation now.")
        self.stdout.write(
            f"In production a second factor is needed too: ./dev manage second_factor {operator.username}"
        )
