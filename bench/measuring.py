"""Measuring two things in turn, so that a noisy machine is noisy for both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Samples:
    """Wall and CPU times of one thing, in milliseconds."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.wall)

    @property
    def p95(self) -> float:
        return sorted(self.wall)[max(0, round(len(self.wall) * 0.95) - 1)]

    @property
    def cpu_median(self) -> float:
        return statistics.median(self.cpu)


@dataclass(frozen=True)
class Row:
    """One line of the table. `ratio` is product to floor by CPU time where there is a floor. Times in milliseconds."""

    scenario: str
    what: str
    median: float
    p95: float
    cpu: float
    floor: float | None
    ratio: float | None
    goal: str
    met: bool
    counted: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def timed(work: Callable[[], object], samples: Samples) -> object:
    """Run `work` once and note how long it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    answer = work()
    samples.wall.append((time.perf_counter() - wall) * 1000)
    samples.cpu.append((time.process_time() - cpu) * 1000)
    return answer


def in_turn(
    product: Callable[[], object], floor: Callable[[], object], *, rounds: int, warm_up: int = 2
) -> tuple[Samples, Samples]:
    """`rounds` of product and floor, one after the other; the first few are thrown away."""
    ours, bare = Samples(), Samples()
    for turn in range(rounds + warm_up):
        timed(product, ours if turn >= warm_up else Samples())
        timed(floor, bare if turn >= warm_up else Samples())
    return ours, bare


def row(
    scenario: str,
    what: str,
    ours: Samples,
    floor: Samples | None,
    *,
    goal: str,
    met: bool,
    counted: str = "",
) -> Row:
    base = floor.cpu_median if floor else None
    return Row(
        scenario,
        what,
        round(ours.median, 2),
        round(ours.p95, 2),
        round(ours.cpu_median, 2),
        round(base, 3) if base is not None else None,
        round(ours.cpu_median / base, 1) if base else None,
        goal,
        met,
        counted,
    )
