"""Where a page is, as a path of this site."""

from __future__ import annotations

from wagtail.models import Page


def path_of(page: Page) -> str:
    """The path of a page; "" for one that is outside the site. No query once the site's root is known."""
    return path_only(page.url or "")


def path_only(url: str) -> str:
    """Wagtail gives whole addresses as soon as there are two sites; ours are paths."""
    return "/" + url.split("/", 3)[3] if "://" in url else url
