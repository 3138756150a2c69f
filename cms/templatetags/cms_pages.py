"""What the templates of pages ask: headings at their level, and words for machines."""

from __future__ import annotations

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

from cms.linked_data import linked_page
from cms.models.pages import PublicPage
from core.linked_data import linked_data_script

register = template.Library()
_HEADING = re.compile(r"(</?h)([34])(?=[ >])")


@register.filter
def headings_from(text: object, level: int | None) -> SafeString:
    """Rich text as it is, or its headings one level up where nothing above is one of the second level: who goes by
    headings would look for the one that is missing (WCAG 2.2, 1.3.1)."""
    if level != 2:
        return mark_safe(str(text))  # noqa: S308 (rich text of Wagtail, cleaned when it is drawn)
    return mark_safe(_HEADING.sub(lambda found: f"{found[1]}{int(found[2]) - 1}", str(text)))  # noqa: S308


@register.simple_tag
def linked_data(page: PublicPage, picture: str = "") -> SafeString:
    """The page as JSON-LD, for a data block."""
    return linked_data_script(linked_page(page, picture))
