"""Measuring two things in turn, so that a noisy machine is noisy for both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Samples:
    """Wall times of one thing, and CPU times of the process that did it, in milliseconds."""

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
    cpu: float | None
    floor: float | None
    ratio: float | None
    goal: str
    met: bool
    counted: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def timed(work: Callable[[], Any], samples: Samples) -> Any:
    """Run `work` once and note how long it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    answer = work()
    samples.wall.append((time.perf_counter() - wall) * 1000)
    samples.cpu.append((time.process_time() - cpu) * 1000)
    return answer


def in_turn(*works: Callable[[], object], rounds: int, warm_up: int = 2) -> list[Samples]:
    """`rounds` of all `works`, one after the other; the first few are thrown away."""
    found = [Samples() for _ in works]
    for turn in range(rounds + warm_up):
        for work, samples in zip(works, found, strict=True):
            timed(work, samples if turn >= warm_up else Samples())
    return found


def row(
    scenario: str,
    what: str,
    ours: Samples,
    floor: Samples | None = None,
    *,
    goal: str,
    met: bool,
    counted: str = "",
) -> Row:
    """A line from samples; floor and ratio are CPU time."""
    cpu = ours.cpu_median if ours.cpu else None
    base = floor.cpu_median if floor and floor.cpu else None
    return Row(
        scenario,
        what,
        round(ours.median, 3),
        round(ours.p95, 3),
        None if cpu is None else round(cpu, 3),
        None if base is None else round(base, 4),
        round(cpu / base, 1) if cpu is not None and base else None,
        goal,
        met,
        counted,
    )
