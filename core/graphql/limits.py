"""What one request may ask for.

The defaults are published (`docs/limits.md`); `settings.GRAPHQL_LIMITS` changes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes or characters, times in seconds;

    a node is an object in the answer, a field a value in one.
    """

    body_bytes: int = 64 * 1024
    nesting: int = 32
    characters: int = 10_000
    tokens: int = 600
    depth: int = 10
    aliases: int = 30
    root_fields: int = 10
    fragments: int = 20
    # The same name in one selection: validation compares each with each.
    repeats: int = 20
    nodes: int = 2_000
    fields: int = 10_000
    nodes_a_point: int = 40
    points: int = 1_000
    points_a_second: int = 50
    points_for_nonsense: int = 5
    statements: int = 60
    seconds: float = 10.0
    answer_bytes: int = 1_000_000

    @classmethod
    def from_settings(cls) -> Limits:
        """The defaults with what `settings.GRAPHQL_LIMITS` changes.

        Raises TypeError for a name that is no limit.
        """
        changed: dict[str, Any] = getattr(settings, "GRAPHQL_LIMITS", {})
        return cls(**changed)

    def points_of(self, nodes: int) -> int:
        """What a request of so many nodes costs: one point, and one more for every `nodes_a_point`."""
        return 1 + nodes // self.nodes_a_point
