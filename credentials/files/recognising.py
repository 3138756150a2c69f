"""What a file is, by its first bytes. Its name and what the sender calls it count for nothing (case UP-02)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from credentials.files.refused import FileRefused

Kind = Literal["photo", "pdf", "audio"]

# Brands of ISO base media files that hold sound alone, and those that phones write for sound (ISO/IEC
# 14496-12).
_SOUND_BRANDS = frozenset({b"M4A ", b"M4B ", b"mp42", b"mp41", b"isom", b"iso2", b"iso5", b"iso6", b"dash"})


@dataclass(frozen=True)
class Recognised:
    """`kind` of evidence and the media type to serve it as."""

    kind: Kind
    content_type: str


def recognise(content: bytes) -> Recognised:
    """Raises FileRefused FILE_EMPTY, or FILE_TYPE for anything that is not clearly one of ours."""
    if not content:
        raise FileRefused("FILE_EMPTY")
    found = _photo(content) or _pdf(content) or _audio(content)
    if found is None:
        raise FileRefused("FILE_TYPE")
    return found


def _photo(content: bytes) -> Recognised | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Recognised("photo", "image/png")
    if content.startswith(b"\xff\xd8\xff"):
        return Recognised("photo", "image/jpeg")
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return Recognised("photo", "image/webp")
    return None


def _pdf(content: bytes) -> Recognised | None:
    return Recognised("pdf", "application/pdf") if content.startswith(b"%PDF-") else None


def _audio(content: bytes) -> Recognised | None:
    if content[4:8] == b"ftyp" and content[8:12] in _SOUND_BRANDS:
        return Recognised("audio", "audio/mp4")
    if content.startswith(b"OggS\x00"):
        return Recognised("audio", "audio/ogg")
    if content.startswith(b"\x1aE\xdf\xa3") and b"webm" in content[:64]:
        return Recognised("audio", "audio/webm")
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return Recognised("audio", "audio/wav")
    if content.startswith(b"ID3"):
        return Recognised("audio", "audio/mpeg")
    return _framed_audio(content)


def _framed_audio(content: bytes) -> Recognised | None:
    """MPEG audio and ADTS have only a sync word of 11 or 12 bits: the fields behind it must make sense too."""
    if len(content) < 4 or content[0] != 0xFF:
        return None
    if content[1] & 0xF6 == 0xF0:
        return Recognised("audio", "audio/aac")
    version, layer = content[1] >> 3 & 3, content[1] >> 1 & 3
    bitrate, rate = content[2] >> 4, content[2] >> 2 & 3
    if content[1] & 0xE0 == 0xE0 and version != 1 and layer == 1 and bitrate not in (0, 15) and rate != 3:
        return Recognised("audio", "audio/mpeg")
    return None
