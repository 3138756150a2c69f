from __future__ import annotations

from uuid import uuid4

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.translated import TranslatedField

colour = RegexValidator(r"\A#[0-9a-f]{6}\Z", _("Write a colour as # and six letters or digits: #3f37c9."))


class Font(models.TextChoices):
    """Letters that come with the portal; nothing is fetched from elsewhere. All have Polish and Ukrainian letters."""

    ONEST = "", "Onest"
    SOURCE_SANS = "source-sans", "Source Sans 3"
    LITERATA = "literata", "Literata"
    SYSTEM = "system", _("The device’s own letters (nothing to download)")


class Look(models.Model):
    """How this portal presents itself: name, words, mark, colours, letters. There is one row or none; what is empty
    is as the product comes.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    only = models.BooleanField(default=True, unique=True, editable=False)
    name = models.CharField(_("name of the portal"), max_length=40, blank=True)
    description = TranslatedField(_("what it is, in one sentence"), blank=True)
    operator = models.CharField(_("who runs it"), max_length=120, blank=True)
    operator_address = models.URLField(_("their web page"), max_length=200, blank=True)
    # As `#rrggbb`. The rest of the colours follows (`cms.look.palette`).
    primary = models.CharField(_("main colour"), max_length=7, blank=True, validators=[colour])
    primary_dark = models.CharField(
        _("main colour in the dark theme"), max_length=7, blank=True, validators=[colour]
    )
    ground = models.CharField(_("background of pages"), max_length=7, blank=True, validators=[colour])
    font = models.CharField(_("letters"), max_length=20, blank=True, choices=Font, default=Font.ONEST)
    # The stylesheet that follows from the colours, kept so that no page works it out again.
    style = models.TextField(blank=True, editable=False)
    # Digest of the mark's pictures, which lie in `look/` of the media; "" for the product's own.
    mark = models.CharField(max_length=16, blank=True, editable=False)
    # Width of the mark at a height of 32 px, so that the header keeps its place while it loads.
    mark_width = models.PositiveSmallIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("look of the portal")
        verbose_name_plural = _("look of the portal")
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(only=True), name="a_portal_has_one_look")]

    def __str__(self) -> str:
        return f"look {self.id}"
