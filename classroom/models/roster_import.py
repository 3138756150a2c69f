from uuid import uuid4

from django.conf import settings
from django.db import models

from classroom.enums import ImportState


class RosterImport(models.Model):
    """A class list on its way in: the matched columns and the dry run, row by row.

    PESEL, second names and notes were dropped before this row was written. `table` and `report` are emptied when the
    import is done or dropped, and by a sweep after a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    school = models.ForeignKey("people.School", on_delete=models.CASCADE, related_name="roster_imports")
    state = models.CharField(max_length=8, choices=ImportState, default=ImportState.DRY_RUN)
    source_name = models.CharField(max_length=120, blank=True)
    class_name = models.CharField(max_length=20, blank=True)
    table = models.JSONField(default=dict, blank=True)
    mapping = models.JSONField(default=dict, blank=True)
    report = models.JSONField(default=dict, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"roster import {self.id}"
