"""`manage.py restore FILE.tar`: bring a backup back, the portal being stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.backups.passphrases import asked_passphrase
from portal.backups.reading import NotRestored, keep_secrets, restore_backup


class Command(BaseCommand):
    help = (
        "Restores FILE.tar, and the FILE.keys beside it, into an empty installation. Stop the portal first."
    )
    # The folder of keys may not be there yet, nor the tables: bringing them is what this command is for.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("archive", type=Path, metavar="FILE")
        parser.add_argument(
            "--keys", type=Path, help="where the sealed keys are, when not beside the archive"
        )
        parser.add_argument("--passphrase-file", type=Path, help="its first line; asked for when not given")
        parser.add_argument("--replace", action="store_true", help="over a database that has accounts")

    def handle(self, *args: Any, **options: Any) -> None:
        archive: Path = options["archive"]
        keys: Path = options["keys"] or archive.with_suffix(".keys")
        for path in (archive, keys):
            if not path.is_file():
                raise CommandError(f"There is no file {path}.")
        passphrase = asked_passphrase(options["passphrase_file"], twice=False)
        try:
            restored = restore_backup(archive, keys, passphrase, replace=options["replace"])
        except NotRestored as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(
            f"Restored as of {restored.made}, {restored.files} files. Now run: manage.py migrate"
        )
        if restored.secrets:
            path = keep_secrets(restored.secrets)
            self.stdout.write(
                f"Cards and keys need the old secrets. Put the lines of {path} into the environment."
            )
