"""A glossary: words and what they mean here, in the order of the page's own alphabet."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.alphabets import by_letter
from cms.blocks import TermBlock
from cms.models.pages import PublicPage


class GlossaryPage(PublicPage):
    """Every word has an address of its own on the page (`#slowo`), so that other pages can point at it."""

    terms = StreamField([("term", TermBlock())], verbose_name=_("words"), blank=True)

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("terms"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar = [*PublicPage.search_fields, index.SearchField("terms")]
    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/glossary_page.html"

    class Meta:
        verbose_name = _("glossary")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        terms = [block.value for block in self.terms]
        return context | {"letters": by_letter(terms, self.locale.language_code)}
