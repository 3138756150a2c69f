"""The database brought to today's shape and the demo school put in, in one process.

Runs inside the project's environment: `python -m tools.first_start`.
"""

from __future__ import annotations

import gc
import os

import django
from django.conf import settings
from django.core.management import call_command


def main() -> None:
    """Migrate, and fill the demo school when the settings ask for it; both do nothing the second time."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.chosen")
    django.setup()
    gc.set_threshold(
        100_000, 20, 100
    )  # migrations make millions of short-lived objects: a fifth of their time
    call_command("migrate", interactive=False, verbosity=0)
    call_command("seed_pages")
    if settings.DEMO:
        call_command("demo")
    call_command("index_catalogue", if_empty=True, verbosity=0)


if __name__ == "__main__":
    main()
