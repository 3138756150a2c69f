"""Help: topics with questions and answers, and a search that forgives endings and missing diacritics."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from cms.help_search import MOST_LETTERS, HelpAnswer, answers_to, searched_words
from cms.models.pages import PublicPage

MOST_TOPICS = 60


class HelpIndexPage(PublicPage):
    """The front of the help: a search field, and every topic with its questions."""

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.HelpPage"]
    template = "cms/help_index_page.html"

    class Meta:
        verbose_name = _("help")

    def topics(self) -> QuerySet[HelpPage]:
        return HelpPage.objects.child_of(self).live().public().order_by("path")[:MOST_TOPICS]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        asked = request.GET.get("q", "").strip()[:MOST_LETTERS]
        found: list[HelpAnswer] = answers_to(
            asked, HelpPage.objects.child_of(self).live().public(), self.locale.language_code
        )
        return context | {"asked": asked, "found": found, "topics": self.topics()}


class HelpPage(PublicPage):
    """One topic: questions and answers, with whatever else explains them."""

    parent_page_types: ClassVar = ["cms.HelpIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/help_page.html"
    search_fields: ClassVar = [*PublicPage.search_fields, index.AutocompleteField("found_by")]

    class Meta:
        verbose_name = _("help topic")

    @property
    def found_by(self) -> str:
        """All its words without endings and marks: what the search compares with."""
        texts = self.body.stream_block.get_searchable_content(self.body)
        return searched_words([self.title, self.lead, *map(str, texts)], self.locale.language_code)

    def questions(self) -> list[Any]:
        """The questions of all its blocks, in order."""
        return [
            one for block in self.body if block.block_type == "questions" for one in block.value["questions"]
        ]
