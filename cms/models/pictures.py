"""Pictures of pages: whose they are, what they show, and who can be recognised on them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from cms.models.rights import WithRights


class Picture(AbstractImage, WithRights):  # type: ignore[django-manager-missing]
    """An editor is asked for all of it before the picture can be put on a page."""

    description = models.CharField(
        _("what the picture shows"),
        max_length=255,
        help_text=_("In one sentence, for those who cannot see it. Do not begin with “a picture of”."),
    )

    # As in Wagtail's model, without a list of pictures on every person.
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    admin_form_fields: ClassVar = (
        "title", "file", "description", "author", "rights", "source", "people", "collection", "tags",
    )  # fmt: skip

    class Meta(AbstractImage.Meta):
        verbose_name = pgettext_lazy("on a page", "picture")
        verbose_name_plural = _("pictures")

    def generate_rendition_file(
        self, filter: Filter, *, source: File[bytes] | None = None
    ) -> ContentFile[bytes]:
        """As Wagtail does, but in memory: it leaves the file that it draws into for the collector to close."""
        with super().generate_rendition_file(filter, source=source) as drawn:
            drawn.seek(0)
            return ContentFile(drawn.read(), name=drawn.name)


class PictureRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def __str__(self) -> str:
        return self.file.name
