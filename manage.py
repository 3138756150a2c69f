"""Django's own commands, with the settings that `KOTYLION_ENV` names."""

import gc
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.chosen")
    gc.set_threshold(
        100_000, 20, 100
    )  # migrations make millions of short-lived objects: a fifth of their time
    execute_from_command_line(sys.argv)
