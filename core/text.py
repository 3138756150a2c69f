"""Free text of people, made safe to keep: one normal form, no invisible controls, a length."""

from __future__ import annotations

import re
import unicodedata

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core.refusals import Refusal

# C0 but newline, DEL and C1, lone surrogates, marks that reorder what is read (Unicode TR 36 §2),
# noncharacters.
_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)
# Marks without a sign of their own that come along when somebody copies from a page; two names that differ by one
# look alike. Joiners stay, because pictures made of several signs (a scientist, a family) need them.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]")
# Letters and signs that draw nothing: fillers of Hangul, the empty pattern of Braille.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_SPACES = re.compile(r"[^\S\n]+")


def clean_text(
    value: str, *, limit: int = 2000, multiline: bool = True, field: str = "", required: bool = False
) -> str:
    """`value` in Unicode NFC, without surrounding white space and with `\\n` as the only line end.

    Tabs become spaces; with `multiline=False` line ends do too. Marks that nobody sees are left out, and a text in
    which nothing can be seen is an empty one. `limit` counts code points after that.
    Raises Refusal TEXT_CONTROL, TEXT_TOO_LONG or (with `required`) TEXT_EMPTY, about `field`.
    """
    text = value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if _FORBIDDEN.search(text):
        raise Refusal(
            "TEXT_CONTROL",
            _("The text holds signs that cannot be seen. Type it again instead of pasting it."),
            field,
        )
    # A text far beyond the limit is refused before any work is done on it.
    if len(text) <= limit * 4:
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
        text = (text if multiline else _SPACES.sub(" ", text.replace("\n", " "))).strip()
        text = text if _shows_something(text) else ""
    if len(text) > limit:
        raise Refusal(
            "TEXT_TOO_LONG",
            ngettext_lazy(
                "This is too long: at most %(limit)d character fits.",
                "This is too long: at most %(limit)d characters fit.",
                "limit",
            ),
            field,
            limit=limit,
        )
    if required and not text:
        raise Refusal("TEXT_EMPTY", _("Write something here."), field)
    return text


def _shows_something(text: str) -> bool:
    """Whether any sign of it can be seen: no control, no space, no mark that needs a letter before it."""
    return any(sign not in _BLANK and unicodedata.category(sign)[0] not in "CMZ" for sign in text)
