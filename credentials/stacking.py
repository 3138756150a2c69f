"""Stacking: what has to be held before a composite achievement is earned (credentials.md §2). Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Person = TypeVar("Person")


@dataclass(frozen=True)
class Requirement:
    """`all_of` slugs, and `count` out of `some_of`.

    With `distinct`, the counted ones have to differ from each other and from those of `all_of`: nothing
    counts twice.
    """

    all_of: frozenset[str] = frozenset()
    count: int = 0
    some_of: frozenset[str] = frozenset()
    distinct: bool = True

    @property
    def slugs(self) -> frozenset[str]:
        """Every achievement that can count."""
        return self.all_of | self.some_of

    @classmethod
    def from_json(cls, value: Mapping[str, Any] | None) -> Requirement | None:
        """Read `{"all_of": [slug], "min_of": {"count": n, "badges": [slug], "distinct": …}}`; None for none.

        Raises ValueError when it could never be met, or would be met by holding nothing.
        """
        if not value:
            return None
        some = value.get("min_of") or {}
        requirement = cls(
            all_of=frozenset(value.get("all_of", ())),
            count=int(some.get("count", 0)),
            some_of=frozenset(some.get("badges", ())),
            distinct=bool(some.get("distinct", True)),
        )
        if not requirement.all_of and requirement.count <= 0:
            raise ValueError("a composite requires something")
        if requirement.count > len(requirement._countable()):
            raise ValueError("more is required than there is to choose from")
        return requirement

    def _countable(self) -> frozenset[str]:
        return self.some_of - self.all_of if self.distinct else self.some_of

    def is_met_by(self, held: Collection[str]) -> bool:
        """Whether somebody who holds these achievements (slugs) has earned the composite."""
        have = frozenset(held)
        return self.all_of <= have and len(self._countable() & have) >= self.count

    @property
    def need(self) -> int:
        """How many badges have to be held, each counted once for each place it fills."""
        return len(self.all_of) + self.count

    def have_of(self, held: Collection[str]) -> int:
        """How many of those somebody has who holds these."""
        have = frozenset(held)
        return len(self.all_of & have) + min(self.count, len(self._countable() & have))

    def missing_from(self, held: Collection[str]) -> tuple[frozenset[str], int]:
        """What of `all_of` is missing, and how many of the others still are."""
        have = frozenset(held)
        return self.all_of - have, max(0, self.count - len(self._countable() & have))


def who_meets(requirement: Requirement, holdings: Iterable[tuple[Person, str]]) -> set[Person]:
    """Everybody whose holdings, given as (person, slug) in any order, meet the requirement."""
    held: dict[Person, set[str]] = {}
    for person, slug in holdings:
        held.setdefault(person, set()).add(slug)
    return {person for person, slugs in held.items() if requirement.is_met_by(slugs)}
