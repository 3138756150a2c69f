from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.enums import LEADING_ROLES, LEARNING_ROLES, Role


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> MembershipQuerySet:
        return self.filter(left_at=None)

    def learning(self) -> MembershipQuerySet:
        return self.filter(role__in=LEARNING_ROLES)

    def leading(self) -> MembershipQuerySet:
        return self.filter(role__in=LEADING_ROLES)


class Membership(models.Model):
    """One person in one group, in one role, from a day to a day. Who left stays as history and sees nothing new."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    group = models.ForeignKey("people.Group", on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role)
    joined_at = models.DateTimeField(auto_now_add=True)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "user"],
                condition=models.Q(left_at=None),
                name="a_person_is_in_a_group_once",
            )
        ]
        indexes = [models.Index(fields=["user", "left_at", "role"], name="memberships_of_a_person")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.group_id} as {self.role}"
