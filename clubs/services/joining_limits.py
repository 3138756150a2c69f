"""What a club asks of everybody who comes in, by whichever door."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from clubs.enums import Joining
from clubs.models import Club
from clubs.selectors.limits import is_minor, members_in, most_members, shares_a_school_with_leaders
from clubs.services.refusing import require_open, too_many_members
from core.refusals import Refusal
from people.models import Group, User


def check_joining(group: Group, user: User) -> None:
    """Raises Refusal CLUB_ARCHIVED, CLUB_CLOSED, CLUB_FULL or OTHER_SCHOOL. To be called in the act's transaction."""
    # The last free place is taken once: joiners of one club come in one after the other.
    Group.objects.select_for_update().get(pk=group.pk)
    club = Club.objects.select_related("group").filter(group=group).first()
    if club is None:
        return
    require_open(club)
    if club.joining == Joining.CLOSED or club.hidden_at is not None:
        raise Refusal("CLUB_CLOSED", _("This club takes nobody in for now."))
    most = most_members(club)
    if members_in(group.pk) >= most:
        raise too_many_members(most)
    if not club.is_vouched and is_minor(user) and not shares_a_school_with_leaders(group, user):
        raise Refusal(
            "OTHER_SCHOOL",
            _(
                "Nobody vouches for this club yet, so people under 18 can only join it from the leader’s school."
            ),
        )
