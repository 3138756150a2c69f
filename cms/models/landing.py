"""A page for one pilot or one region: who takes part, since when, where to begin."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.blocks import AddressBlock, PartnersBlock
from cms.models.pages import PublicPage
from events.enums import Voivodeship


class LandingPage(PublicPage):
    """Opens with a band of colour: the kicker, the title, the lead, one button."""

    kicker = models.CharField(
        _("line above the title"), max_length=60, blank=True, help_text=_("For example: Pilot 2026/2027")
    )
    voivodeship = models.CharField(_("voivodeship"), max_length=24, choices=Voivodeship, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    button = StreamField(
        [("button", AddressBlock())], verbose_name=_("button"), blank=True, max_num=1, collapsed=True
    )
    partners = StreamField([("partners", PartnersBlock())], verbose_name=_("partners"), blank=True, max_num=1)

    content_panels: ClassVar = [
        FieldPanel("kicker"),
        *Page.content_panels,
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("voivodeship"), FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("button"),
        FieldPanel("body"),
        FieldPanel("partners"),
    ]
    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.StandardPage"]
    template = "cms/landing_page.html"

    class Meta:
        verbose_name = _("page of a pilot or a region")

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("It cannot end before it begins.")}, code="dates")
