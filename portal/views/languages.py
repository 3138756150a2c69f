"""Choosing the language: kept in a cookie, and on the account of who is signed in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from portal.languages import LANGUAGES


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Back to the page one came from, in the chosen language; an unknown language changes nothing."""
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
    plain = path if safe else "/"
    for other in LANGUAGES:
        if plain == f"/{other}" or plain.startswith(f"/{other}/"):
            plain = plain[len(other) + 1 :] or "/"
            in_tree = True
            break
    else:
        in_tree = plain == "/"
    prefix = (
        ""
        if language == settings.LANGUAGE_CODE or language not in LANGUAGES or not in_tree
        else f"/{language}"
    )
    return f"{prefix}{plain}"
