"""Choosing the language: kept in a cookie, and on the account of who is signed in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from cms.selectors import path_in
from portal.languages import LANGUAGES
from portal.views.errors import csrf_failure


# No form secret: it would put a cookie on every public page and keep it out of every cache. Asking where the form came
# from protects a choice of language as well.
@csrf_exempt
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Back to the page one came from, in the chosen language; an unknown language changes nothing."""
    if _from_elsewhere(request):
        return csrf_failure(request)
    language = request.POST.get("language", "")
    response = HttpResponseRedirect(_same_page(request.POST.get("next", "/"), language))
    if language in LANGUAGES:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=365 * 24 * 3600,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        if request.user.is_authenticated and request.user.language != language:
            request.user.language = language
            request.user.save(update_fields=["language"])
    return response


def _same_page(path: str, language: str) -> str:
    """The address in the chosen language. Only paths of this site: one slash, no host, no control signs (TX-03)."""
    safe = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    if not safe:
        return "/"
    if language not in LANGUAGES:
        return path
    return path_in(path.partition("?")[0], language) or path


def _from_elsewhere(request: HttpRequest) -> bool:
    """Whether another site's page sent this. A browser says so in at least one of the two headers."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("Origin")
    return origin is not None and origin != f"{request.scheme}://{request.get_host()}"
