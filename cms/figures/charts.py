"""Where the bars of a chart stand, in units of its drawing. The numbers themselves are in the table below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cms.figures.report import Line

WIDTH = 320
ROW = 38
MOST_LETTERS = 38
COLUMN_HEIGHT = 100


@dataclass(frozen=True)
class Bar:
    """A line lying: as long as what was offered, its darker part what was held within the lesson."""

    label: str
    number: int
    y: int
    length: int
    part: int | None


@dataclass(frozen=True)
class Bars:
    height: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Column:
    """A term standing: as high as the percentage held within the lesson; None where it is not shown."""

    label: str
    x: int
    height: int | None
    percent: int | None

    @property
    def top(self) -> int:
        return COLUMN_HEIGHT - (self.height or 0)


def bars_of(lines: Sequence[Line]) -> Bars | None:
    """Lines with anything offered, the longest as wide as the drawing; None when there is nothing to compare."""
    lines = [line for line in lines if line.offered]
    if len(lines) < 2:
        return None
    longest = max(line.offered or 0 for line in lines)
    return Bars(
        height=len(lines) * ROW,
        bars=tuple(
            Bar(
                label=_short(line.label),
                number=line.offered or 0,
                y=number * ROW,
                length=round(WIDTH * (line.offered or 0) / longest),
                part=None if line.within_lesson is None else round(WIDTH * line.within_lesson / longest),
            )
            for number, line in enumerate(lines)
        ),
    )


def columns_of_terms(lines: Sequence[Line], labels: Sequence[str]) -> tuple[Column, ...]:
    """From the earliest to the latest; empty when no percentage may be shown."""
    if all(line.lesson_rate is None for line in lines):
        return ()
    step = WIDTH // len(lines)
    return tuple(
        Column(
            label=label,
            x=step * number,
            height=None if line.lesson_rate is None else round(COLUMN_HEIGHT * line.lesson_rate / 100),
            percent=line.lesson_rate,
        )
        for number, (line, label) in enumerate(reversed(list(zip(lines, labels, strict=True))))
    )


def _short(label: str) -> str:
    return label if len(label) <= MOST_LETTERS else f"{label[: MOST_LETTERS - 1].rstrip()}…"
