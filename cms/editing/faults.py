"""What is wrong with published pages: links that lead nowhere, pictures without words or rights.

Everything is looked up here; no other site is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.block_selectors import public_paths
from cms.blocks import AddressBlock, FilmBlock
from cms.declaration import DeclarationBlock
from cms.enums import Spoken
from cms.models import Picture
from cms.portal_blocks import BadgeRowBlock, PathBlock
from cms.selectors import public_pages
from credentials.selectors.achievements import public_achievements

MOST_PAGES = 1000
MOST_PICTURES = 200
_ANCHOR = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Fault:
    """One thing to mend: where it stands (a page, or a picture), the words or address concerned, and what is wrong."""

    where: str
    language: str
    edit: str
    concerns: str
    problem: str


class Known:
    """What exists, read once."""

    def __init__(self) -> None:
        self.pages = dict(Page.objects.values_list("pk", "live"))
        self.paths = {page.path for page in public_pages()}
        self.badges = set(public_achievements().values_list("slug", flat=True))
        self.learning_paths = set(public_paths().values_list("slug", flat=True))
        # Of the page that is being read.
        self.language = ""


def faults_of_pages() -> list[Fault]:
    """All faults of published pages, by the order of the tree; then pictures that lack something."""
    known = Known()
    found = []
    pages = Page.objects.live().filter(depth__gte=2).select_related("locale").order_by("path")
    for page in pages.specific()[:MOST_PAGES]:
        edit = f"/cms/pages/{page.pk}/edit/"
        known.language = page.locale.language_code
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                stream = getattr(page, field.name)
                for concerns, problem in _of_block(stream.stream_block, stream, known):
                    found.append(Fault(page.title, page.locale.language_code, edit, concerns, problem))
    return [*found, *_of_pictures()]


def _of_pictures() -> list[Fault]:
    lacking = Picture.objects.filter(author="") | Picture.objects.filter(description="")
    problem = _("Say what it shows, whose it is and by what right it stands here.")
    rows = lacking.order_by("pk").values_list("pk", "title")[:MOST_PICTURES]
    return [
        Fault(title, "", f"/cms/images/{pk}/", pgettext("on a page", "Picture"), problem)
        for pk, title in rows
    ]


def _of_block(block: blocks.Block, value: Any, known: Known) -> Iterator[tuple[str, str]]:
    if value is None or value == "":
        return
    match block:
        case AddressBlock():
            yield from _of_link(value, known)
        case BadgeRowBlock():
            for slug in set(value["slugs"]) - known.badges:
                yield slug, _("There is no such badge to show.")
        case PathBlock():
            if value["slug"] not in known.learning_paths:
                yield value["slug"], _("There is no such public path.")
        case blocks.StreamBlock():
            for child in value:
                yield from _of_block(child.block, child.value, known)
        case blocks.ListBlock():
            for child in value:
                yield from _of_block(block.child_block, child, known)
        case blocks.StructBlock():
            if isinstance(block, DeclarationBlock):
                yield from _of_declaration(value, timezone.localdate())
            elif isinstance(block, FilmBlock):
                yield from _of_film(value, known)
            for name, child in block.child_blocks.items():
                yield from _of_block(child, value.get(name), known)
        case blocks.PageChooserBlock():
            yield from _of_page(value.title, value.pk, known)
        case blocks.RichTextBlock():
            yield from _of_rich_text(value.source, known)


def _of_declaration(value: Any, today: date) -> Iterator[tuple[str, str]]:
    """What the Act on digital accessibility asks for (art. 10 and 11) and is not there yet."""
    if not (value["person"] and value["phone"] and (value["email"] or settings.CONTACT_EMAIL)):
        yield (
            _("Accessibility declaration"),
            _("The law asks for a person to write to, an e-mail and a telephone."),
        )
    reviewed = value["reviewed_on"] or value["made_on"]
    if reviewed and reviewed.year < today.year and today > date(today.year, 3, 31):
        yield _("Accessibility declaration"), _("Review it every year until 31 March.")


def _of_film(value: Any, known: Known) -> Iterator[tuple[str, str]]:
    film = value["film"]
    if film is None:
        yield value["title"], _("The film is gone.")
    elif film.spoken not in (known.language, Spoken.NOTHING) and not film.captions_in(known.language):
        yield value["title"], _("The film has no captions in the language of this page.")


def _of_link(value: Any, known: Known) -> Iterator[tuple[str, str]]:
    if value["page"] is not None:
        yield from _of_page(value["label"], value["page"].pk, known)
    elif not value["address"]:
        yield value["label"], _("The page it led to is gone.")
    else:
        yield from _of_path(value["label"], value["address"], known)


def _of_rich_text(source: str, known: Known) -> Iterator[tuple[str, str]]:
    for attributes, inside in _ANCHOR.findall(source):
        given = dict(_ATTRIBUTE.findall(attributes))
        words = _TAG.sub("", inside).strip() or given.get("href", "")
        if given.get("linktype") == "page":
            yield from _of_page(words, int(given.get("id") or 0), known)
        elif given.get("href", "").startswith("/"):
            yield from _of_path(words, given["href"], known)
        elif given.get("href", "").startswith("http:"):
            yield words, _("The address begins with http:// and is not safe on the way; try https://.")
        elif given.get("href", "").startswith("https:") and "." not in (
            urlsplit(given["href"]).hostname or ""
        ):
            yield words, _("This is no address of a website.")


def _of_page(words: str, pk: int, known: Known) -> Iterator[tuple[str, str]]:
    if pk not in known.pages:
        yield words, _("The page it led to is gone.")
    elif not known.pages[pk]:
        yield words, _("It leads to a page that visitors cannot see.")


def _of_path(words: str, address: str, known: Known) -> Iterator[tuple[str, str]]:
    path = urlsplit(address).path
    try:
        match = resolve(path)
    except Resolver404:
        yield words, _("The portal has no such address: %(path)s") % {"path": path}
        return
    is_page = match.url_name == "wagtail_serve"
    slug = match.kwargs.get("slug", "")
    if (is_page and path not in known.paths) or (
        match.url_name == "achievement" and slug not in known.badges
    ):
        yield words, _("The portal has no such address: %(path)s") % {"path": path}
