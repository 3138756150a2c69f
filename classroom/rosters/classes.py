"""Names of school classes: `2 b`, `2B LO` and `II b` are all `2B`."""

import re
from dataclasses import dataclass

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_WORDS_BEFORE = re.compile(
    r"^(?:klas[ayęie]{1,2}|kl|oddział|oddziału|class|form|клас|кл)\b[.:]?\s*", re.IGNORECASE
)
_SCHOOL_TYPE = re.compile(
    r"\s+(?:LO|ALO|CLO|SLO|LP|T|TE|BS|BS1|BS2|BSI|BSII|BS I|BS II|SP|ZSZ|лiцей|ліцей)$", re.IGNORECASE
)
_LEVEL_AND_LETTERS = re.compile(r"(VIII|VII|VI|IV|V|III|II|I|[1-8])[\s./_-]*([^\W\d_]{1,4})", re.IGNORECASE)
_IN_A_TITLE = re.compile(r"(?<!\w)([1-8]\s?[^\W\d_]{1,2})(?!\w)")
_SPELT_WITH_CLASS = re.compile(r"\b(?:klas|oddzia|class|клас)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClassName:
    """`name` as the portal writes it; `level` and `letter` are None for one named otherwise ("Grupa A")."""

    name: str
    level: int | None = None
    letter: str | None = None


def read_class_name(text: str) -> ClassName | None:
    """The class a cell names, or None when the cell is blank.

    A school's type after the name ("2B LO") is left off only when a space stands before it: "2T" is a class.
    """
    written = " ".join(text.split())
    if not written:
        return None
    bare = _SCHOOL_TYPE.sub("", _WORDS_BEFORE.sub("", written)).strip()
    match = _LEVEL_AND_LETTERS.fullmatch(bare)
    if match is None:
        return ClassName(written)
    level = _ROMAN.get(match.group(1).upper()) or int(match.group(1))
    letter = match.group(2).upper()
    return ClassName(f"{level}{letter}", level, letter)


def looks_like_class(text: str) -> bool:
    """Whether a cell can only be the name of a class."""
    name = read_class_name(text)
    return name is not None and name.level is not None and any(character.isdigit() for character in text)


def class_in_title(text: str) -> str | None:
    """The class a title line speaks of ("Lista uczniów klasy 2C" → "2C"), if it speaks of one."""
    if looks_like_class(text):
        name = read_class_name(text)
        return name.name if name else None
    if not _SPELT_WITH_CLASS.search(text):
        return None
    match = _IN_A_TITLE.search(text)
    name = read_class_name(match.group(1)) if match else None
    return name.name if name else None
