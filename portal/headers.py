"""Headers that every answer carries, and what may be kept of a page that does not say so itself (case OP-04)."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from cms.reserved import RESERVED_WORDS
from portal.languages import LANGUAGES

# The camera and the microphone are reached through file inputs, which need no permission.
PERMISSIONS_POLICY = (
    "camera=(self), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()"
)
PUBLIC = "public, max-age=60"
PRIVATE = "private, no-store"
# The app's shell must not vary on a language (frontend.md §5); these answer by what they are, in no language.
ONE_FOR_ALL = frozenset(
    {"app", "static", "media", "cms", "cms-media", "status", "graphql", "uploads", ".well-known", "look"}
)


class HeadersMiddleware:
    """Adds what a view has not said: `Permissions-Policy`, `Cache-Control` and `Vary` on the language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = PRIVATE if _is_of_somebody(request, response) else PUBLIC
        word = request.path_info.split("/", 2)[1] if request.path_info.startswith("/") else ""
        by_choice = (word in RESERVED_WORDS and word not in LANGUAGES) or response.status_code >= 400
        if by_choice and word not in ONE_FOR_ALL and _is_page(response):
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response


def _is_page(response: HttpResponse) -> bool:
    return str(response.headers.get("Content-Type", "")).startswith("text/html")


def _is_of_somebody(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer belongs to one person: signed in, holding a form's secret, a change, or a refusal."""
    if request.method not in ("GET", "HEAD") or response.status_code >= 300 or response.cookies:
        return True
    # Set by `get_token`, that is by every form with a secret in it.
    if "CSRF_COOKIE" in request.META and request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
        return True
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated
