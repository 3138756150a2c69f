"""What a WebM says of itself (RFC 8794 EBML, RFC 9559 Matroska; the codings are those of the WebM guidelines)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

from cms.films.boxes import NotAFilm
from cms.films.mp4 import OtherCoding

_EBML, _DOC_TYPE = 0x1A45DFA3, 0x4282
_SEGMENT, _CLUSTER = 0x18538067, 0x1F43B675
_INFO, _SCALE, _DURATION = 0x1549A966, 0x2AD7B1, 0x4489
_TRACKS, _TRACK, _CODEC = 0x1654AE6B, 0xAE, 0x86
PLAYED = frozenset({"V_VP8", "V_VP9", "V_AV1", "A_OPUS", "A_VORBIS"})
_MOST_ELEMENTS = 2_000
# All that is read stands before the film itself.
_HEAD_BYTES = 256 * 1024


def read_webm(file: BinaryIO) -> int:
    """How many seconds it lasts, 0 where it does not say. Raises `NotAFilm` or `OtherCoding`."""
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    elements = iter(_elements(head, 0, len(head)))
    first, start, end = next(elements, (0, 0, 0))
    kinds = [head[inside:after] for name, inside, after in _elements(head, start, end) if name == _DOC_TYPE]
    if first != _EBML or kinds != [b"webm"]:
        raise NotAFilm("no head of a WebM")
    segment, start, end = next(elements, (0, 0, 0))
    if segment != _SEGMENT:
        raise NotAFilm("no segment")
    codings: list[str] = []
    seconds = 0
    for name, inside, after in _elements(head, start, end):
        if name == _CLUSTER:
            break
        if name == _INFO:
            seconds = _seconds({one: head[a:b] for one, a, b in _elements(head, inside, after)})
        elif name == _TRACKS:
            codings += _codings(head, inside, after)
    for coding in codings:
        if coding not in PLAYED:
            raise OtherCoding(coding)
    if not any(coding.startswith("V_") for coding in codings):
        raise NotAFilm("no picture")
    return seconds


def _codings(head: bytes, inside: int, after: int) -> Iterator[str]:
    for name, start, end in _elements(head, inside, after):
        if name == _TRACK:
            for field, a, b in _elements(head, start, end):
                if field == _CODEC:
                    yield head[a:b].decode("latin-1").rstrip("\0")


def _seconds(info: dict[int, bytes]) -> int:
    """The duration is a float counted in units of the scale, in nanoseconds (RFC 9559 §5.1.2)."""
    written = info.get(_DURATION, b"")
    scale = int.from_bytes(info.get(_SCALE, b""), "big") or 1_000_000
    if len(written) not in (4, 8):
        return 0
    (units,) = struct.unpack(">f" if len(written) == 4 else ">d", written)
    seconds = units * scale / 1e9
    return round(seconds) if 0 < seconds < 1e6 else 0


def _elements(head: bytes, place: int, end: int) -> Iterator[tuple[int, int, int]]:
    """(id, where the content begins, where it ends) of each element between two places, as far as it was read."""
    for _ in range(_MOST_ELEMENTS):
        if place >= min(end, len(head)):
            return
        name, place = _number(head, place, keep_mark=True, longest=4)
        size, place = _number(head, place, keep_mark=False, longest=8)
        after = end if size < 0 else min(place + size, end)
        yield name, place, after
        place = after


def _number(head: bytes, place: int, *, keep_mark: bool, longest: int) -> tuple[int, int]:
    """A number of variable length (RFC 8794 §4) and the place behind it; −1 for a size that is not known."""
    first = head[place] if place < len(head) else 0
    length = 9 - first.bit_length() if first else 9
    if length > longest or place + length > len(head):
        raise NotAFilm("no number where one has to be")
    whole = int.from_bytes(head[place : place + length], "big")
    if keep_mark:
        return whole, place + length
    value = whole - (1 << (7 * length))
    return (-1 if value == (1 << (7 * length)) - 1 else value), place + length
