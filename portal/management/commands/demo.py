"""`manage.py demo`: fill an empty portal with the demo school. Running it again changes nothing."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone, translation

from cms.catalogue.services.indexing import rebuild
from cms.services.first_pages import make_first_pages
from events.services.seeding import load_events
from portal.checks import LOOPBACK
from portal.demo.clubs import make_clubs
from portal.demo.gatherings import make_gatherings
from portal.demo.issuers import make_issuer
from portal.demo.organisations import make_organisations
from portal.demo.people import make_people
from portal.demo.story import tell

PUBLISHED_PASSWORD = "kotylion"  # noqa: S105 (it stands in the README)


class Command(BaseCommand):
    help = "Fills an empty portal with the demo school, for one computer."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.SETTINGS_LAYER == "production":
            raise CommandError("The demo school has known passwords: production does not take it.")
        host = urlsplit(settings.PUBLIC_URL).hostname or ""
        if settings.DEMO_PASSWORD == PUBLISHED_PASSWORD and host not in LOOPBACK:
            raise CommandError(
                f"{settings.PUBLIC_URL} can be reached by others, and everybody knows the demo password. "
                "Set DEMO_PASSWORD to another one."
            )
        document = json.loads((settings.CONTENT / "demo_school.json").read_text(encoding="utf-8"))
        with translation.override("pl"), transaction.atomic():
            schools = make_people(document, settings.DEMO_PASSWORD)
            make_issuer(document, schools)
            make_organisations(document, timezone.now())
        with translation.override("pl"):
            tell(timezone.now())
            with transaction.atomic():
                make_clubs(document, timezone.now())
                load_events(settings.CONTENT, now=timezone.now())
                make_gatherings(document["clubs"][0]["name"]["pl"], timezone.now())
            make_first_pages(settings.CONTENT, portal_name=settings.WAGTAIL_SITE_NAME)
        rebuild()
        self.stdout.write("The demo school is there.")
