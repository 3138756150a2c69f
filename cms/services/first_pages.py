"""The first set of pages in three languages (`content/pages.json`). Never touches a page that exists."""

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
    """Make what is missing: front pages, pages below them, and the site at `PUBLIC_URL`, pointing to the Polish one.

    Returns the number of pages made; a second run makes none.
    """
    pages = json.loads((content / "pages.json").read_text(encoding="utf-8"))["pages"]
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    homes, made = _front_pages(pages[0], locales)
    by_key = {"home": homes}
    for data in pages[1:]:
        by_key[data["key"]], new = _pages(data, homes, locales)
        made += new
    if made:
        # Cards on the front page lead to pages, so its body comes last.
        for language, stale in homes.items():
            # Read again: the tree has counted its new children in the row, not in this object.
            home = HomePage.objects.get(pk=stale.pk)
            home.body = _body(pages[0]["body"], language, by_key)
            home.save_revision().publish()
    address = urlsplit(settings.PUBLIC_URL)
    where = {
        "hostname": address.hostname or "localhost",
        "port": address.port or (443 if address.scheme == "https" else 80),
    }
    Site.objects.update_or_create(
        is_default_site=True, defaults={**where, "site_name": portal_name, "root_page": homes["pl"]}
    )
    return made


def _front_pages(data: Mapping[str, Any], locales: Mapping[str, Locale]) -> tuple[dict[str, HomePage], int]:
    root = Page.get_first_root_node()
    found = {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}
    if len(found) == len(LANGUAGES):
        return found, 0
    made = 0
    key = None
    for language in LANGUAGES:
        if language in found:
            key = found[language].translation_key
            continue
        home = HomePage(
            title=data["title"][language],
            lead=data["lead"][language],
            slug="home" if language == "pl" else f"home-{language}",
            locale=locales[language],
            **({"translation_key": key} if key else {}),
        )
        root.add_child(instance=home)
        root.refresh_from_db()
        key = home.translation_key
        found[language] = home
        made += 1
    return found, made


def _pages(
    data: Mapping[str, Any], homes: Mapping[str, HomePage], locales: Mapping[str, Locale]
) -> tuple[dict[str, StandardPage], int]:
    found: dict[str, StandardPage] = {}
    made, key = 0, None
    for language in LANGUAGES:
        home = HomePage.objects.get(pk=homes[language].pk)
        slug = data["slug"][language]
        page = StandardPage.objects.child_of(home).filter(slug=slug).first()
        if page is None:
            page = StandardPage(
                title=data["title"][language],
                lead=data["lead"][language],
                slug=slug,
                body=_body(data["body"], language, {}),
                show_in_menus=True,
                locale=locales[language],
                **({"translation_key": key} if key else {}),
            )
            home.add_child(instance=page)
            page.save_revision().publish()
            made += 1
        key = page.translation_key
        found[language] = page
    return found, made


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
