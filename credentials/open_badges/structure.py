"""Reading a stranger's JSON within bounds, before any JSON-LD processor sees it.

Canonicalising is paid for on input that nobody has vouched for yet: a few kilobytes can be made to cost
minutes. And what is signed is the *meaning* of the JSON, while we read its *spelling*: a member written as a
full address means the same to the signature and is invisible to us. So every member must be spelled as a
plain term. All refusals carry a stable ``code``.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_BYTES = 256 * 1024
MAX_DEPTH = 24
MAX_OBJECTS = 1_000
MAX_ARRAY = 256
MAX_TYPES = 8
MAX_CONTEXTS = 8

_TERM = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")
# Not @direction: RDF has no place for it, so no signature would cover it.
_VALUE_OBJECT = frozenset({"@value", "@language", "@type"})
_FORBIDDEN_CHARACTERS = re.compile("[\x00\ud800-\udfff]")


class Unreadable(ValueError):
    """The input is not a document we can judge; ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class _Place:
    value: Any
    depth: int
    key: str


def parse_document(content: bytes) -> dict[str, Any]:
    """Parse a JSON object of at most ``MAX_BYTES`` and check its structure.

    Raises ``Unreadable`` with a code of ``parse_object`` or of ``check_structure``.
    """
    document = parse_object(content)
    check_structure(document)
    return document


def parse_object(content: bytes) -> dict[str, Any]:
    """Parse a JSON object of at most ``MAX_BYTES`` that says each thing once.

    Raises ``Unreadable`` with ``too_large``, ``not_json``, ``duplicate_member`` or ``not_an_object``.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable("too_large")
    try:
        document = json.loads(content, object_pairs_hook=_without_duplicates, parse_constant=_no_constant)
    except Unreadable:
        raise
    except (ValueError, RecursionError) as error:
        raise Unreadable("not_json") from error
    if not isinstance(document, dict):
        raise Unreadable("not_an_object")
    return document


def check_structure(document: dict[str, Any]) -> None:
    """Refuse what is too deep or too big to judge, has no fixed spelling, or is empty where the standard
    wants a value.

    Codes: ``too_deep``, ``too_many_parts``, ``unplain_member``, ``empty_value``, ``bad_text``,
    ``nested_context``.
    """
    objects = 0
    for place in _walk(document):
        value = place.value
        if place.depth > MAX_DEPTH:
            raise Unreadable("too_deep")
        if isinstance(value, dict):
            objects += 1
            if objects > MAX_OBJECTS:
                raise Unreadable("too_many_parts")
            _check_members(value, top=value is document)
        elif isinstance(value, list):
            if len(value) > {"type": MAX_TYPES, "@context": MAX_CONTEXTS}.get(place.key, MAX_ARRAY):
                raise Unreadable("too_many_parts")
        elif value is None:
            raise Unreadable("empty_value")
        elif isinstance(value, str) and _FORBIDDEN_CHARACTERS.search(value):
            raise Unreadable("bad_text")


def _walk(document: dict[str, Any]) -> Iterator[_Place]:
    """Every value of the document, parents first, without recursion."""
    waiting = [_Place(document, 1, "")]
    while waiting:
        place = waiting.pop()
        yield place
        if place.key == "@context":
            continue  # whatever stands there is compared with the pinned addresses and never read
        if isinstance(place.value, dict):
            waiting += [_Place(value, place.depth + 1, key) for key, value in place.value.items()]
        elif isinstance(place.value, list):
            waiting += [_Place(value, place.depth + 1, "") for value in place.value]


def _check_members(value: dict[str, Any], *, top: bool) -> None:
    if "@value" in value:
        if not value.keys() <= _VALUE_OBJECT:
            raise Unreadable("unplain_member")
        return
    for key in value:
        if key == "@context":
            if not top:
                raise Unreadable("nested_context")
        elif not _TERM.match(key):
            raise Unreadable("unplain_member")


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Unreadable("duplicate_member")
    return members


def _no_constant(name: str) -> None:
    raise Unreadable("not_json")
