"""A grade for people to read, with the decimal sign of their language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from credentials.scales import Scale
from credentials.workload import plainly


def result_in_words(scale: Mapping[str, Any] | None, value: str) -> str:
    """A grade together with what it is out of: `4 (2–6)`, `85%`, `42,5 / 50`; "" without one."""
    known = Scale.from_json(scale) if value else None
    if known is None:
        return value
    match known.kind:
        case "percent":
            return f"{plainly(Decimal(value))}%"
        case "points":
            return f"{plainly(Decimal(value))} / {plainly(known.most)}"
    return f"{value} ({known.values[0]}–{known.values[-1]})"
