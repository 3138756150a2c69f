from uuid import uuid4

from django.conf import settings
from django.db import models


class PathAssignment(models.Model):
    """A path given to a group, with a date that helps and never punishes. Single students of the group may be
    named; with none named it is for everybody, later joiners included.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    path = models.ForeignKey("paths.LearningPath", on_delete=models.PROTECT, related_name="assignments")
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="path_assignments")
    only_for = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    for_everybody = models.BooleanField(default=True)
    due_on = models.DateField(null=True, blank=True)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["path", "group"],
                condition=models.Q(ended_at=None),
                name="a_path_is_assigned_to_a_group_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.path_id} for {self.group_id}"
