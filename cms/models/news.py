"""News: a list, the newest first, with a feed, and the articles below it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from cms.feeds import atom_feed
from cms.models.pages import PublicPage

ON_A_PAGE = 12
IN_THE_FEED = 30


class NewsIndexPage(RoutablePageMixin, PublicPage):
    """All articles below it that are out, twelve a page."""

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("lead")]
    parent_page_types: ClassVar = ["cms.HomePage"]
    subpage_types: ClassVar = ["cms.ArticlePage"]
    template = "cms/news_index_page.html"

    class Meta:
        verbose_name = _("news")

    def articles(self) -> QuerySet[ArticlePage]:
        rows = ArticlePage.objects.child_of(self).live().public().select_related("picture")
        return rows.order_by("-dated", "-first_published_at")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        # A number beyond the end shows the last page: a link kept in a messenger never breaks.
        found: PageOfList[ArticlePage] = Paginator(self.articles(), ON_A_PAGE).get_page(
            request.GET.get("page")
        )
        return context | {"articles": found}

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The newest thirty as Atom (RFC 4287)."""
        return atom_feed(self, list(self.articles()[:IN_THE_FEED]))


class ArticlePage(PublicPage):
    """One piece of news with its date, a picture if there is one, and blocks."""

    dated = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("Stands above the text and orders the list.")
    )
    signed = models.CharField(
        _("who wrote it"),
        max_length=120,
        blank=True,
        help_text=_("An editor, a class, a club; may stay empty."),
    )
    picture = models.ForeignKey(
        "cms.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=pgettext_lazy("on a page", "picture"),
    )

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("dated"),
        FieldPanel("signed"),
        FieldPanel("lead"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar = ["cms.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "cms/article_page.html"

    class Meta:
        verbose_name = _("article")
