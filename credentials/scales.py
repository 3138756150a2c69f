"""The scale of an achievement's grades, one at most (Open Badges 3.0 §C.11, ResultDescription). Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Literal

Kind = Literal["grades", "percent", "points"]
MOST_GRADES = 12
GRADE_LETTERS = 40
MOST_POINTS = Decimal(100_000)
# 5, 4+, 12,5, 85 %
_LOOKS_LIKE_A_GRADE = re.compile(r"\d{1,6}([.,]\d+)?\s*[%+-]?")


class NotOnScale(ValueError):
    """A value that the scale does not know, or a scale that nobody could use."""


class GradeProblem(StrEnum):
    """Why a badge is not given with what was said about its grade."""

    MISSING = "grade_missing"
    UNKNOWN = "grade_unknown"
    TOO_LOW = "grade_too_low"
    NO_SCALE = "grade_without_scale"


class GradeRefused(ValueError):
    def __init__(self, problem: GradeProblem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class Scale:
    """`values` from low to high for grades; `least` and `most` for numbers; `required` is the value without which the
    badge is not given, "" for none. Raises NotOnScale for a scale that nobody could use.
    """

    kind: Kind
    values: tuple[str, ...] = ()
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(100)
    required: str = ""

    def __post_init__(self) -> None:
        if self.kind == "grades":
            sound = 2 <= len(self.values) <= MOST_GRADES and len(set(self.values)) == len(self.values)
            sound = sound and all(0 < len(one) <= GRADE_LETTERS for one in self.values)
        else:
            sound = self.kind in ("percent", "points") and 0 <= self.least < self.most <= MOST_POINTS
        if not sound:
            raise NotOnScale("nobody could be graded by this")
        if self.required:
            self.read(self.required)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any] | None) -> Scale | None:
        """The scale as a version keeps it; None for none. Raises NotOnScale."""
        if not kept:
            return None
        required = kept.get("required") or ""
        match kept.get("kind"):
            case "grades":
                return cls("grades", tuple(kept.get("values") or ()), required=required)
            case "percent":
                return cls("percent", required=required)
            case "points":
                return cls("points", (), _number(kept.get("least")), _number(kept.get("most")), required)
        raise NotOnScale("unknown kind of scale")

    def as_json(self) -> dict[str, Any]:
        kept: dict[str, Any] = {
            "kind": self.kind,
            "required": self.read(self.required) if self.required else None,
        }
        if self.kind == "grades":
            return kept | {"values": list(self.values)}
        return kept | (
            {"least": plain_number(self.least), "most": plain_number(self.most)}
            if self.kind == "points"
            else {}
        )

    def read(self, text: str) -> str:
        """A value as it is kept; people write a comma too, and capitals. Raises NotOnScale."""
        value = text.strip()
        if self.kind == "grades":
            alike = [one for one in self.values if one.casefold() == value.casefold()]
            if value not in self.values and len(alike) != 1:
                raise NotOnScale(value)
            return value if value in self.values else alike[0]
        number = _number(value.removesuffix("%").strip())
        if not self.least <= number <= self.most:
            raise NotOnScale(value)
        return plain_number(number)

    def reaches(self, value: str) -> bool:
        """Whether a value that was read is enough for the badge."""
        if not self.required:
            return True
        if self.kind == "grades":
            return self.values.index(value) >= self.values.index(self.required)
        return Decimal(value) >= Decimal(self.read(self.required))

    def is_meant_by(self, text: str) -> bool:
        """Whether somebody who writes this beside a name means a grade, right or wrong."""
        known = self.kind == "grades" and any(one.casefold() == text.casefold() for one in self.values)
        return known or _LOOKS_LIKE_A_GRADE.fullmatch(text) is not None


def grade_on(scale: Scale | None, said: str) -> str:
    """What was said of somebody as it is kept; "" where nothing was, and nothing has to be. Raises GradeRefused."""
    if not said.strip():
        if scale is not None and scale.required:
            raise GradeRefused(GradeProblem.MISSING)
        return ""
    if scale is None:
        raise GradeRefused(GradeProblem.NO_SCALE)
    try:
        value = scale.read(said)
    except NotOnScale as error:
        raise GradeRefused(GradeProblem.UNKNOWN) from error
    if not scale.reaches(value):
        raise GradeRefused(GradeProblem.TOO_LOW)
    return value


def _number(value: Any) -> Decimal:
    try:
        number = Decimal(str(value).replace(",", ".")).quantize(Decimal("0.1"))
    except InvalidOperation as error:
        raise NotOnScale(str(value)) from error
    if not number.is_finite():
        raise NotOnScale(str(value))
    return number


def plain_number(number: Decimal) -> str:
    return format(number.normalize(), "f")
