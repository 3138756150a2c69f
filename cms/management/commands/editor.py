"""`manage.py editor USERNAME`: an account that shapes pages and has no right over people."""

from __future__ import annotations

from getpass import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.services.editors import make_editor


class Command(BaseCommand):
    help = "Makes an editor's account. The password is asked for, never taken from the line."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--publishes", action="store_true", help="May publish without a second editor.")

    def handle(self, *args: Any, **options: Any) -> None:
        password = getpass("Password: ")
        if getpass("The same again: ") != password:
            raise CommandError("The two passwords differ.")
        try:
            editor = make_editor(options["username"], password, publishes=options["publishes"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{editor.username} can shape pages at /cms/ now.")
