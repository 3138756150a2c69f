"""`manage.py self_check`: the same lines as `/cms/desk/self-check/`; ends with 1 when something is broken."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from core.self_check import State, check_all, worst_of
from portal.self_checks import certificate

SIGNS = {State.OK: "ok      ", State.LOOK: "look    ", State.BROKEN: "BROKEN  "}


class Command(BaseCommand):
    help = "Looks at keys, backups, certificate, disk, background work, tables and versions, and says what to do."
    # What keeps production from starting is one of the lines below, not a reason to say nothing.
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        certificate.look()
        checked = check_all()
        for one in checked:
            self.stdout.write(f"{SIGNS[one.finding.state]}{one.label}: {one.finding.line}")
            if one.finding.todo:
                self.stdout.write(f"          → {one.finding.todo}")
        if worst_of(checked) is State.BROKEN:
            sys.exit(1)
