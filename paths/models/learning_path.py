from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.translated import TranslatedField
from paths.enums import Visibility


class LearningPath(models.Model):
    """A development path: steps in named sections that a class, a team or one learner works through.

    A path with visibility `class` is seen only by those it is assigned to, and by staff who may assign it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    title = TranslatedField(_("title"))
    description = TranslatedField(_("description"))
    school_types = models.JSONField(default=list, blank=True)
    visibility = models.CharField(max_length=8, choices=Visibility, default=Visibility.GROUP)
    duration_weeks = models.PositiveIntegerField(default=0)
    tags = models.JSONField(default=list, blank=True)
    # None: made by the portal for every school; else the school whose staff made it.
    owner_group = models.ForeignKey(
        "people.Group", null=True, blank=True, on_delete=models.PROTECT, related_name="own_paths"
    )
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("development path")
        verbose_name_plural = _("development paths")

    def __str__(self) -> str:
        return self.slug


class Section(models.Model):
    """A named stretch of a path: five to eight nodes of the quest map."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    path = models.ForeignKey(LearningPath, on_delete=models.CASCADE, related_name="sections")
    key = models.SlugField(max_length=40)
    position = models.PositiveIntegerField()
    title = TranslatedField(_("title"))

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["path", "key"], name="a_section_key_is_used_once")]

    def __str__(self) -> str:
        return self.key
