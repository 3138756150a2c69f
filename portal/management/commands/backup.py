"""`manage.py backup DIR`: database, media and keys, while the portal goes on working."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from portal.backups.marking import mark_backup
from portal.backups.passphrases import asked_passphrase
from portal.backups.writing import write_backup


class Command(BaseCommand):
    help = "Writes NAME.tar (database, media) and NAME.keys (signing keys and secrets under a passphrase) into DIR."
    # A portal that is not safe to start is still worth a backup.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument("--passphrase-file", type=Path, help="its first line; asked for when not given")

    def handle(self, *args: Any, **options: Any) -> None:
        passphrase = asked_passphrase(options["passphrase_file"], twice=True)
        now = timezone.now()
        try:
            archive, keys = write_backup(options["folder"], passphrase, now)
        except ValueError as error:
            raise CommandError(str(error)) from error
        mark_backup(now)
        self.stdout.write(
            f"{archive}\n{keys}\nKeep the two apart: whoever has both and the passphrase can sign."
        )
