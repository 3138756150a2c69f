from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone


class EventTeam(models.Model):
    """A sub-team during one event: a city game, a debate day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="teams")
    name = models.CharField(max_length=60)
    position = models.PositiveSmallIntegerField()
    finished_at = models.DateTimeField(null=True, blank=True)
    # The act that gave its members their badge.
    batch = models.ForeignKey(
        "credentials.AwardBatch", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "name"], name="a_team_name_is_used_once")]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name


class EventTeamMember(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="team_members")
    team = models.ForeignKey(EventTeam, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="event_teams")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "user"], name="a_person_is_in_one_team")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.team_id}"


class TeamTask(models.Model):
    """Something every sub-team does. `event` and `position` give the order on the shared screen."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="tasks")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    details = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["event", "position"], name="a_task_has_its_own_position")
        ]

    def __str__(self) -> str:
        return self.title


class TeamTaskCompletion(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    team = models.ForeignKey(EventTeam, on_delete=models.CASCADE, related_name="completions")
    task = models.ForeignKey(TeamTask, on_delete=models.CASCADE, related_name="completions")
    done_at = models.DateTimeField(default=timezone.now)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "task"], name="a_team_finishes_a_task_once")]

    def __str__(self) -> str:
        return f"{self.team_id} did {self.task_id}"
