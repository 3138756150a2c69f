from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.enums import GroupKind


class GroupQuerySet(models.QuerySet["Group"]):
    def open(self) -> GroupQuerySet:
        return self.filter(archived_at=None)


class Group(models.Model):
    """People together: a school, a class, a sub-team, a club. One table, so that a path can be assigned, an
    event hosted and a badge awarded to any of them (architecture.md §1). A class's parent is its school's group.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=GroupKind)
    name = models.CharField(_("name"), max_length=120)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        indexes = [models.Index(fields=["parent", "kind", "name"], name="groups_below_a_parent")]
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "name"],
                condition=models.Q(archived_at=None, kind="class"),
                name="a_class_name_is_used_once_in_a_school",
            )
        ]

    def __str__(self) -> str:
        return self.name
