"""How much of everything a scenario takes: the sizes of performance.md, or tiny ones that only show it counts right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Counts of things, and how often each is measured. `seconds` is how long a rush lasts."""

    classes: int = 40
    students: int = 30
    steps: int = 20
    badges: int = 60
    rounds: int = 20
    many: int = 100
    history: int = 50
    board_students: int = 35
    board_steps: int = 40
    sockets: int = 1_000
    facts: int = 30
    requests: int = 3_000
    rush: int = 900
    rush_classes: int = 30
    at_once: int = 200
    seconds: float = 30.0
    import_rows: int = 1_000
    catalogue: int = 500
    catalogue_many: int = 50_000
    catalogue_events: int = 100_000
    map_few: int = 10_000
    map_many: int = 100_000
    growth: int = 10
    figures_classes: int = 500


FULL = Sizes()
TINY = Sizes(
    classes=3, students=4, steps=3, badges=20, rounds=2, many=8, history=8, board_students=4, board_steps=5,
    sockets=6, facts=2, requests=20, rush=8, rush_classes=2, at_once=4, seconds=0.5, import_rows=12, catalogue=30,
    catalogue_many=160, catalogue_events=40, growth=2, map_few=300, map_many=400,
    figures_classes=4,
)  # fmt: skip
