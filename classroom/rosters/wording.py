"""One spelling for comparing words: no case, no diacritics, no punctuation."""

import unicodedata

_STROKES = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ð": "d", "’": "'", "ʼ": "'", "`": "'", "´": "'"})
_LETTERS_OF_THEIR_OWN = frozenset("йї")


def folded(text: str) -> str:
    """`text` for comparison: casefolded, "ł" as "l", "ę" as "e", punctuation as spaces, spaces single.

    Cyrillic й and ї stay letters of their own; an apostrophe is dropped.
    """
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_STROKES).replace("'", "")
    letters: list[str] = []
    for character in lowered:
        base = character if character in _LETTERS_OF_THEIR_OWN else unicodedata.normalize("NFD", character)[0]
        letters.append(base if base.isalnum() else " ")
    return " ".join("".join(letters).split())
