"""snake_case inside, camelCase on the wire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def camel(name: str) -> str:
    """ "step_id" → "stepId"; a name with dots keeps its dots."""
    head, *rest = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in rest)


def camel_keys(mapping: Mapping[str, Any]) -> dict[str, Any]:
    """The same mapping with camelCase keys; values stay as they are."""
    return {camel(key): value for key, value in mapping.items()}
