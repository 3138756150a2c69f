"""Names of people as lists write them: tidying, and telling a family name from a given name.

One column with a whole name is split only where nothing has to be guessed: a comma says it, or there are two
words and their order is known. Three or more words, or an order that the given names contradict, are for a
person to decide. A surname with a hyphen is one word (a Polish surname has at most two parts, joined by a
hyphen).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from classroom.rosters.headings import NameOrder
from classroom.rosters.issues import IssueCode
from classroom.rosters.wording import folded
from core.tables.limits import MAX_NAME_CHARACTERS

_HYPHEN = re.compile(r"(?<=\w)\s*[-‐‑‒–—−]\s*(?=\w)")
_NICKNAME = re.compile(r'\s*("[^"]*"|„[^”"]*[”"]|“[^”]*”|«[^»]*»|\([^)]*\))')
_SIGNS_IN_NAMES = frozenset(" -'’ʼ`´.,;\"„”“«»()")
_MOST_CHOICES = 10
# Nothing longer is a name; reading it all the same would take time that grows with its square.
_LONGEST_READ = 2 * MAX_NAME_CHARACTERS


@dataclass(frozen=True, slots=True)
class Split:
    """One way of reading a name."""

    family_name: str
    given_name: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The ways a name can be read, the likeliest first, and what a person has to decide, if anything."""

    choices: tuple[Split, ...]
    issue: IssueCode | None = None


class GivenNames:
    """A list of given names that answers whether a word is one; case and diacritics do not count.

    A name that is missing from the list says nothing.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = frozenset(word for name in names for word in folded(name).split())

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "GivenNames":
        """The names in a document like `content/given_names.json`: lists of names or of their spellings."""
        return cls(
            text for entries in document.values() if isinstance(entries, list) for text in _texts(entries)
        )

    def know(self, name: str) -> bool:
        """Whether every word of `name`, nicknames aside, is a given name."""
        words = folded(_NICKNAME.sub("", name)).split() if len(name) <= _LONGEST_READ else []
        return bool(words) and all(word in self._names for word in words)


def _texts(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, list | dict):
        for inner in entry.values() if isinstance(entry, dict) else entry:
            yield from _texts(inner)


def tidy_name(text: str) -> str:
    """`text` with single plain spaces, and a plain hyphen without spaces between the parts of a name.

    A cell that holds no more than a dash or a dot is blank.
    """
    name = _HYPHEN.sub("-", " ".join(text.split()))
    return name if any(character.isalnum() or character in "?\ufffd" for character in name) else ""


def name_problem(name: str) -> IssueCode | None:
    """Why `name` cannot be somebody's name, if it cannot."""
    if len(name) > MAX_NAME_CHARACTERS:
        return IssueCode.NAME_TOO_LONG
    if "?" in name or "\ufffd" in name:
        return IssueCode.CHARACTERS_LOST
    if all(character in _SIGNS_IN_NAMES or unicodedata.category(character)[0] in "LM" for character in name):
        return None
    return IssueCode.NOT_A_NAME


def mixes_alphabets(name: str) -> bool:
    """Whether one word of `name` has both Latin and Cyrillic letters, which look the same and are not."""
    for word in re.split(r"[\s-]+", name):
        latin = any(character.isalpha() and character < "\u0250" for character in word)
        if latin and any("\u0400" <= character <= "\u052f" for character in word):
            return True
    return False


def recased(name: str) -> tuple[str, IssueCode | None]:
    """`name` as it is normally written when it came in capitals or small letters alone, and which it was."""
    letters = [character for character in name if character.lower() != character.upper()]
    if len(letters) < 2:
        return name, None
    if all(map(str.isupper, letters)):
        return _capitalised(name), IssueCode.ALL_CAPS
    if all(map(str.islower, letters)):
        return _capitalised(name), IssueCode.ALL_LOWER_CASE
    return name, None


def _capitalised(name: str) -> str:
    # After an apostrophe a capital stands only where one letter is before it (O’Neil); Ukrainian В'юненко has
    # none.
    return re.sub(
        r"([^\W\d_])(?:(['’])([^\W\d_])(?=[^\W\d_]{2}))?([^\W\d_'’]*(?:['’][^\W\d_]+)*)",
        lambda part: (
            part[1].upper()
            + (part[2] + (part[3].upper() if part[1].upper() in "OD" else part[3].lower()) if part[2] else "")
            + part[4].lower()
        ),
        name,
    )


def order_in_column(names: Iterable[str], given_names: GivenNames) -> NameOrder:
    """The order that the two-word names of a column speak for; family name first when they are silent."""
    balance = 0
    for name in names:
        words = _words(name)
        if len(words) == 2:
            balance += given_names.know(words[1]) - given_names.know(words[0])
    return NameOrder.GIVEN_FIRST if balance < 0 else NameOrder.FAMILY_FIRST


def read_full_name(name: str, order: NameOrder, given_names: GivenNames) -> Reading:
    """The readings of a tidy, non-blank name that stands in one column; one word alone is a family name."""
    before, comma, after = (part.strip() for part in name.partition(","))
    if comma and before and after:
        return read_two_names(before, after, given_names)
    words = _words(name.replace(",", " "))
    if len(words) == 1:
        return Reading((Split(words[0], ""),))
    if len(words) == 2:
        family, given = words if order is NameOrder.FAMILY_FIRST else reversed(words)
        return read_two_names(family, given, given_names)
    return Reading(_likeliest_first(words, order, given_names), IssueCode.AMBIGUOUS_NAME_SPLIT)


def read_two_names(family: str, given: str, given_names: GivenNames) -> Reading:
    """The readings of a name whose parts are told apart, unless the given names contradict."""
    as_written = Split(family, given)
    if given and "-" not in family and given_names.know(family) and not given_names.know(given):
        return Reading((as_written, Split(given, family)), IssueCode.GIVEN_FAMILY_POSSIBLY_SWAPPED)
    return Reading((as_written,))


def _words(name: str) -> list[str]:
    """Words, a nickname in quotation marks or brackets kept with the word before it."""
    if len(name) > _LONGEST_READ:
        return [name]
    joined = _NICKNAME.sub(lambda match: "\x00" + match[1].replace(" ", "\x00"), name)
    return [word.replace("\x00", " ").strip() for word in joined.split()]


def _likeliest_first(words: list[str], order: NameOrder, given_names: GivenNames) -> tuple[Split, ...]:
    places = range(1, min(len(words), _MOST_CHOICES // 2 + 1))
    family_first = [Split(" ".join(words[:at]), " ".join(words[at:])) for at in places]
    given_first = [Split(" ".join(words[at:]), " ".join(words[:at])) for at in reversed(places)]
    usual, other = (
        (family_first, given_first) if order is NameOrder.FAMILY_FIRST else (given_first, family_first)
    )

    def likelihood(choice: Split) -> int:
        return (
            2 * given_names.know(choice.given_name)
            - 2 * given_names.know(choice.family_name)
            + ("-" in choice.family_name and " " not in choice.family_name)
            + (choice in usual)
        )

    return tuple(sorted(usual + other, key=likelihood, reverse=True)[:_MOST_CHOICES])
