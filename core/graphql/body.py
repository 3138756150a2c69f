"""From the bytes of a request to what is asked, strictly: JSON as RFC 8259 has it and nothing that a
database may choke on.

Bounded before anything recursive runs: size, then nesting, then parsing.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

from core.graphql.faults import Fault
from core.graphql.limits import Limits

_STRUCTURE = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_KEYS = frozenset({"query", "documentId", "variables", "operationName", "extensions"})
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Asked:
    """One operation, by its text (`query`) or by the SHA-256 of a registered document (`document_id`)."""

    query: str | None = None
    document_id: str | None = None
    variables: dict[str, Any] = field(default_factory=dict)
    operation_name: str | None = None


def read_body(raw: bytes, limits: Limits) -> Asked:
    """What the bytes ask. Raises Fault BODY_TOO_LARGE, TOO_MANY_OPERATIONS (an array) or BAD_REQUEST."""
    if len(raw) > limits.body_bytes:
        raise Fault("BODY_TOO_LARGE")
    _check_nesting(raw, limits.nesting)
    try:
        body = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_only_once,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except (ValueError, RecursionError):
        raise Fault("BAD_REQUEST") from None
    if isinstance(body, list):
        raise Fault("TOO_MANY_OPERATIONS")
    if not isinstance(body, dict) or body.keys() - _KEYS:
        raise Fault("BAD_REQUEST")
    check_strings(body)
    return _asked(body)


def check_strings(value: object) -> None:
    """Raise Fault BAD_REQUEST if a text inside holds NUL or a lone surrogate.

    No database keeps them (security case GQ-09).
    """
    match value:
        case str():
            if "\0" in value or not _is_unicode(value):
                raise Fault("BAD_REQUEST")
        case dict():
            for key, one in value.items():
                check_strings(key)
                check_strings(one)
        case list():
            for one in value:
                check_strings(one)


def _asked(body: dict[str, Any]) -> Asked:
    query, document_id = body.get("query"), body.get("documentId")
    variables, name = body.get("variables"), body.get("operationName")
    if (query is None) == (document_id is None):
        raise Fault("BAD_REQUEST")
    if not isinstance(query, str | None) or not isinstance(name, str | None):
        raise Fault("BAD_REQUEST")
    if document_id is not None and not (isinstance(document_id, str) and _HASH.fullmatch(document_id)):
        raise Fault("BAD_REQUEST")
    if not isinstance(variables, dict | None):
        raise Fault("BAD_REQUEST")
    return Asked(query=query, document_id=document_id, variables=variables or {}, operation_name=name)


def _check_nesting(raw: bytes, most: int) -> None:
    depth = 0
    for token in _STRUCTURE.finditer(raw):
        match token[0][:1]:
            case b"[" | b"{":
                depth += 1
                if depth > most:
                    raise Fault("BAD_REQUEST")
            case b"]" | b"}":
                depth -= 1


def _only_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("a number too large")
    return number


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
