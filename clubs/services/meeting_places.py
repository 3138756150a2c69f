"""Where a club meets: a spot of the club's own, never a person's position."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from events.models import Place
from events.place_plans import PlacePlan
from events.services.places import keep_place
from people.models import Group


def meeting_place_of(written: Mapping[str, Any], group: Group) -> Place | None:
    """The club's place as it is written (name, town and perhaps address, voivodeship, lat, lon, accessibility).

    None when name and town are empty. Raises Refusal about the place, as planning an event does.
    """
    given = {name: value for name, value in written.items() if value is not None}
    if not given.get("name", "").strip() and not given.get("town", "").strip():
        return None
    return keep_place(PlacePlan(**{"name": "", "town": "", **given}), group)
