"""What an XLSX archive may be before anything of it is opened as a spreadsheet.

An XLSX file is a ZIP archive of XML parts (ECMA-376 part 2). Sizes are judged from the archive's directory,
every XML part is then read once by a parser that refuses document types and entities, and the sheet's cells
are counted, so that a small file cannot become a large one.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from core.tables.issues import TableUnreadable, UnreadableCode
from core.tables.limits import Limits

# Drawings of comments (.vml) come in a form no XML parser takes; they are never opened.
_NOT_XML = (".bin", ".vml", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf")
_RATIO_COUNTS_FROM_BYTES = 100_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ParseError,
    ValueError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    OSError,
)


def guard_archive(data: bytes, limits: Limits) -> None:
    """Returns when the archive is a plain spreadsheet of decent size.

    Raises:
        TableUnreadable: `unpacks_too_big`, `entities`, `external_links`, `active_content`, `not_a_table`
            (another kind of document) or `spreadsheet_broken`.
    """
    refusal = _archive_refusal(data, limits)
    if refusal is not None:
        raise TableUnreadable(refusal)


def _archive_refusal(data: bytes, limits: Limits) -> UnreadableCode | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if _unpacks_too_big(parts, limits):
                return UnreadableCode.UNPACKS_TOO_BIG
            names = [part.filename for part in parts]
            if "xl/workbook.xml" not in names:
                return UnreadableCode.NOT_A_TABLE
            return _forbidden_part(names) or _forbidden_xml(archive, names)
    except _BROKEN:
        return UnreadableCode.SPREADSHEET_BROKEN


def _unpacks_too_big(parts: list[zipfile.ZipInfo], limits: Limits) -> bool:
    return (
        len(parts) > limits.parts
        or sum(part.file_size for part in parts) > limits.unpacked_bytes
        or any(
            part.file_size > _RATIO_COUNTS_FROM_BYTES
            and part.file_size > limits.unpacking_ratio * max(part.compress_size, 1)
            for part in parts
        )
    )


def _forbidden_part(names: list[str]) -> UnreadableCode | None:
    lowered = [name.lower() for name in names]
    if any(name.startswith("xl/externallinks/") or name == "xl/connections.xml" for name in lowered):
        return UnreadableCode.EXTERNAL_LINKS
    active = ("vbaproject.bin", "/embeddings/", "/activex/", "/macrosheets/", "/ctrlprops/")
    if any(word in name for name in lowered for word in active):
        return UnreadableCode.ACTIVE_CONTENT
    return None


def _forbidden_xml(archive: zipfile.ZipFile, names: list[str]) -> UnreadableCode | None:
    for name in names:
        if name.endswith("/") or name.lower().endswith(_NOT_XML):
            continue
        try:
            for tag, element in elements(archive, name):
                # A link in a cell (an e-mail address) is only text to us; anything else outside is not.
                outside = tag == "Relationship" and element.get("TargetMode") == "External"
                if outside and not element.get("Type", "").endswith("/hyperlink"):
                    return UnreadableCode.EXTERNAL_LINKS
                element.clear()
        except DefusedXmlException:
            return UnreadableCode.ENTITIES
    return None


def elements(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, Any]]:
    """(tag without namespace, element) for every element of a part as it closes; the caller empties them."""
    with archive.open(name) as part:
        for _, element in iterparse(part, events=("end",), forbid_dtd=True):
            yield element.tag.rpartition("}")[2], element
