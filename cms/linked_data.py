"""What a page says to machines: schema.org (https://schema.org/docs/schemas.html) as a JSON-LD graph."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

from django.conf import settings
from django.utils.duration import duration_iso_string
from django.utils.html import strip_tags
from wagtail.models import Page

from cms.addresses import path_of
from cms.films.showing import ShownFilm, shown_film
from cms.look.shown import ShownLook, shown_look
from cms.models import (
    ArticlePage,
    ContactPage,
    GlossaryPage,
    HelpIndexPage,
    HomePage,
    NewsIndexPage,
)
from cms.models.pages import PublicPage
from core.linked_data import without_empty

Node = dict[str, Any]
FRONT_PAGE_DEPTH = 2
HEADLINE = 110
DESCRIPTION = 300
_END = re.compile(r"</(?:p|li|h\d)>|<br")


def linked_page(page: PublicPage, picture: str = "") -> Node:
    """The page, and where it stands below the front page. `picture` is the path of one for messengers.

    One query: the pages above it.
    """
    look = shown_look()
    above = list(page.get_ancestors().filter(depth__gte=FRONT_PAGE_DEPTH)) if page.depth else []
    graph = [without_empty(_page(page, look) | _besides(page, look, picture)), *_films(page)]
    if above:
        graph.append(_trail([*above, page]))
    return {"@context": "https://schema.org", "@graph": graph}


def _page(page: PublicPage, look: ShownLook) -> Node:
    published, changed = page.first_published_at, page.last_published_at
    return {
        "@type": "WebPage",
        "@id": _address(page),
        "url": _address(page),
        "name": page.title,
        "description": page.description,
        "inLanguage": page.locale.language_code,
        "datePublished": published.isoformat() if published else "",
        "dateModified": changed.isoformat() if changed else "",
        "publisher": {
            "@type": "Organization",
            "name": look.operator or look.title,
            "url": look.operator_address or f"{settings.PUBLIC_URL}/",
        },
    }


def _besides(page: PublicPage, look: ShownLook, picture: str) -> Node:
    """What the page is, where it is more than a page."""
    match page:
        case HomePage():
            return {"@type": "WebSite", "name": look.title, "alternateName": page.title}
        case ArticlePage():
            author = {"@type": "Organization", "name": page.signed or look.operator or look.title}
            return {
                "@type": "NewsArticle",
                "headline": page.title[:HEADLINE],
                "datePublished": page.dated.isoformat(),
                "author": author,
                "image": f"{settings.PUBLIC_URL}{picture}" if picture else "",
            }
        case NewsIndexPage() | HelpIndexPage():
            return {"@type": "CollectionPage"}
        case ContactPage():
            return {"@type": "ContactPage"}
        case GlossaryPage():
            return {"@type": "DefinedTermSet", "hasDefinedTerm": [_term(one.value) for one in page.terms]}
    questions = [
        _question(one)
        for block in page.body
        if block.block_type == "questions"
        for one in block.value["questions"]
    ]
    return {"@type": "FAQPage", "mainEntity": questions} if questions else {}


def _films(page: PublicPage) -> list[Node]:
    """The films of our own; those elsewhere are told by their own sites."""
    values = [block.value for block in page.body if block.block_type == "film"]
    return [_film(value, shown) for value in values if (shown := shown_film(value["film"], ""))]


def _film(value: Any, shown: ShownFilm) -> Node:
    film = value["film"]
    node = {
        "@type": "VideoObject",
        "name": value["title"],
        "description": _plain(value["transcript"].source)[:DESCRIPTION],
        "thumbnailUrl": f"{settings.PUBLIC_URL}{shown.poster}" if shown.poster else "",
        "uploadDate": film.added_at.isoformat(),
        "contentUrl": f"{settings.PUBLIC_URL}{shown.address}",
        "encodingFormat": shown.content_type,
        "duration": duration_iso_string(timedelta(seconds=film.seconds)) if film.seconds else "",
    }
    return without_empty(node)


def _question(value: Any) -> Node:
    answer = {"@type": "Answer", "text": _plain(value["answer"].source)}
    return {"@type": "Question", "name": value["question"], "acceptedAnswer": answer}


def _term(value: Any) -> Node:
    return {"@type": "DefinedTerm", "name": value["term"], "description": _plain(value["meaning"].source)}


def _trail(pages: list[Page]) -> Node:
    steps = [
        {"@type": "ListItem", "position": number, "name": one.title, "item": _address(one)}
        for number, one in enumerate(pages, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _address(page: Page) -> str:
    return f"{settings.PUBLIC_URL}{path_of(page)}"


def _plain(text: str) -> str:
    """Rich text as words: the end of a paragraph, a heading or a line of a list stays a space."""
    return " ".join(unescape(strip_tags(_END.sub(r" \g<0>", text))).split())
