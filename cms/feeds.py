"""The feed of a list of news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from core.portal_name import portal_name

if TYPE_CHECKING:
    from cms.models.news import ArticlePage, NewsIndexPage


def atom_feed(index: NewsIndexPage, articles: Sequence[ArticlePage]) -> HttpResponse:
    """Atom (RFC 4287) with absolute addresses; the id of an entry is its address."""
    home = f"{settings.PUBLIC_URL}{index.path_here}"
    feed = Atom1Feed(
        title=f"{portal_name()} · {index.title}",
        link=home,
        description=index.description,
        language=index.locale.language_code,
        feed_url=f"{home}feed/",
    )
    for article in articles:
        address = f"{settings.PUBLIC_URL}{article.path_here}"
        day = timezone.make_aware(datetime.combine(article.dated, time(8)))
        feed.add_item(
            title=article.title,
            link=address,
            unique_id=address,
            description=article.description,
            pubdate=article.first_published_at or day,
            updateddate=article.last_published_at or day,
            author_name=article.signed or portal_name(),
        )
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=900"
    return response
