"""Bytes of a text file → text, deciding the encoding from the content alone.

UTF-8 (with or without a byte-order mark) and UTF-16 are strict. What is neither is weighed among the one-byte
encodings that school programs write (Windows-1250, ISO 8859-2, Windows-1251) by how natural its words come
out.
"""

import codecs
import re
import unicodedata
from functools import cache

from core.tables.issues import TableUnreadable, UnreadableCode

_ONE_BYTE = ("cp1250", "iso-8859-2", "cp1251")
_AT_HOME = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻéÉáÁíÍöÖüÜäÄčČšŠžŽ–—„”“’…§°«»\xa0\xad•№")
_UKRAINIAN = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ")
_WORD = re.compile(r"[^\s;,\t\"|]+")
_STRANGENESS_REFUSED = 0.6


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the Python name of its encoding.

    Raises:
        TableUnreadable: `encoding_unknown` with the row of the first byte that fits nothing; `not_a_table`
            for bytes that are no text at all.
    """
    for mark, encoding, name in (
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
    ):
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding), name
    if guess := _utf_16_without_mark(data):
        return _strictly(data, guess), guess
    if data.count(0) * 10 > len(data):
        raise TableUnreadable(UnreadableCode.NOT_A_TABLE)
    bad = _first_undecodable(data, "utf-8")
    if bad is None:
        return data.decode("utf-8"), "utf-8"
    return _most_natural(data, bad)


def _strictly(data: bytes, encoding: str) -> str:
    bad = _first_undecodable(data, encoding)
    if bad is not None:
        raise TableUnreadable(UnreadableCode.ENCODING_UNKNOWN, row=_row_at(data, bad, encoding))
    return data.decode(encoding)


def _first_undecodable(data: bytes, encoding: str) -> int | None:
    """Offset of the first byte that does not fit. The decoder's own error is let go: it holds the file."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _row_at(data: bytes, offset: int, encoding: str) -> int:
    before = data[:offset].decode(encoding, "ignore")
    return max(before.count("\n"), before.count("\r")) + 1


def _utf_16_without_mark(data: bytes) -> str | None:
    sample = data[:2_000]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.6 * half and not sample[0::2].count(0):
        return "utf-16-le"
    if sample[0::2].count(0) > 0.6 * half and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _most_natural(data: bytes, first_bad: int) -> tuple[str, str]:
    best: tuple[float, str, str] | None = None
    for encoding in _ONE_BYTE:
        if _first_undecodable(data, encoding) is not None:
            continue
        text = data.decode(encoding)
        strange = _strangeness(text)
        if best is None or strange < best[0]:
            best = (strange, text, encoding)
    if best is None or best[0] > _STRANGENESS_REFUSED:
        raise TableUnreadable(UnreadableCode.ENCODING_UNKNOWN, row=_row_at(data, first_bad, "latin-1"))
    return best[1], best[2]


def _strangeness(text: str) -> float:
    """Mean strangeness of what is not ASCII: 0 for Polish and Ukrainian words, 3 for symbols in words."""
    total = count = 0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        latin = any("a" <= character.lower() <= "z" or character in _AT_HOME for character in word)
        before = ""
        for character in word:
            if not character.isascii():
                count += 1
                # KOI8 read as Windows-1251 turns every letter's case around.
                turned = before.islower() and character.isupper()
                total += 3 if turned else _weight(character, latin)
            before = character
    return total / count if count else 0.0


@cache
def _weight(character: str, among_latin: bool) -> int:
    if among_latin and "\u0400" <= character <= "\u04ff":
        return 3
    if character in _UKRAINIAN:
        return 0
    if character in _AT_HOME:
        return 0
    return 1 if unicodedata.category(character).startswith("L") else 3
