"""The club in which a club badge is earned, if strangers may find it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from clubs.models import Club
from credentials.models import Achievement
from credentials.ways_to_earn import Way


def in_a_club(achievement: Achievement) -> Sequence[Way]:
    """One statement for a club badge, none for others."""
    if achievement.club_id is None:
        return []
    found = Club.objects.findable().filter(pk=achievement.club_id).select_related("group").first()
    return [Way(found.group.name, f"/clubs/{found.slug}/", _("Club"))] if found else []
