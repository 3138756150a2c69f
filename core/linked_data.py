"""Words for machines inside a page: JSON-LD (https://www.w3.org/TR/json-ld11/, part 7) as a data block."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString, mark_safe

# What could end a script element or start markup inside it.
_INSIDE_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def linked_data_script(data: Mapping[str, Any]) -> SafeString:
    """JSON-LD for a data block of the page; nothing in it can leave the element."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_INSIDE_SCRIPT))  # noqa: S308 (escaped here)


def without_empty(data: Mapping[str, Any]) -> dict[str, Any]:
    """Without what nobody has said: None, "", [] and {}, at any depth."""
    cleaned = {
        key: without_empty(value) if isinstance(value, Mapping) else value for key, value in data.items()
    }
    return {key: value for key, value in cleaned.items() if value not in (None, "", [], {})}


def duration(hours: Decimal | None) -> str:
    """Hours in ISO 8601: 4.5 of them are `PT4H30M`."""
    if not hours:
        return ""
    minutes = round(hours * 60)
    return (
        "PT" + (f"{minutes // 60}H" if minutes >= 60 else "") + (f"{minutes % 60}M" if minutes % 60 else "")
    )
