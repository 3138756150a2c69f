"""Photos made new from their pixels, so that nothing else of the file survives (cases UP-01 … UP-03).

Only three decoders are ever tried, each only on its own signature; size and number of frames are read from
the
header before a pixel is decoded.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from threading import BoundedSemaphore

from PIL import Image, ImageOps, UnidentifiedImageError

from credentials.files.refused import FileRefused

# The longest side that is kept: more is not needed to look at a poster or a sheet of paper.
LONGEST_SIDE = 2560
QUALITY = 85
_FORMATS = {"image/png": ("PNG",), "image/jpeg": ("JPEG",), "image/webp": ("WEBP",)}
# The chunks of a PNG that its pixels need; text, profiles and previews never reach a decoder.
_PIXEL_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"eXIf"})
# A decoded photo takes up to 100 MB: two at a time are enough for any classroom.
_decoding = BoundedSemaphore(2)


@dataclass(frozen=True)
class Photo:
    """A clean picture: upright, without metadata, at most 2,560 pixels a side."""

    content: bytes
    content_type: str


def clean_photo(content: bytes, content_type: str, *, most_pixels: int) -> Photo:
    """The photo made new. Raises FileRefused FILE_TOO_LARGE (pixels), FILE_TYPE (moving), FILE_BROKEN."""
    if content_type == "image/png":
        content = b"".join(_pixel_chunks(content, most_pixels))
    try:
        with warnings.catch_warnings(), _decoding:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=_FORMATS[content_type]) as picture:
                _check(picture, most_pixels)
                return _made_new(picture)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise FileRefused("FILE_TOO_LARGE") from error
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        struct.error,
        EOFError,
        IndexError,
    ) as error:
        raise error if isinstance(error, FileRefused) else FileRefused("FILE_BROKEN") from error


def _check(picture: Image.Image, most_pixels: int) -> None:
    if picture.width * picture.height > most_pixels:
        raise FileRefused("FILE_TOO_LARGE")
    # Phones put a second, hidden picture behind a JPEG (MPO); only moving pictures are refused.
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise FileRefused("FILE_TYPE")


def _made_new(picture: Image.Image) -> Photo:
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    flat = upright.convert("RGBA" if "transparency" in upright.info or "A" in upright.getbands() else "RGB")
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = BytesIO()
    fresh = Image.new(flat.mode, flat.size, "white")
    fresh.paste(flat)
    # A JPEG has no ground that shines through.
    shines = fresh.mode == "RGBA" and fresh.getchannel("A").getextrema() != (255, 255)
    if picture.format == "PNG" or shines:
        fresh.save(out, "PNG")
        return Photo(out.getvalue(), "image/png")
    fresh.convert("RGB").save(out, "JPEG", quality=QUALITY)
    return Photo(out.getvalue(), "image/jpeg")


def _pixel_chunks(content: bytes, most_pixels: int) -> Iterator[bytes]:
    """The PNG with only what its pixels need (PNG specification, 3rd edition, §5)."""
    yield content[:8]
    position, size = 8, len(content)
    while position + 12 <= size:
        length = int.from_bytes(content[position : position + 4], "big")
        kind, end = content[position + 4 : position + 8], position + 12 + length
        if end > size:
            break
        if kind == b"IHDR":
            width, height = struct.unpack(">II", content[position + 8 : position + 16])
            if width * height > most_pixels:
                raise FileRefused("FILE_TOO_LARGE")
        if kind == b"acTL":
            raise FileRefused("FILE_TYPE")
        if kind in _PIXEL_CHUNKS:
            yield content[position:end]
        if kind == b"IEND":
            return
        position = end
    raise FileRefused("FILE_BROKEN")
