"""What the public face reads: its own pages, and of the rooms below only what is public anyway."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.core.cache import cache
from wagtail.models import Page

from cms.addresses import path_only
from cms.blocks import LinkValue
from cms.models import Menu
from core.translated import in_language
from credentials.pictures import svg_path
from credentials.selectors.achievements import catalogue

FOOTER_SECONDS = 300
MOST_FOOTER_PAGES = 8
MOST_LISTED = 5000


@dataclass(frozen=True)
class ShownBadge:
    """A badge on a page: its words in the active language and where its picture is."""

    slug: str
    name: str
    picture: str
    alt: str


@dataclass(frozen=True)
class PublicPageAddress:
    """Where a published page is, in which language, and where its translations are."""

    language: str
    path: str
    changed: datetime | None
    translations: list[PublicPageAddress] = field(default_factory=list)


@dataclass(frozen=True)
class FooterLink:
    title: str
    path: str


def badges_by_slug(slugs: Sequence[str]) -> list[ShownBadge]:
    """In the order asked for; unknown ones are left out. One query."""
    found = {achievement.slug: achievement for achievement in catalogue().filter(slug__in=slugs)}
    shown = []
    for slug in slugs:
        achievement = found.get(slug)
        if achievement is None or achievement.current_version is None:
            continue
        version = achievement.current_version
        shown.append(
            ShownBadge(
                slug,
                in_language(version.name),
                svg_path(achievement.kind, version.art),
                in_language(version.art_alt),
            )
        )
    return shown


def public_pages() -> list[PublicPageAddress]:
    """Every published page that anybody may see, each with its translations."""
    by_key: dict[UUID, list[PublicPageAddress]] = defaultdict(list)
    pages = (
        Page.objects.live()
        .public()
        .filter(depth__gte=2)
        .select_related("locale")
        .order_by("path")[:MOST_LISTED]
    )
    for page in pages:
        path = page.url
        if path is not None:
            by_key[page.translation_key].append(
                PublicPageAddress(page.locale.language_code, path_only(path), page.last_published_at)
            )
    return [
        PublicPageAddress(one.language, one.path, one.changed, same if len(same) > 1 else [])
        for same in by_key.values()
        for one in same
    ]


def footer_links(language: str) -> list[FooterLink]:
    """Pages that their editors marked "show in menus", in one language; remembered until one is published."""
    key = footer_key(language)
    links: list[FooterLink] | None = cache.get(key)
    if links is None:
        pages = Page.objects.live().public().in_menu().filter(locale__language_code=language, depth__gte=3)
        ordered = pages.select_related("locale").order_by("path")[:MOST_FOOTER_PAGES]
        links = [FooterLink(page.title, path_only(page.url)) for page in ordered if page.url]
        cache.set(key, links, FOOTER_SECONDS)
    return links


@dataclass(frozen=True)
class LinkGroup:
    title: str
    links: tuple[FooterLink, ...]


@dataclass(frozen=True)
class ShownMenu:
    """The menus of a language; all empty where editors made none."""

    header: tuple[FooterLink, ...] = ()
    footer: tuple[LinkGroup, ...] = ()
    note: str = ""


def menu_of(language: str) -> ShownMenu:
    """What editors put at the top and at the bottom, in one language; remembered until it is changed."""
    key = menu_key(language)
    shown: ShownMenu | None = cache.get(key)
    if shown is None:
        menu = Menu.objects.filter(locale__language_code=language).first()
        shown = _shown(menu) if menu else ShownMenu()
        cache.set(key, shown, FOOTER_SECONDS)
    return shown


def _shown(menu: Menu) -> ShownMenu:
    def links(values: Iterable[LinkValue]) -> tuple[FooterLink, ...]:
        return tuple(FooterLink(value["label"], value.url) for value in values if value.leads_somewhere)

    groups = (LinkGroup(block.value["title"], links(block.value["links"])) for block in menu.footer)
    return ShownMenu(
        links(block.value for block in menu.header),
        tuple(group for group in groups if group.links),
        menu.note,
    )


def menu_key(language: str) -> str:
    return f"cms.menu.{language}"


def footer_key(language: str) -> str:
    return f"cms.footer.{language}"


def path_in(path: str, language: str) -> str | None:
    """Where the page at `path` says the same in `language`: itself translated, else that language's front page.

    Nothing when `path` is no address of a page.
    """
    for page in public_pages():
        if page.path == path:
            return next((other.path for other in page.translations if other.language == language), None)
    return None
