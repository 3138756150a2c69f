"""Pictures of pages: whose they are, what they show, and who can be recognised on them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from cms.enums import PeopleShown, PictureRights


class Picture(AbstractImage):
    """An editor is asked for all of it before the picture can be put on a page."""

    description = models.CharField(
        _("what the picture shows"),
        max_length=255,
        help_text=_("In one sentence, for those who cannot see it. Do not begin with “a picture of”."),
    )
    author = models.CharField(_("author"), max_length=120, help_text=_("Who took or drew it."))
    rights = models.CharField(_("rights"), max_length=12, choices=PictureRights)
    source = models.CharField(
        _("where it comes from"),
        max_length=300,
        blank=True,
        validators=[URLValidator(schemes=["https", "http"])],
        help_text=_("An address on the web. Needed for an open licence."),
    )
    people = models.CharField(
        _("people on it"),
        max_length=10,
        choices=PeopleShown,
        help_text=_("Below 16 a guardian has to agree in writing; keep the paper at the school."),
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
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def clean(self) -> None:
        super().clean()
        if self.rights and PictureRights(self.rights).is_open_licence and not self.source:
            raise ValidationError(
                {"source": _("An open licence asks you to say where the picture comes from.")}, code="source"
            )

    @property
    def credit(self) -> str:
        """What stands below the picture; empty for pictures that came before their rights were asked for."""
        if not self.author:
            return ""
        licence = PictureRights(self.rights).credit if self.rights else ""
        return ", ".join(part for part in (self.author, licence) if part)


class PictureRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def __str__(self) -> str:
        return self.file.name
