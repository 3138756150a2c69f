from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from events.enums import EventKind


class AttendanceRule(models.Model):
    """A badge for having been there: at this event, at `count` of a series, or at `count` of a kind.

    `count_from` keeps earlier attendances out, so that making a rule does not award the past.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    achievement = models.ForeignKey(
        "credentials.Achievement", on_delete=models.PROTECT, related_name="attendance_rules"
    )
    # The group that awards; its leader made the rule.
    group = models.ForeignKey("people.Group", on_delete=models.CASCADE, related_name="attendance_rules")
    event = models.ForeignKey(
        "events.Event", null=True, blank=True, on_delete=models.CASCADE, related_name="rules"
    )
    series = models.ForeignKey(
        "events.EventSeries", null=True, blank=True, on_delete=models.CASCADE, related_name="rules"
    )
    # Events of this kind hosted by `group`; "" stands for any kind.
    kind = models.CharField(max_length=24, choices=EventKind, blank=True)
    count = models.PositiveSmallIntegerField(default=1)
    count_from = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    # The acts of awarding that came from it: what a mistaken tick caused can be told from what a person gave.
    batches = models.ManyToManyField("credentials.AwardBatch", related_name="attendance_rules", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(event=None) | Q(series=None), name="a_rule_asks_for_one_thing"
            ),
            models.CheckConstraint(condition=Q(count__gte=1), name="a_rule_asks_for_somebody_there"),
        ]

    def __str__(self) -> str:
        return f"rule {self.id}"
