"""The page behind a one-time link for a colleague (answers.md 4; AU-06)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from core.refusals import Refusal
from people.services.invitations import accept_invitation, working_invitation
from people.views.visitors import let_in, page

FIELDS = ("given_name", "family_name", "username", "password")


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Looking uses nothing up; sending the form makes the account and signs in."""
    found = working_invitation(secret)
    if found is None:
        return page(request, "invitation_over", {}, status=404)
    context = {"invitation": found, "typed": {name: getattr(found, name, "") for name in FIELDS}}
    if request.method != "POST":
        return page(request, "invitation", context)
    typed = {name: request.POST.get(name, "")[:1000] for name in FIELDS}
    try:
        user = accept_invitation(secret, **typed)
    except Refusal as refusal:
        # The password is typed anew: it is never written back into a page.
        context["typed"] = {**typed, "password": ""}
        return page(request, "invitation", {**context, "refusal": refusal}, status=422)
    return let_in(request, user)
