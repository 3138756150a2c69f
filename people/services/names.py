"""Names as people write them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal
from core.text import clean_text


def cleaned_name(value: str, *, field: str) -> str:
    """A name in one line of at most 80 characters. Refuses an empty one and one without a single letter."""
    name = clean_text(value, limit=80, multiline=False, field=field, required=True)
    if not any(letter.isalpha() for letter in name):
        raise Refusal("NAME_WITHOUT_LETTERS", _("A name needs at least one letter."), field)
    return name
