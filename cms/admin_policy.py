"""The content security policy of `/cms/` (answers.md 7).

Wagtail's admin writes a few inline scripts that only start a widget. Each is allowed by its own hash, and only when its
text has exactly that form, so that a script somebody smuggled into a page's content gets no hash. Style attributes are
the admin's own way of drawing, so styles may be inline there and nowhere else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PREFIX = "/cms/"
_SCRIPT = re.compile(r"<script>(?P<text>.*?)</script>", re.DOTALL)
# A call of one widget starter with an element's id and, sometimes, settings in JSON.
_STARTS_A_WIDGET = re.compile(r'\s*init(?:DateTime|Time|Date)Chooser\("[\w\\-]+", \{[^<>()]*\}\);\s*')
# A chooser of a picture, a page or a film beside one field of a form; its settings are JSON without calls.
_STARTS_A_CHOOSER = re.compile(r'\s*new (?:Image|Page|Snippet)?Chooser\("[\w\\-]+", \{[^<>()]*\}\);\s*')
_SETS_THE_LIGHT = re.compile(r'\s*document\.documentElement\.classList\.(?:add|remove)\("[\w-]+"\);?\s*')
# The screen of a translation names the admin's own choosers; only paths below /cms/ fit.
_NAMES_CHOOSERS = re.compile(
    r'\s*if \(typeof window\.chooserUrls === "undefined"\) \{\s*window\.chooserUrls = \{'
    r'(?:\s*\w+: "/cms/[\w/-]*",)+\s*\}\s*\}\s*'
)
_KNOWN = (_STARTS_A_WIDGET, _STARTS_A_CHOOSER, _SETS_THE_LIGHT, _NAMES_CHOOSERS)
# wagtail-localize 1.14 ticks all languages at once by a script that never changes; it stands on this screen alone.
_LANGUAGES_SCREEN = "/cms/localize/submit/"
_TICKS_ALL_LANGUAGES = "Zi6020hVNJQUtMOgLuIImaOaART6TyIrghPC9PESpjg="
_MOST_HASHES = 24


class AdminPolicyMiddleware:
    """Sets the policy on answers below `/cms/`; the strict one of all other addresses comes from django-csp."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(PREFIX):
            hashes = _hashes(response)
            if request.path_info.startswith(_LANGUAGES_SCREEN):
                hashes.append(_TICKS_ALL_LANGUAGES)
            response.headers["Content-Security-Policy"] = policy(hashes)
        return response


def policy(hashes: list[str]) -> str:
    """The policy with the hashes of the inline scripts that may run."""
    scripts = " ".join(["'self'", *(f"'sha256-{digest}'" for digest in hashes)])
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; object-src 'none'; "
        "base-uri 'none'; form-action 'self'"
    )


def _hashes(response: HttpResponse) -> list[str]:
    if response.streaming or not response.headers.get("Content-Type", "").startswith("text/html"):
        return []
    found: dict[str, None] = {}
    for match in _SCRIPT.finditer(response.content.decode(response.charset, errors="replace")):
        text = match["text"]
        if any(known.fullmatch(text) for known in _KNOWN):
            found[base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()] = None
    return list(found)[:_MOST_HASHES]
