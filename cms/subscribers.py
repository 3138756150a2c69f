"""A page published or taken down changes the footer of every page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import cache
from wagtail.signals import page_published, page_unpublished

from cms.selectors import footer_key


def forget_footers(sender: type, **kwargs: Any) -> None:
    cache.delete_many([footer_key(language) for language, _name in settings.LANGUAGES])


page_published.connect(forget_footers)
page_unpublished.connect(forget_footers)
