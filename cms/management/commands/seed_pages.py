"""`manage.py seed_pages`: the first set of pages in three languages. Once there is a front page it changes nothing."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from cms.services.first_pages import make_first_pages


class Command(BaseCommand):
    help = "Makes the front page, the pages below it and the site, in Polish, English and Ukrainian."

    def handle(self, *args: Any, **options: Any) -> None:
        made = make_first_pages(settings.CONTENT, portal_name=settings.WAGTAIL_SITE_NAME)
        if made:
            # Tasks would do it once a server runs; until then the help would find nothing.
            call_command("update_index", verbosity=0)
        self.stdout.write(f"Pages made: {made}.")
