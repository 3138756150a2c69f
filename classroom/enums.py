"""Choices of `classroom`."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ImportState(TextChoices):
    """A roster import: read and matched, then done or given up."""

    DRY_RUN = "dry_run", _("Dry run")
    DONE = "done", _("Imported")
    DROPPED = "dropped", _("Dropped")
