"""What more than one act of a club is refused for."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from clubs.models import Club
from core.refusals import Refusal


def require_open(club: Club) -> None:
    if not club.is_open:
        raise Refusal("CLUB_ARCHIVED", _("This club is archived. Restore it first."))


def too_many_members(most: int) -> Refusal:
    return Refusal(
        "CLUB_FULL",
        ngettext_lazy(
            "The club is full: it has %(most)d member.",
            "The club is full: it has %(most)d members.",
            "most",
        ),
        most=most,
    )


def not_a_member() -> Refusal:
    return Refusal("NOT_A_MEMBER", _("This person is not in the club."), "user_id")
