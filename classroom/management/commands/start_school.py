"""`manage.py start_school`: the first person of an empty portal gets in (answers.md 4)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from classroom.services.schools import start_school
from core.refusals import Refusal
from people.enums import SchoolType

QUESTIONS = {
    "name": "Name of the school: ",
    "register_number": "Register number (RSPO): ",
    "type": f"Type ({', '.join(SchoolType.values)}): ",
    "coordinator": "Given name and family name of the coordinator: ",
}


class Command(BaseCommand):
    help = "Makes a school and prints a one-time link for its coordinator. Asks for what is not given."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name")
        parser.add_argument("--register-number")
        parser.add_argument("--type", choices=SchoolType.values)
        parser.add_argument("--town", default="")
        parser.add_argument("--coordinator", help="given name and family name")

    def handle(self, *args: Any, **options: Any) -> None:
        said = {key: options[key] or input(question).strip() for key, question in QUESTIONS.items()}
        given_name, _space, family_name = said["coordinator"].partition(" ")
        try:
            started = start_school(
                name=said["name"],
                register_number=said["register_number"],
                school_type=said["type"],
                town=options["town"],
                given_name=given_name,
                family_name=family_name.strip(),
            )
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{started.school.name} {'is made' if started.is_new else 'was there already'}.")
        self.stdout.write("This link makes the coordinator's account. It works once, for fourteen days:")
        self.stdout.write(f"  {settings.PUBLIC_URL}/j/{started.secret}")
