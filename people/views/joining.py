"""What `/j/…` opens: a colleague's invitation, or the code of a group that people join by themselves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from core.refusals import Refusal
from core.secrets import read_code
from people.models import Group, User
from people.selectors.groups import belongs_to
from people.services import join_codes, joining
from people.services.invitations import working_invitation
from people.views.invitation import invitation
from people.views.visitors import page, visitor_of


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """An invitation's secret is longer than any code, so one address can serve both."""
    if len(read_code(secret)) != join_codes.LETTERS or working_invitation(secret) is not None:
        return invitation(request, secret)
    try:
        group = _group_of(request, secret)
    except Refusal as refusal:
        return _wrong(request, refusal)
    if request.method == "POST" and isinstance(request.user, User):
        return _join(request, group, request.user)
    return page(request, "join", _context(request, group))


def _join(request: HttpRequest, group: Group, user: User) -> HttpResponse:
    try:
        member = joining.join_by_code(group, user)
    except Refusal as refusal:
        return page(request, "join", {**_context(request, group), "refusal": refusal}, status=422)
    # Where a guardian has to agree first, the list of clubs has the link for them.
    return HttpResponseRedirect(f"/app/clubs/{group.pk}" if member else "/app/clubs")


def _group_of(request: HttpRequest, code: str) -> Group:
    visitor = visitor_of(request)
    asker = request.user if isinstance(request.user, User) else None
    return joining.group_of_code(code, asker=asker, network=visitor.network, device=visitor.device)


def _wrong(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    response = page(request, "join_over", {"refusal": refusal}, status=404)
    return join_codes.by_network.hold_back(response, visitor_of(request).network)


def _context(request: HttpRequest, group: Group) -> dict[str, object]:
    return {"group": group, "is_in": belongs_to(request.user, group)}
