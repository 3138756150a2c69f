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
_SPACES = re.compile(r"[^\S\n]+")


def clean_text(
    value: str, *, limit: int = 2000, multiline: bool = True, field: str = "", required: bool = False
) -> str:
    """`value` in Unicode NFC, without surrounding white space and with `\\n` as the only line end.

    Tabs become spaces; with `multiline=False` line ends do too. `limit` counts code points after that.
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
        text = unicodedata.normalize("NFC", text)
        text = (text if multiline else _SPACES.sub(" ", text.replace("\n", " "))).strip()
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
