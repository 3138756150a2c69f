"""Printable sign-in cards and, on a sheet of its own, the PINs (answers.md 21–22)."""

from __future__ import annotations

from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST

from classroom import rules
from core.access import NotFound, access, as_uuid
from core.qr_codes import qr_svg
from core.security_log import security_event
from people.alphabet import in_register_order
from people.enums import AccountKind
from people.models import Group, User
from people.selectors.groups import students_of
from people.services.cards import PrintedCard, issue_cards

MOST_CARDS = 200


@login_required
@require_POST
def cards(request: HttpRequest, group_id: str) -> HttpResponse:
    """New cards for the whole class, or for the `students` named (one student: a reissue).

    Only digests are kept, so this page is the one moment to print them; printing again makes new ones.
    """
    try:
        group = access(request.user, rules.PRINT_CARDS, Group, group_id)
        students = _students(request, group)
    except NotFound:
        raise Http404 from None
    printed = issue_cards(group, students, actor=request.user)  # type: ignore[arg-type]
    security_event("cards.printed", user=request.user, group=group.pk, cards=len(printed))
    context = {
        "group": group,
        "school_name": group.parent.name if group.parent else "",
        "cards": [_card(card) for card in printed],
        "whole_class": not request.POST.getlist("students"),
    }
    response = render(request, "classroom/cards.html", context)
    patch_cache_control(response, private=True, no_store=True)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _students(request: HttpRequest, group: Group) -> list[User]:
    chosen = request.POST.getlist("students")
    # Who has taken the account over signs in by themselves.
    everybody = students_of(group).filter(kind=AccountKind.SCHOOL_MANAGED)
    if not chosen:
        return in_register_order(everybody[:MOST_CARDS])
    wanted: set[UUID | None] = {as_uuid(pk) for pk in chosen[: MOST_CARDS + 1]}
    found = in_register_order(everybody.filter(pk__in=[pk for pk in wanted if pk is not None]))
    if len(found) != len(wanted):
        raise NotFound
    return found


def _card(card: PrintedCard) -> dict[str, object]:
    address = f"{settings.PUBLIC_URL}/s/{card.token}"
    return {
        "user": card.user,
        "pattern": qr_svg(address),
        "code": card.code,
        "pin": f"{card.pin[:3]} {card.pin[3:]}",
        "place": f"{urlsplit(settings.PUBLIC_URL).netloc}/sign-in/",
    }
