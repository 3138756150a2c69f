"""MP4 as a tree of boxes (ISO/IEC 14496-12 §4.2), as far as a film on a page needs it read. Nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MOST_BOXES = 4_000
# `moov` is an index; that of a film of hours has less.
MOST_INDEX_BYTES = 16 * 1024 * 1024


class NotAFilm(Exception):
    """These bytes are no film that phones play; the words are for whoever reads the code."""


@dataclass(frozen=True)
class Box:
    """`kind` in four letters; where its header begins, where its content does and where it ends, in bytes."""

    kind: str
    start: int
    inside: int
    end: int


class Boxes:
    """Walks through the boxes of one file. Raises `NotAFilm` for what cannot be a file of boxes."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._left = MOST_BOXES
        self.whole = Box("file", 0, 0, size)

    def inside(self, box: Box, skip: int = 0) -> Iterator[Box]:
        """The boxes of a box, in order; `skip` bytes of its own fields first."""
        place = box.inside + skip
        while place + 8 <= box.end:
            self._left -= 1
            if self._left < 0:
                raise NotAFilm("boxes without end")
            size, kind = struct.unpack(">I4s", self.read(place, 8))
            header = 8
            if size == 1:
                (size,) = struct.unpack(">Q", self.read(place + 8, 8))
                header = 16
            elif size == 0:
                size = box.end - place
            if size < header or place + size > box.end:
                raise NotAFilm("a box larger than what holds it")
            yield Box(kind.decode("latin-1"), place, place + header, place + size)
            place += size

    def find(self, box: Box, *kinds: str) -> Box:
        """The first box along a way such as `mdia`, `minf`, `stbl`."""
        for kind in kinds:
            box = next((one for one in self.inside(box) if one.kind == kind), None) or _missing(kind)
        return box

    def read(self, place: int, count: int) -> bytes:
        self._file.seek(place)
        found = self._file.read(count)
        if len(found) != count:
            raise NotAFilm("it ends too early")
        return found


def _missing(kind: str) -> Box:
    raise NotAFilm(f"no {kind}")
