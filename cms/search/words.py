"""From a text to the words that are kept for searching, and from a question to the words that answer it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from cms.search import ukrainian
from events.towns import folded as without_marks

MOST_WORDS = 8
# Endings of the locative before which the stem's last letter has softened: “debacie” stands for “debat-a”.
_SOFTENED = (("dzie", "d"), ("cie", "t"), ("rze", "r"))
# A word this short stands for no more than itself.
SHORTEST_BEGINNING = 3
_APOSTROPHES = re.compile("['’ʼ`´]")
_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# Words without which a question asks for the same.
_EMPTY = (
    "a albo ale co czy dla do i ich jak jest lub na nad nie o od oraz po pod przez przy się sie są sa to u w we "
    "z za ze że an and are as at by for from in is it of on or the to with "
    "або в він для до є з за й на не о от по про та те у це що як"
)
_EMPTY_WORDS = frozenset(_EMPTY.split())


@cache
def _snowball(language: str) -> Any:
    import snowballstemmer  # a start of the portal does not pay for its thirty languages

    return snowballstemmer.stemmer(language)


def folded(text: str) -> str:
    """Without diacritics, capitals and apostrophes: “Łódź” → “lodz”, “об’єднання” → “обєднання”."""
    return without_marks(_APOSTROPHES.sub("", text)).replace("ґ", "г")


@lru_cache(maxsize=65_536)
def stems(word: str, language: str) -> tuple[str, ...]:
    """What is kept of one word of a text. A Polish word gives two stems or three: of the word as it is written, of the
    word without its marks, because people leave the marks out when they search, and with a hard last letter.
    """
    plain = folded(word)
    if _CYRILLIC.search(plain):
        return (ukrainian.stem(plain),)
    if language == "pl":
        polish = _snowball("polish")
        hard = [plain.removesuffix(soft) + letter for soft, letter in _SOFTENED
                if plain.endswith(soft) and len(plain) > len(soft) + 2]  # fmt: skip
        return tuple(
            dict.fromkeys((folded(polish.stemWord(word.casefold())), polish.stemWord(plain), *hard[:1]))
        )
    return (_snowball("english").stemWord(plain),)


def kept_words(texts: Mapping[str, str]) -> str:
    """The words of the same text in several languages (`{"pl": …, "en": …}`), as the index keeps them."""
    return " ".join(
        stem for language, text in texts.items() for word in _words(text) for stem in stems(word, language)
    )


def asked_words(question: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a question the stems of which one has to be there: nobody says in which language they ask.
    At most eight words count.
    """
    words = list(dict.fromkeys(_words(question)))
    telling = [word for word in words if word.casefold() not in _EMPTY_WORDS] or words
    return tuple(_alternatives(word) for word in telling[:MOST_WORDS])


def _alternatives(word: str) -> tuple[str, ...]:
    found = [*stems(word, "pl"), *stems(word, "en")]
    plain = folded(word)
    # The plural's genitive, whose ending Snowball knows with its mark alone: “klubow” for “klubów”.
    if plain.endswith("ow") and len(plain) > 4:
        found.append(plain[:-2])
    unique = dict.fromkeys(found)
    # What begins like another one is found by it already.
    return tuple(
        one for one in unique
        if not any(other != one and len(other) >= SHORTEST_BEGINNING and one.startswith(other) for other in unique)
    )  # fmt: skip


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(_APOSTROPHES.sub("", text)):
        yield found.group()
