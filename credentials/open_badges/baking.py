"""A credential inside its picture (Open Badges 3.0, §5.3): PNG by chunk surgery, SVG by one element.

The pixels are never touched or decoded. A document that stands in the picture already is replaced, never
doubled.
"""

import json
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import quoteattr

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from .structure import MAX_BYTES, Unreadable

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"openbadgecredential"
NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"
MAX_PICTURE_BYTES = 5 * 1024 * 1024
MAX_CHUNKS = 20_000

_SVG_OPENING = re.compile(rb"<svg(?=[\s>/])[^>]*?(/?)>")
_PREFIX = re.compile(rb"""\sxmlns:openbadges\s*=\s*("[^"]*"|'[^']*')""")
_ELEMENT = re.compile(
    rb"<openbadges:credential\b[^>]*/>|<openbadges:credential\b[^>]*>.*?</openbadges:credential\s*>",
    re.DOTALL,
)


def bake_png(picture: bytes, document: str) -> bytes:
    """The PNG with one uncompressed ``iTXt`` chunk ``openbadgecredential``, right after the header.

    ``document`` is the JSON text, or a compact JWS. Raises ``Unreadable`` when the picture is not a whole
    PNG.
    """
    text = KEYWORD + b"\0\0\0\0\0" + document.encode()
    chunk = struct.pack(">I", len(text)) + b"iTXt" + text + struct.pack(">I", zlib.crc32(b"iTXt" + text))
    parts = [PNG_SIGNATURE]
    for kind, start, end in _chunks(picture):
        if kind != b"iTXt" or not picture.startswith(KEYWORD + b"\0", start + 8):
            parts.append(picture[start:end])
        if kind == b"IHDR":
            parts.append(chunk)
    return b"".join(parts)


def extract_png(picture: bytes) -> str | None:
    """The text baked into a PNG, or ``None`` when there is none.

    Raises ``Unreadable``: ``not_png``, ``too_large``, ``baked_twice``, ``baked_badly``.
    """
    found = None
    for kind, start, end in _chunks(picture):
        content = picture[start + 8 : end - 4]
        if kind != b"iTXt" or not content.startswith(KEYWORD + b"\0"):
            continue
        if found is not None:
            raise Unreadable("baked_twice")
        if zlib.crc32(kind + content) != int.from_bytes(picture[end - 4 : end], "big"):
            raise Unreadable("baked_badly")
        found = _text_of(content[len(KEYWORD) + 1 :])
    return found


def bake_svg(picture: bytes, document: str) -> bytes:
    """The SVG with one ``<openbadges:credential>`` directly after ``<svg>``: CDATA for JSON, ``verify`` for a
    JWS.

    For drawings of our own: their root element is found by its text. Raises ``Unreadable`` when there is
    none.
    """
    picture = _ELEMENT.sub(b"", picture)
    opening = _SVG_OPENING.search(picture)
    if opening is None or opening[1]:
        raise Unreadable("not_svg")
    tag = opening[0]
    if not _PREFIX.search(tag):
        tag = tag.replace(b"<svg", f'<svg xmlns:openbadges="{NAMESPACE}"'.encode(), 1)
    if document.lstrip().startswith("{"):
        # Both can stand only inside a text of the JSON, where an escape means the same.
        inside = document.replace("]]>", "]]\\u003e").replace("</openbadges:", "\\u003c/openbadges:")
        element = f"<openbadges:credential><![CDATA[{inside}]]></openbadges:credential>"
    else:
        element = f"<openbadges:credential verify={quoteattr(document)}/>"
    return picture[: opening.start()] + tag + element.encode() + picture[opening.end() :]


def extract_svg(picture: bytes) -> str | None:
    """The text baked into an SVG, or ``None``. The document is read, never rendered; entities and DTDs are
    refused.

    Raises ``Unreadable``: ``not_svg``, ``too_large``, ``baked_twice``, ``baked_badly``.
    """
    if len(picture) > MAX_PICTURE_BYTES:
        raise Unreadable("too_large")
    reader = _SvgReader()
    try:
        parser = XMLParser(target=reader, forbid_dtd=True)
        for start in range(0, len(picture), 65_536):
            parser.feed(picture[start : start + 65_536])
        parser.close()
    except (SyntaxError, DefusedXmlException, ValueError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable("not_svg") from error
    return reader.found


def compact_json(document: dict[str, Any]) -> str:
    """The document as text without spaces, members in their order: the bytes that are stored, served and
    baked.
    """
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _chunks(picture: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of each chunk of a PNG. Raises ``Unreadable`` unless they fill it from IHDR to
    IEND.
    """
    if len(picture) > MAX_PICTURE_BYTES:
        raise Unreadable("too_large")
    if not picture.startswith(PNG_SIGNATURE + b"\0\0\0\rIHDR"):
        raise Unreadable("not_png")
    position, kind = len(PNG_SIGNATURE), b""
    for _ in range(MAX_CHUNKS):
        end = position + 12 + int.from_bytes(picture[position : position + 4], "big")
        if end > len(picture):
            break
        kind = picture[position + 4 : position + 8]
        yield kind, position, end
        if kind == b"IEND":
            return
        position = end
    raise Unreadable("not_png")


def _text_of(content: bytes) -> str:
    """The text of an iTXt chunk after its keyword; a compressed one is unpacked within bounds."""
    if len(content) < 2:
        raise Unreadable("baked_badly")
    compressed, rest = content[0], content[2:].split(b"\0", 2)
    if len(rest) != 3 or compressed > 1:
        raise Unreadable("baked_badly")
    text = rest[2]
    try:
        if compressed:
            inflator = zlib.decompressobj()
            text = inflator.decompress(text, MAX_BYTES)
            if inflator.unconsumed_tail:
                raise Unreadable("too_large")
        return text.decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise Unreadable("baked_badly") from error


class _SvgReader:
    """Receives the parser's events and keeps the one credential."""

    def __init__(self) -> None:
        self.found: str | None = None
        self._depth = 0
        self._inside: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > 200:
            raise Unreadable("too_large")
        if self._depth == 1 and tag not in {"svg", "{http://www.w3.org/2000/svg}svg"}:
            raise Unreadable("not_svg")
        if tag != f"{{{NAMESPACE}}}credential":
            return
        if self.found is not None or self._inside is not None:
            raise Unreadable("baked_twice")
        self._inside = []
        if "verify" in attributes:
            self.found = attributes["verify"]

    def data(self, text: str) -> None:
        if self._inside is not None:
            self._inside.append(text)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._inside is not None and tag == f"{{{NAMESPACE}}}credential":
            text = "".join(self._inside).strip()
            self._inside = None
            if self.found is None:
                if not text:
                    raise Unreadable("baked_badly")
                self.found = text

    def close(self) -> None:
        return None
