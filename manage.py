"""Django's own commands, with the settings that `KOTYLION_ENV` names."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.chosen")
    execute_from_command_line(sys.argv)
