"""By what right something stands on a page, and who can be recognised on it."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.enums import PeopleShown, PictureRights


class WithRights(models.Model):
    """A picture or a film: an editor is asked for all of it before it can be put on a page."""

    author = models.CharField(_("author"), max_length=120, help_text=_("Who took, drew or filmed it."))
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

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.rights and PictureRights(self.rights).is_open_licence and not self.source:
            text = _("An open licence asks you to say where it comes from.")
            raise ValidationError({"source": text}, code="source")

    @property
    def credit(self) -> str:
        """What stands below it; empty for pictures that came before their rights were asked for."""
        if not self.author:
            return ""
        licence = PictureRights(self.rights).credit if self.rights else ""
        return ", ".join(part for part in (self.author, licence) if part)
