"""A key by which names stand in the order of their own alphabet, whatever the database compares by. Pure."""

from __future__ import annotations

LONGEST = 60
# “ą” after every word with “a” there: `{` is the next sign after `z`; the same for what follows “я”.
_POLISH = {letter: f"{plain}{{" for letter, plain in zip("ąćęłńóśź", "acelnosz", strict=True)} | {"ż": "z|"}
_UKRAINIAN = {"ґ": "гѐ", "є": "еѐ", "і": "иѐ", "ї": "иё", "ь": "щѐ"}
_KEYS = _POLISH | _UKRAINIAN


def order_key(name: str) -> str:
    """At most 60 signs; digits first, then Latin letters, then Cyrillic ones."""
    words = (sign for sign in name.casefold() if sign.isalnum() or sign == " ")
    return "".join(_KEYS.get(sign, sign) for sign in words).strip()[:LONGEST]
