"""A page published or taken down, or a menu changed, changes the head and foot of every page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import cache
from wagtail.signals import page_published, page_unpublished

from cms.look.shown import FACE
from cms.selectors import footer_key, menu_key


def forget_footers(sender: type, **kwargs: Any) -> None:
    languages = [language for language, _name in settings.LANGUAGES]
    cache.delete_many([key(language) for key in (footer_key, menu_key) for language in languages])
    FACE.change()


page_published.connect(forget_footers)
page_unpublished.connect(forget_footers)
