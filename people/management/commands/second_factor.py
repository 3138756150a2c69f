"""`manage.py second_factor USERNAME`: a second factor for somebody on the staff."""

from __future__ import annotations

from io import StringIO
from typing import Any

import segno
from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.models import User
from people.services.second_factors import make_second_factor


class Command(BaseCommand):
    help = "Gives an account a new second factor and prints it once; an earlier one stops working."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"Nobody is called {options['username']}.")
        factor = make_second_factor(user)
        self.stdout.write("Scan this with an application for one-time codes (TOTP):\n")
        drawn = StringIO()
        segno.make(factor.address, micro=False).terminal(out=drawn, compact=True)
        self.stdout.write(drawn.getvalue())
        self.stdout.write(f"\nor copy: {factor.address}\n")
        self.stdout.write("Recovery codes; each works once. Keep them apart from the password:")
        for code in factor.recovery_codes:
            self.stdout.write(f"  {code}")
