"""What an editor sees before anybody else does: the page on a phone, and the same page in the other languages."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class PreviewInLanguages:
    """Mixed into a page. The first mode is the page itself, the others its translations as last saved."""

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        return [
            {"name": "phone", "icon": "mobile-alt", "device_width": 360, "label": _("On a phone")},
            {"name": "tablet", "icon": "tablet-alt", "device_width": 768, "label": _("On a tablet")},
            {"name": "laptop", "icon": "desktop", "device_width": 1280, "label": _("On a laptop")},
        ]

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        page = cast(Page, self)
        modes: list[tuple[str, Any]] = [("", _("This page"))]
        if page.pk is None:
            return modes
        names = dict(settings.LANGUAGES)
        codes = page.get_translations().values_list("locale__language_code", flat=True)
        return modes + [(code, names[code]) for code in names if code in set(codes)]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        page = cast(Page, self)
        if mode_name:
            page = page.get_translations().get(locale__language_code=mode_name)
            page = page.get_latest_revision_as_object()
        # The admin speaks the editor's language; the page speaks its own.
        with translation.override(page.locale.language_code):
            response = super(PreviewInLanguages, page).serve_preview(request, "")  # type: ignore[misc]
            return cast(HttpResponse, response.render())
