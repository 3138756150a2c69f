from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models

# How long a finished archive can be fetched.
KEPT = timedelta(days=7)


def archive_path(archive: DataArchive, filename: str) -> str:
    return f"archives/{archive.id.hex}"


class DataArchiveQuerySet(models.QuerySet["DataArchive"]):
    def over(self, now: datetime) -> DataArchiveQuerySet:
        return self.filter(asked_at__lte=now - KEPT)


class DataArchive(models.Model):
    """Everything that is kept about a person, gathered into one file at their wish by a task.

    `done` of `parts` tells how far it is; `made_at` that the file is there. Gone after a week.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="data_archives"
    )
    asked_at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)
    parts = models.PositiveIntegerField()
    made_at = models.DateTimeField(null=True, blank=True)
    file = models.FileField(upload_to=archive_path, blank=True)
    size = models.PositiveBigIntegerField(default=0)

    objects = DataArchiveQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-asked_at"], name="archives_of_a_person")]

    def __str__(self) -> str:
        return f"archive {self.id}"

    @property
    def kept_until(self) -> datetime:
        return self.asked_at + KEPT
