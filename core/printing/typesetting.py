"""Setting a page: a template of ours, words as data, pictures as bytes. What people wrote is never code, because the
template reads it from JSON.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

from core.printing.letters import FONTS, all_drawable

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

HOUSE = Path(__file__).parent / "house.typ"
# Level A: every part is tagged with what it is (ISO 19005-3 §4, ISO 14289-1 §5).
STANDARDS: tuple[PDFStandard, ...] = ("a-3a", "ua-1")
AT_ONCE = 2
MOST_WAIT = 5.0
_places = BoundedSemaphore(AT_ONCE)


class PressBusy(Exception):
    """Too many pages are being set just now."""


@dataclass(frozen=True)
class Attached:
    """A file inside the page's file, found by its name."""

    name: str
    content: bytes
    media_type: str
    description: str


@dataclass(frozen=True)
class Sheet:
    """What is printed. `words` are data for JSON; `pictures` are SVG, PNG, JPEG or WebP by file name."""

    template: Path
    title: str
    language: str
    dated: datetime
    words: Mapping[str, Any]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    attached: Attached | None = None


def typeset(sheet: Sheet, *, patience: float = MOST_WAIT) -> bytes:
    """The PDF. Same sheet, same bytes. Raises PressBusy when it waits longer than `patience` seconds for its turn.

    Takes some tens of milliseconds of a processor, so callers throttle it.
    """
    if not _places.acquire(timeout=patience):
        raise PressBusy
    try:
        return _set(sheet)
    finally:
        _places.release()


def _set(sheet: Sheet) -> bytes:
    # Loaded when the first page is printed: most processes never print.
    from typst import Compiler

    day = sheet.dated
    words = {
        **all_drawable(dict(sheet.words)),
        "title": all_drawable(sheet.title),
        "lang": sheet.language,
        "dated": [day.year, day.month, day.day],
        "attached": _said(sheet.attached),
    }
    with tempfile.TemporaryDirectory(prefix="kotylion-print-") as name:
        folder = Path(name)
        (folder / "house.typ").write_bytes(HOUSE.read_bytes())
        (folder / "page.typ").write_bytes(sheet.template.read_bytes())
        (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
        for file, content in sheet.pictures.items():
            (folder / Path(file).name).write_bytes(content)
        if sheet.attached is not None:
            (folder / "attached").write_bytes(sheet.attached.content)
        compiler = Compiler(input=folder / "page.typ", root=folder, font_paths=_fonts())
        printed = compiler.compile(
            format="pdf", pdf_standards=list(STANDARDS), timestamp=int(day.timestamp())
        )
    if not isinstance(printed, bytes):
        raise TypeError("a page of paper is one file")
    return printed


def _said(attached: Attached | None) -> dict[str, str] | None:
    if attached is None:
        return None
    return {"name": attached.name, "type": attached.media_type, "about": attached.description}


@lru_cache(maxsize=1)
def _fonts() -> Fonts:
    """The product's own faces and no others, so that every machine prints the same."""
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
