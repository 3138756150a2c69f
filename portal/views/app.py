"""The app's shell at `/app/`, its service worker, and the empty shell that works offline."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from cms.look.shown import shown_look
from people.selectors.roles import role_of
from portal.first_answer import first_answer
from portal.front_build import app_assets, manifest

# JSON inside <script> must not be able to end it (HTML Standard, §4.12.1.3).
_UNSAFE = str.maketrans(
    {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


@require_safe
@ensure_csrf_cookie
def app(request: HttpRequest) -> HttpResponse:
    """The shell with the first answer in it, in the person's own language; a stranger goes to sign in."""
    user = request.user
    if not user.is_authenticated:
        return redirect(f"{settings.LOGIN_URL}?next={request.path}")
    role = role_of(user)
    # The operator decides reports in the app, and does everything else in the admin.
    at_the_desk = role == "operator" and request.path.startswith(("/app/desk", "/app/me"))
    if role in ("nobody", "operator") and user.is_staff and not at_the_desk:
        return redirect("/cms/")
    # Who has left every group still holds their badges for life, so the learner's face opens.
    face = "student" if role == "nobody" else role
    with translation.override(user.language):
        first = first_answer(user, role, request.path)
        context = {"assets": app_assets(face, user.language, shown_look()), "first_answer": _as_script(first)}
        response = render(request, "portal/app.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Language"] = user.language
    return response


@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """The same page without anything about anybody: what the service worker keeps for a phone without network."""
    context = {"assets": app_assets("student", settings.LANGUAGE_CODE, shown_look()), "first_answer": ""}
    with translation.override(settings.LANGUAGE_CODE):
        response = render(request, "portal/app.html", context)
    response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
    # Anything else in Vary makes the offline shell miss (frontend.md §5).
    response.headers["Vary"] = "Accept-Encoding"
    return response


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    path = settings.FRONTEND_DIST / "sw.js"
    if not path.is_file():
        raise Http404
    # Another look is another worker: phones then fetch the shell again, with the new name and colours.
    look = shown_look().digest
    script = path.read_bytes() + (f"\n// {look}\n".encode() if look else b"")
    response = HttpResponse(script, content_type="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Service-Worker-Allowed"] = "/app/"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers that do not read the page's own link ask here."""
    icon = shown_look().icon or manifest()["icons"].get("png192", "")
    if not icon:
        raise Http404
    response = redirect(icon)
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def _as_script(value: dict[str, Any] | None) -> str:
    return json.dumps(value, ensure_ascii=False, default=str).translate(_UNSAFE) if value else ""
