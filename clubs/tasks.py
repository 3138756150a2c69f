"""Sweeps that keep what `clubs` promises."""

from __future__ import annotations

from clubs.selectors.leading import orphans
from clubs.services.archiving import care_for_orphan
from core.server import periodic

TEN_MINUTES = 600
MOST_SWEPT = 100


def care_for_orphans() -> int:
    """No club stays open without somebody who leads it: also when an account was closed rather than left."""
    return sum(care_for_orphan(group) for group in orphans()[:MOST_SWEPT])


periodic.register(care_for_orphans, TEN_MINUTES)
