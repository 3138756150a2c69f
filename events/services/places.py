"""Keeping the places where a group meets: written once, used again."""

from __future__ import annotations

import math

from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.text import clean_text
from events.enums import Accessibility, Precision, Voivodeship
from events.models import Place
from events.place_plans import PlacePlan
from events.towns import town_called
from people.models import Group

MOST_PLACES = 200


def keep_place(plan: PlacePlan, group: Group) -> Place:
    """The group's place of that name, town and address; made when there is none.

    Without degrees it lies somewhere in its town, if the town is known. Refuses degrees off the globe, unknown
    accessibility and more than 200 places.
    """
    name = clean_text(plan.name, limit=120, multiline=False, field="place", required=True)
    town = clean_text(plan.town, limit=80, multiline=False, field="place", required=True)
    address = clean_text(plan.address, limit=200, multiline=False, field="place")
    if plan.voivodeship and plan.voivodeship not in Voivodeship.values:
        raise Refusal("CHOICE_UNKNOWN", _("Choose one of the list."), "place")
    facts = _facts(plan)
    known = Place.objects.filter(group=group, name=name, town=town, address=address).first()
    if known is not None:
        if plan.accessibility is not None and known.accessibility != facts:
            known.accessibility = facts
            known.save(update_fields=["accessibility"])
        return known
    if Place.objects.filter(group=group).count() >= MOST_PLACES:
        raise Refusal("TOO_MANY_PLACES", _("Use one of the places you have already written down."), "place")
    lat, lon, precision, voivodeship = _position(plan, town)
    return Place.objects.create(
        group=group, name=name, town=town, address=address, voivodeship=voivodeship, lat=lat, lon=lon,
        precision=precision, accessibility=facts,
    )  # fmt: skip


def _facts(plan: PlacePlan) -> list[str]:
    wanted = list(dict.fromkeys(plan.accessibility or ()))
    if any(one not in Accessibility.values for one in wanted):
        raise Refusal("CHOICE_UNKNOWN", _("Choose one of the list."), "place")
    return wanted


def _position(plan: PlacePlan, town: str) -> tuple[float | None, float | None, str, str]:
    found = town_called(town, plan.voivodeship)
    voivodeship = plan.voivodeship or (found.voivodeship if found else "")
    if (plan.lat is None) != (plan.lon is None):
        raise Refusal("POSITION_INVALID", _("Write both degrees, or none."), "place")
    if plan.lat is not None and plan.lon is not None:
        on_the_globe = abs(plan.lat) <= 90 and abs(plan.lon) <= 180
        if not (math.isfinite(plan.lat) and math.isfinite(plan.lon) and on_the_globe):
            raise Refusal("POSITION_INVALID", _("There is no such point on the globe."), "place")
        # Five decimals are a metre: finer degrees would pretend to know more.
        return round(plan.lat, 5), round(plan.lon, 5), Precision.EXACT, voivodeship
    if found is not None:
        return found.lat, found.lon, Precision.TOWN, voivodeship
    return None, None, Precision.TOWN, voivodeship
