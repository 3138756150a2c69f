"""One range of bytes of a file (RFC 9110 §14)."""

from __future__ import annotations

import re

_ASKED = re.compile(
    r"bytes=(?:(?P<first>[0-9]{1,15})-(?P<last>[0-9]{1,15})?|-(?P<tail>[0-9]{1,15}))", re.ASCII
)


class OutsideTheFile(Exception):
    """A range of which no byte exists (§14.4)."""


def asked_range(written: str, size: int) -> tuple[int, int] | None:
    """First and last byte, both included, of a `Range` header about a file of `size` bytes.

    None when there is none, or none that we read: several ranges, other units, nonsense; the whole file is a
    right answer then (§14.2). Raises OutsideTheFile.
    """
    asked = _ASKED.fullmatch(written.strip())
    if asked is None:
        return None
    if asked["tail"] is not None:
        first, last = max(size - int(asked["tail"]), 0), size - 1
        empty = int(asked["tail"]) == 0
    else:
        first, last = int(asked["first"]), int(asked["last"] or size)
        if last < first:
            return None
        last, empty = min(last, size - 1), False
    if empty or first >= size:
        raise OutsideTheFile
    return first, last
