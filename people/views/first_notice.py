"""The short, plain notice after the first sign-in (answers.md 25)."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from people.selectors.oneself import memberships_of, role_of
from people.services.notices import acknowledge_notice
from people.views.visitors import page


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def first_notice(request: HttpRequest) -> HttpResponse:
    """What is kept, who sees it, whom to ask; one button goes on."""
    user = request.user
    if request.method == "POST":
        acknowledge_notice(user)  # type: ignore[arg-type]
        return HttpResponseRedirect(request.session.pop("after_notice", settings.LOGIN_REDIRECT_URL))
    memberships = memberships_of(user)  # type: ignore[arg-type]
    role = role_of(user, memberships)  # type: ignore[arg-type]
    return page(
        request, "first_notice", {"is_student": role == "student", "is_on_their_own": role == "nobody"}
    )
