"""What an MP4 says of itself: how it is coded, how long it is, and what it carries besides the film."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from cms.films.boxes import MOST_INDEX_BYTES, Box, Boxes, NotAFilm

# What every phone and browser of the last ten years plays: H.264 with AAC (or MP3 in the same box).
PLAYED = frozenset({"avc1", "avc3", "mp4a"})
# Words, places and people's names that phones and editing programs write beside the film; and room that is called
# empty, in which programs leave what stood there before.
_BESIDES = frozenset({"udta", "meta", "uuid", "free", "skip"})
# Picture, sound, and the clock of a camera. Drones and bicycle cameras write where they were into tracks of text.
_TRACKS = frozenset({"vide", "soun", "tmcd"})


class OtherCoding(Exception):
    """A film, but coded in a way that many phones do not play. The message is the coding's own name."""


class CarriesMore(Exception):
    """A film with a track besides picture and sound, such as where the camera was at every second."""


@dataclass(frozen=True)
class Mp4:
    """`seconds` 0 where the file does not say; `besides` are (place, bytes) of boxes that tell of who filmed where."""

    seconds: int
    besides: tuple[Box, ...]


def read_mp4(file: BinaryIO, size: int) -> Mp4:
    """Raises `NotAFilm`, `OtherCoding` or `CarriesMore`."""
    boxes = Boxes(file, size)
    top = list(boxes.inside(boxes.whole))
    if not top or top[0].kind != "ftyp" or top[-1].end != size:
        raise NotAFilm("no ftyp at the beginning, or more after the last box")
    indexes = [box for box in top if box.kind == "moov"]
    if len(indexes) != 1 or indexes[0].end - indexes[0].start > MOST_INDEX_BYTES:
        raise NotAFilm("not one index")
    index = indexes[0]
    besides = [box for box in top if box.kind in _BESIDES]
    seen = set()
    seconds = 0
    for box in boxes.inside(index):
        if box.kind == "mvhd":
            seconds = _seconds(boxes, box)
        elif box.kind == "trak":
            seen.add(_track(boxes, box))
            besides += [one for one in boxes.inside(box) if one.kind in _BESIDES]
        elif box.kind in _BESIDES:
            besides.append(box)
    if "vide" not in seen:
        raise NotAFilm("no picture")
    return Mp4(seconds, tuple(besides))


def _seconds(boxes: Boxes, box: Box) -> int:
    """ISO/IEC 14496-12 §8.2.2: version 1 counts in 64 bits. 0 also where the whole is not known yet."""
    if boxes.read(box.inside, 1) == b"\x01":
        scale, duration = struct.unpack(">IQ", boxes.read(box.inside + 20, 12))
        unknown = 2**64 - 1
    else:
        scale, duration = struct.unpack(">II", boxes.read(box.inside + 12, 8))
        unknown = 2**32 - 1
    return round(duration / scale) if scale and duration != unknown else 0


def _track(boxes: Boxes, track: Box) -> str:
    """The kind of a track, `vide` or `soun` or another, once it is known to play."""
    media = boxes.find(track, "mdia")
    handler = boxes.find(media, "hdlr")
    kind = boxes.read(handler.inside + 8, 4).decode("latin-1")
    if kind not in _TRACKS:
        raise CarriesMore
    if kind in ("vide", "soun"):
        described = boxes.find(media, "minf", "stbl", "stsd")
        # Eight bytes: version, flags, how many.
        coded = [one.kind for one in boxes.inside(described, skip=8)]
        for name in coded:
            if name not in PLAYED:
                raise OtherCoding(name)
        if not coded:
            raise NotAFilm("a track that does not say how it is coded")
    return kind


def blank(file: BinaryIO, besides: tuple[Box, ...]) -> None:
    """Turn boxes into empty room of the same length (`free`, §8.1.2), so that nothing else moves."""
    for box in besides:
        file.seek(box.start + 4)
        file.write(b"free")
        file.seek(box.inside)
        file.write(b"\0" * (box.end - box.inside))
