"""The pages editors make: what all have in common, the front page, and the ordinary page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.addresses import path_of
from cms.blocks import BodyBlock
from cms.models.previews import PreviewInLanguages
from cms.reserved import RESERVED_WORDS

BELOW = [
    "cms.StandardPage",
    "cms.LandingPage",
    "cms.NewsIndexPage",
    "cms.HelpIndexPage",
    "cms.GlossaryPage",
    "cms.ContactPage",
]


# Blocks that always show a heading of the second level.
WITH_HEADING = frozenset({"heading", "badges", "events", "news", "film", "video", "declaration"})


class PublicPage(PreviewInLanguages, Page):
    """What all pages share: one sentence for search engines and shared links, and an address that is free."""

    lead = models.CharField(
        _("lead"), max_length=300, help_text=_("One or two sentences: what the reader finds here.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("content"), blank=True)

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        # A page directly below the front page would hide an address that cards, wallets and scripts rely on.
        # A page that is being made has no depth yet; a deeper one may take the word once it has a place.
        if self.slug in RESERVED_WORDS and (self.depth is None or self.depth <= 3):
            raise ValidationError(
                {"slug": _("The portal itself uses this address. Choose another word.")}, code="reserved"
            )

    @property
    def path_here(self) -> str:
        return path_of(self)

    @property
    def shows_events(self) -> bool:
        """Whether it needs the style of the list of events."""
        return any(block.block_type == "events" for block in self.body)

    @property
    def leveled_body(self) -> Iterator[tuple[StreamValue.StreamChild, int]]:
        """Each block with the level of the headings inside it: 3 below a heading, 2 before the first one."""
        level = 2
        for block in self.body:
            yield block, level
            if block.block_type in WITH_HEADING:
                level = 3

    @property
    def description(self) -> str:
        return self.search_description or self.lead


class HomePage(PublicPage):
    """The front page of one language."""

    parent_page_types: ClassVar = ["wagtailcore.Page"]
    subpage_types: ClassVar = BELOW
    template = "cms/home_page.html"

    class Meta:
        verbose_name = _("front page")


class StandardPage(PublicPage):
    """An ordinary page: about, for schools, privacy, accessibility."""

    parent_page_types: ClassVar = ["cms.HomePage", "cms.StandardPage", "cms.LandingPage"]
    subpage_types: ClassVar = ["cms.StandardPage"]
    template = "cms/standard_page.html"

    class Meta:
        verbose_name = _("page")

    @property
    def is_declaration(self) -> bool:
        """Whether its title is that of the accessibility declaration, which a machine looks for by its id."""
        return any(block.block_type == "declaration" for block in self.body)
