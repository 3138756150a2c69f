"""What the colours of the design are called when two of them are too close."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.look.contrast import Shortfall

_NAMES: dict[str, str | Promise] = {
    "ground": gettext_lazy("the background of pages"),
    "surface": gettext_lazy("the background of cards"),
    "sunken": gettext_lazy("a sunken background"),
    "ink": gettext_lazy("text"),
    "ink-quiet": gettext_lazy("quiet text"),
    "line-strong": gettext_lazy("the edge of a field"),
    "primary": gettext_lazy("the main colour"),
    "primary-strong": gettext_lazy("the main colour of a pressed button"),
    "on-primary": gettext_lazy("text on a button"),
    "primary-soft": gettext_lazy("a soft background in the main colour"),
    "primary-ink": gettext_lazy("a link"),
    "done": gettext_lazy("the colour of what is done"),
    "review": gettext_lazy("the colour of what waits"),
    "attention": gettext_lazy("the colour of what needs attention"),
    "danger": gettext_lazy("the colour of a warning"),
}


def in_words(found: Shortfall) -> str:
    """One sentence: which two, in which theme, how far apart, how far they should be."""
    words = {
        "one": name_of(found.one),
        "one_colour": found.one_colour,
        "other": name_of(found.other),
        "other_colour": found.other_colour,
        "ratio": f"{found.ratio:.2f}",
        "least": f"{found.least:.1f}",
    }
    if found.theme == "light":
        return _(
            "Light theme: %(one)s (%(one_colour)s) and %(other)s (%(other_colour)s) are %(ratio)s : 1 apart; "
            "at least %(least)s : 1 is needed."
        ) % words  # fmt: skip
    return _(
        "Dark theme: %(one)s (%(one_colour)s) and %(other)s (%(other_colour)s) are %(ratio)s : 1 apart; "
        "at least %(least)s : 1 is needed."
    ) % words  # fmt: skip


def name_of(token: str) -> str:
    """The colour's name in the active language; of a family ("review-soft") the family's."""
    if token in _NAMES:
        return str(_NAMES[token])
    family = token.removeprefix("on-").partition("-")[0]
    return str(_NAMES.get(family, _NAMES["ground"]))
