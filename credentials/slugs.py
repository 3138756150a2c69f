"""Short names for addresses, from what people write in Polish and Ukrainian."""

from __future__ import annotations

import unicodedata

from django.utils.crypto import get_random_string
from django.utils.text import slugify

LONGEST = 60

# Letters that do not fall apart into a Latin one and a mark.
_LATIN = str.maketrans(
    dict(zip("łŁабвгґдеєжзиіїйклмнопрстуфхцчшщьюя", [
        "l", "L", "a", "b", "v", "h", "g", "d", "e", "ie", "zh", "z", "y", "i", "i", "i", "k", "l", "m", "n", "o",
        "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "iu", "ia",
    ], strict=True))
)  # fmt: skip


def plain_slug(words: str) -> str:
    """Latin letters, digits and hyphens that sound like `words`; may be empty."""
    return slugify(unicodedata.normalize("NFKD", words.lower().translate(_LATIN)))[:LONGEST].strip("-")


def unguessable_slug(words: str, otherwise: str) -> str:
    """Readable, and with a few random letters, so that nobody finds it by guessing."""
    letters = get_random_string(6, "abcdefghjkmnpqrstvwxyz23456789")
    return f"{plain_slug(words) or otherwise}-{letters}"
