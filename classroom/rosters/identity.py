"""When two names are the same name."""

import unicodedata

_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ`´"))


def name_key(family_name: str, given_name: str) -> tuple[str, str]:
    """Family and given name for comparison: case, punctuation and spaces do not count, diacritics do."""
    return _comparable(family_name), _comparable(given_name)


def words_key(family_name: str, given_name: str) -> tuple[str, ...]:
    """The words of a name in no order: equal for one person however the name was split."""
    return tuple(sorted(" ".join(name_key(family_name, given_name)).split()))


def _comparable(name: str) -> str:
    lowered = unicodedata.normalize("NFC", name).casefold().translate(_APOSTROPHES)
    return " ".join("".join(character if character.isalnum() else " " for character in lowered).split())
