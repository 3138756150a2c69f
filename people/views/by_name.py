"""Signing in with a user name, a password and, for staff, a second factor. One field a page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from core.access import as_uuid
from core.refusals import Refusal
from people.models import User
from people.services import second_factors, sign_ins
from people.views.visitors import let_in, page, sealed, unsealed, visitor_of, wrong_answer

SECOND_FACTOR = "second factor"


@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    """The user name. Whether it exists is never said (AU-01)."""
    if request.method != "POST":
        return page(request, "name", {})
    username = request.POST.get("username", "").strip()[:80]
    if not username:
        return page(
            request, "name", {"refusal": Refusal("TEXT_EMPTY", _("Write your user name."))}, status=422
        )
    return page(request, "password", {"username": username})


@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """The password. One text for every reason it may be refused."""
    if request.method != "POST":
        return page(request, "name", {})
    visitor = visitor_of(request)
    username = request.POST.get("username", "")[:80]
    try:
        user = sign_ins.check_password(username, request.POST.get("password", "")[:1000], visitor)
    except Refusal as refusal:
        return wrong_answer(request, "password", {"username": username}, refusal, visitor)
    if second_factors.has_second_factor(user):
        return page(request, "second_factor", {"person": _seal(user)})
    if second_factors.must_have_second_factor(user):
        return page(request, "second_factor_missing", {"username": user.username}, status=403)
    return let_in(request, user)


@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """The code from the application, or a recovery code, within ten minutes of the password."""
    if request.method != "POST":
        return page(request, "name", {})
    visitor = visitor_of(request)
    user = _unseal(request.POST.get("person", ""))
    if user is None:
        return wrong_answer(request, "name", {}, sign_ins.wrong(), visitor)
    try:
        second_factors.check_code(user, request.POST.get("code", ""), visitor)
    except Refusal as refusal:
        return wrong_answer(request, "second_factor", {"person": _seal(user)}, refusal, visitor)
    return let_in(request, user)


def _seal(user: User) -> str:
    # With the session hash: a password changed meanwhile, or sign-ins ended, makes the page worthless.
    return sealed(SECOND_FACTOR, f"{user.pk} {user.get_session_auth_hash()}")


def _unseal(text: str) -> User | None:
    pk, _space, digest = (unsealed(SECOND_FACTOR, text) or "").partition(" ")
    user = User.objects.active().filter(pk=as_uuid(pk)).first()
    return user if user is not None and user.get_session_auth_hash() == digest else None
