"""`manage.py index_catalogue`: the catalogue from nothing, with progress."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cms.catalogue.models import CatalogueEntry
from cms.catalogue.services.indexing import rebuild


class Command(BaseCommand):
    help = "Reads everything public anew into the catalogue's index, and takes out what is gone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there is a list already")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and CatalogueEntry.objects.exists():
            return
        quiet = options["verbosity"] == 0
        total = rebuild() if quiet else rebuild(lambda name, done: self.stdout.write(f"{name}: {done}"))
        if not quiet:
            self.stdout.write(f"{total} entries")
