"""The guide for editors inside the admin: `docs/editors.md` and its translations, in the reader's language."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt

from cms.admin_header import header

DOCS: Path = settings.ROOT / "docs"
PICTURES = "/cms/guide/"
NAME = "editors"


@cache
def guide_in(language: str) -> SafeString:
    """The guide as HTML; in English where it is not translated. Written by us, so its HTML is trusted."""
    translated = DOCS / f"{NAME}.{language}.md"
    source = (translated if translated.exists() else DOCS / f"{NAME}.md").read_text(encoding="utf-8")
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(source)
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", slugify(following.content, allow_unicode=True))
    for token in (child for one in tokens for child in one.children or ()):
        if token.type == "image":
            token.attrSet("src", PICTURES + Path(str(token.attrGet("src"))).name)
            token.attrSet("loading", "lazy")
    # The title stands in the bar of the admin.
    end_of_title = next(at for at, token in enumerate(tokens) if token.type == "heading_close")
    return mark_safe(markdown.renderer.render(tokens[end_of_title + 1 :], markdown.options, {}))  # noqa: S308


def guide(request: HttpRequest) -> HttpResponse:
    shown = {"guide": guide_in(get_language() or "en")} | header(_("Guide for editors"), "help")
    return render(request, "cms/admin/guide.html", shown)


def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture of the guide; no other file of that folder."""
    file = DOCS / "pictures" / f"{NAME}-{name}.png"
    if not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/png")
