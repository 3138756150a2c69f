"""The words of the map's script: it carries no catalogue of its own."""

from __future__ import annotations

from django.utils.translation import gettext as _


def map_words() -> dict[str, str]:
    """In the active language; `{…}` is filled in by the script."""
    return {
        "map": _("Map of events"),
        "loading": _("Looking for events on the map…"),
        "failed": _("The map cannot be reached just now. The list is complete without it."),
        "retry": _("Try again"),
        "none": _("There are no events in this part of the map."),
        # Read aloud after the map has moved: a number follows.
        "shown": _("Events in this part of the map: {count}"),
        "zoomIn": _("Zoom in"),
        "zoomOut": _("Zoom out"),
        "close": _("Close"),
        "more": _("Details"),
        "here": _("Events here: {count}"),
        "approximate": _("The place is given roughly."),
        "clubs": _("Clubs"),
        "asking": _("Asking this device where it is…"),
        "denied": _("The device did not tell. Choose a town instead."),
        "nobodyNear": _("Nothing is planned within 60 km."),
        "kilometres": _("{count} km away"),
        "nearby": _("Near you"),
        "sources": _("Map: Natural Earth, GSHHG; towns: GeoNames"),
    }
