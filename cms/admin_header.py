"""The bar at the top of a page of the admin: a way back, an icon and the title, as on Wagtail's own pages."""

from __future__ import annotations

from typing import Any


def header(title: object, icon: str, *before: tuple[str, object]) -> dict[str, Any]:
    """What `wagtailadmin/generic/base.html` shows; `before` are (address, words) of the pages above this one."""
    trail = [{"url": address, "label": words} for address, words in before]
    return {
        "breadcrumbs_items": [*trail, {"url": "", "label": title}],
        "header_title": title,
        "header_icon": icon,
    }
