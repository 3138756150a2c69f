"""What a leader changes of a club: words, kind, way of joining, where and when it meets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clubs.domain_events import ClubChanged
from clubs.enums import SENSITIVE_KINDS
from clubs.models import Club
from clubs.services.meeting_places import meeting_place_of
from clubs.services.refusing import require_open
from clubs.services.writing import (
    address_of,
    joining_of,
    kind_of,
    line_of,
    name_of,
    purpose_of,
    searchable,
)
from core.emitting import emit
from core.refusals import Refusal
from people.audiences import for_group
from people.models import User


@transaction.atomic
def change_club(club: Club, changes: Mapping[str, Any], *, actor: User) -> Club:
    """Write what stands in `changes` (name, purpose, kind, joining, listed, meeting_time, meeting_place,
    responsible_adult, standards_url); what is left out, or None, stays. An empty text empties its field.

    Raises Refusal NOT_VOUCHED or SENSITIVE_KIND for a club that strangers may not find.
    """
    require_open(club)
    given = {name: value for name, value in changes.items() if value is not None}
    if "name" in given:
        club.group.name = name_of(given["name"])
        club.group.save(update_fields=["name"])
    if "purpose" in given:
        club.purpose = purpose_of(given["purpose"])
    if "kind" in given:
        club.kind = kind_of(given["kind"])
    if "joining" in given:
        club.joining = joining_of(given["joining"])
    for name in ("meeting_time", "responsible_adult"):
        if name in given:
            setattr(club, name, line_of(given[name], name))
    if "standards_url" in given:
        club.standards_url = address_of(given["standards_url"])
    if "meeting_place" in given:
        club.meeting_place = meeting_place_of(given["meeting_place"], club.group)
    _list(club, given.get("listed"))
    club.searchable = searchable(club)
    club.save()
    emit(ClubChanged(group_id=club.group_id), actor=actor, audience=for_group(club.group_id))
    return club


def _list(club: Club, wanted: bool | None) -> None:
    """A kind that has become sensitive leaves the public list by itself; asking for it is refused."""
    if wanted and not club.is_vouched:
        raise Refusal(
            "NOT_VOUCHED",
            _("Strangers can find the club once a school or an organisation vouches for it."),
            "listed",
        )
    if wanted and club.kind in SENSITIVE_KINDS:
        raise Refusal(
            "SENSITIVE_KIND",
            _("Being in a club of this kind may reveal somebody’s belief or origin, so it stays private."),
            "listed",
        )
    if wanted is not None:
        club.listed = wanted
    if club.kind in SENSITIVE_KINDS:
        club.listed = False
