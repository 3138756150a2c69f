"""The first set of pages in three languages (`content/pages.json`), once: from then on they are the editors'."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from cms.models import HomePage, StandardPage

LANGUAGES = ("pl", "en", "uk")
Words = Mapping[str, str]


@transaction.atomic
def make_first_pages(content: Path, *, portal_name: str) -> int:
    """Make front pages, the pages below them, and the site at `PUBLIC_URL`, pointing to the Polish front page.

    Returns the number of pages made: none when there is a front page already.
    """
    if HomePage.objects.exists():
        # From then on the pages are the editors': what they deleted stays deleted.
        _site(portal_name, HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE))
        return 0
    pages = json.loads((content / "pages.json").read_text(encoding="utf-8"))["pages"]
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    homes = _front_pages(pages[0], locales)
    by_key: dict[str, Mapping[str, Page]] = {"home": homes}
    for data in pages[1:]:
        by_key[data["key"]] = _pages(data, homes, locales)
    # Cards on the front page lead to pages, so its body comes last.
    for language, stale in homes.items():
        # Read again: the tree has counted its new children in the row, not in this object.
        home = HomePage.objects.get(pk=stale.pk)
        home.body = _body(pages[0]["body"], language, by_key)
        home.save_revision().publish()
    _site(portal_name, homes["pl"])
    return len(pages) * len(LANGUAGES)


def _site(portal_name: str, root_page: Page) -> None:
    address = urlsplit(settings.PUBLIC_URL)
    where = {
        "hostname": address.hostname or "localhost",
        "port": address.port or (443 if address.scheme == "https" else 80),
    }
    Site.objects.update_or_create(
        is_default_site=True, defaults={**where, "site_name": portal_name, "root_page": root_page}
    )


def _front_pages(data: Mapping[str, Any], locales: Mapping[str, Locale]) -> dict[str, HomePage]:
    found: dict[str, HomePage] = {}
    for language in LANGUAGES:
        root = Page.get_first_root_node()
        home = HomePage(
            title=data["title"][language],
            lead=data["lead"][language],
            slug="home" if language == "pl" else f"home-{language}",
            locale=locales[language],
            **_same_as(found),
        )
        found[language] = root.add_child(instance=home)
    return found


def _pages(
    data: Mapping[str, Any], homes: Mapping[str, HomePage], locales: Mapping[str, Locale]
) -> dict[str, StandardPage]:
    found: dict[str, StandardPage] = {}
    for language in LANGUAGES:
        home = HomePage.objects.get(pk=homes[language].pk)
        page = StandardPage(
            title=data["title"][language],
            lead=data["lead"][language],
            slug=data["slug"][language],
            body=_body(data["body"], language, {}),
            show_in_menus=True,
            locale=locales[language],
            **_same_as(found),
        )
        home.add_child(instance=page)
        page.save_revision().publish()
        found[language] = page
    return found


def _same_as(found: Mapping[str, Page]) -> dict[str, Any]:
    """What makes a page the translation of those already made."""
    return {"translation_key": next(iter(found.values())).translation_key} if found else {}


def _body(
    blocks: list[dict[str, Any]], language: str, pages: Mapping[str, Mapping[str, Page]]
) -> list[tuple[str, Any]]:
    """Blocks in one language, as StreamField takes them."""

    def say(words: Words) -> str:
        return words.get(language) or words["pl"]

    def cards(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            {
                "title": say(item["title"]),
                "text": say(item["text"]),
                "page": pages.get(item.get("page", ""), {}).get(language),
            }
            for item in items
        ]

    body: list[tuple[str, Any]] = []
    for block in blocks:
        match block["type"]:
            case "heading" | "text":
                body.append((block["type"], say(block["text"])))
            case "steps" | "cards":
                body.append((block["type"], {block["type"]: cards(block[block["type"]])}))
            case "questions":
                items = [
                    {"question": say(one["question"]), "answer": say(one["answer"])}
                    for one in block["questions"]
                ]
                body.append(("questions", {"questions": items}))
            case "badges":
                body.append(("badges", {"title": say(block["title"]), "slugs": block["slugs"]}))
            case "declaration":
                body.append(("declaration", _declaration(block, say)))
            case "call":
                body.append(
                    (
                        "call",
                        {
                            "text": say(block["text"]),
                            "label": say(block["label"]),
                            "address": block["address"],
                        },
                    )
                )
    return body


def _declaration(block: Mapping[str, Any], say: Callable[[Words], str]) -> dict[str, Any]:
    days = {name: date.fromisoformat(block[name]) for name in ("published_on", "changed_on", "made_on")}
    words = {name: say(block[name]) for name in ("entity", "gaps", "shortcuts")}
    return {**days, **words, "status": block["status"]}
