"""Menus: what stands at the top and at the bottom of every page, for each language."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin

from cms.blocks import AddressBlock, LinksBlock


class Menu(TranslatableMixin, models.Model):
    """The menus of one language. Without one, the header has its four standard links and the footer the pages
    marked "show in menus"."""

    header = StreamField(
        [("link", AddressBlock())],
        verbose_name=_("at the top"),
        blank=True,
        max_num=5,
        help_text=_("At most five, one or two words each: they have to fit on a phone."),
    )
    footer = StreamField([("group", LinksBlock())], verbose_name=_("at the bottom"), blank=True, max_num=4)
    note = models.CharField(
        _("last line of the page"),
        max_length=300,
        blank=True,
        help_text=_("For example who runs the portal and who pays for it."),
    )

    panels: ClassVar = [FieldPanel("header"), FieldPanel("footer"), FieldPanel("note")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        constraints = [models.UniqueConstraint(fields=["locale"], name="one_menu_a_language")]

    def __str__(self) -> str:
        return str(_("Menu (%(language)s)") % {"language": self.locale})
