"""The first set of pages in three languages (`content/pages.json`), once: from then on they are the editors'."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from cms.models import (
    ArticlePage,
    ContactPage,
    GlossaryPage,
    HelpIndexPage,
    HelpPage,
    HomePage,
    LandingPage,
    Menu,
    NewsIndexPage,
    StandardPage,
)
from cms.services.first_blocks import Found, Wording
from cms.subscribers import forget_footers

LANGUAGES = ("pl", "en", "uk")
KINDS: dict[str, type[Page]] = {
    "home": HomePage,
    "standard": StandardPage,
    "landing": LandingPage,
    "news": NewsIndexPage,
    "article": ArticlePage,
    "help": HelpIndexPage,
    "help_topic": HelpPage,
    "glossary": GlossaryPage,
    "contact": ContactPage,
}


@transaction.atomic
def make_first_pages(content: Path, *, portal_name: str) -> int:
    """Make front pages, the pages below them, the menus, and the site at `PUBLIC_URL`, pointing to the Polish front
    page.

    Returns the number of pages made: none when there is a front page already.
    """
    if HomePage.objects.exists():
        # From then on the pages are the editors': what they deleted stays deleted.
        _site(portal_name, HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE))
        return 0
    document = json.loads((content / "pages.json").read_text(encoding="utf-8"))
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    made: dict[str, dict[str, Page]] = {}
    for data in document["pages"]:
        made[data["key"]] = _pages(data, made, locales)
    # Pages point at each other, so what stands in them comes when all are there.
    for data in document["pages"]:
        _fill(data, made)
    _menus(document["menu"], made, locales)
    _site(portal_name, made["home"]["pl"])
    return len(document["pages"]) * len(LANGUAGES)


def _site(portal_name: str, root_page: Page) -> None:
    address = urlsplit(settings.PUBLIC_URL)
    where = {
        "hostname": address.hostname or "localhost",
        "port": address.port or (443 if address.scheme == "https" else 80),
    }
    Site.objects.update_or_create(
        is_default_site=True, defaults={**where, "site_name": portal_name, "root_page": root_page}
    )


def _pages(data: Mapping[str, Any], made: Found, locales: Mapping[str, Locale]) -> dict[str, Page]:
    """One page in three languages, empty: the second and third are translations of the first."""
    kind = KINDS["home" if data["key"] == "home" else data.get("type", "standard")]
    found: dict[str, Page] = {}
    for language in LANGUAGES:
        if kind is HomePage:
            parent, slug = Page.get_first_root_node(), "home" if language == "pl" else f"home-{language}"
        else:
            # Read again: the tree counts its new children in the row, not in this object.
            parent = Page.objects.get(pk=made[data.get("parent", "home")][language].pk).specific
            slug = data["slug"][language]
        page = kind(
            title=data["title"][language],
            lead=data["lead"][language],
            slug=slug,
            show_in_menus="type" not in data and kind is StandardPage,
            locale=locales[language],
            **({"translation_key": next(iter(found.values())).translation_key} if found else {}),
            **({"thanks": data["thanks"][language]} if kind is ContactPage else {}),
        )
        found[language] = parent.add_child(instance=page)
    return found


def _fill(data: Mapping[str, Any], made: Found) -> None:
    for language, stale in made[data["key"]].items():
        page = Page.objects.get(pk=stale.pk).specific
        wording = Wording(language, made)
        page.body = wording.body(data["body"])
        match page:
            case LandingPage():
                page.kicker = wording.say(data["kicker"])
                page.starts_on = date.fromisoformat(data["starts_on"])
                page.ends_on = date.fromisoformat(data["ends_on"])
                page.button = [("button", wording.link(data["button"]))]
            case ArticlePage():
                page.dated = date.fromisoformat(data["dated"])
            case GlossaryPage():
                page.terms = [
                    ("term", {name: wording.say(one[name]) for name in ("term", "meaning")})
                    for one in data["terms"]
                ]
            case ContactPage():
                page.topics = [("topic", {"label": wording.say(topic)}) for topic in data["topics"]]
        page.save_revision().publish()


def _menus(data: Mapping[str, Any], made: Found, locales: Mapping[str, Locale]) -> None:
    first: Menu | None = None
    for language in LANGUAGES:
        wording = Wording(language, made)
        groups = [
            {
                "title": wording.say(group["title"]),
                "links": [
                    {"label": page.title[:40], "page": page, "address": ""}
                    for page in (wording.page(key) for key in group["links"])
                    if page is not None
                ],
            }
            for group in data["footer"]
        ]
        menu = Menu(
            locale=locales[language],
            footer=[("group", group) for group in groups],
            note=wording.say(data["note"]),
            **({"translation_key": first.translation_key} if first else {}),
        )
        menu.save()
        first = first or menu
    forget_footers(Menu)
