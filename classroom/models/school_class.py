from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class SchoolClass(models.Model):
    """What is special about a group that is a school class: its school year and whether sign-in is open now.

    The group's id is its id everywhere (addresses, GraphQL, topics).
    """

    group = models.OneToOneField(
        "people.Group", primary_key=True, on_delete=models.PROTECT, related_name="school_class"
    )
    # The year in which the school year begins: 2026 means 2026/2027.
    school_year = models.PositiveIntegerField(_("school year"))
    # Until then a card alone signs in, because the teacher sees who scans (answers.md 21).
    sign_in_open_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("class")
        verbose_name_plural = _("classes")

    def __str__(self) -> str:
        return str(self.group_id)

    def sign_in_is_open(self, now: datetime) -> bool:
        return self.sign_in_open_until is not None and now < self.sign_in_open_until
