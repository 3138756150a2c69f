"""The public catalogue by pages, remembered for a minute and forgotten when something is published."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from django.core.cache import cache

from credentials.selectors.achievement_pages import AchievementCard, cards
from credentials.selectors.achievements import catalogue

ON_A_PAGE = 24
SECONDS = 60
_EDITION = "catalogue:edition"


@dataclass(frozen=True)
class CataloguePage:
    """`key` names what is on it: the same key, the same cards."""

    key: str
    cards: tuple[AchievementCard, ...]
    kind: str
    number: int
    has_next: bool
    total: int


def catalogue_page(language: str, kind: str, number: int) -> CataloguePage | None:
    """One page of 24, or None past the end. `kind` may be empty. Two queries, or none for a minute."""
    if not 1 <= number <= 10_000:
        return None
    edition = cache.get(_EDITION, 0)
    key = f"catalogue:{edition}:{language}:{kind}:{number}"
    known: CataloguePage | None = cache.get(key)
    if known is not None:
        return known
    rows = catalogue().filter(kind=kind) if kind else catalogue()
    start = (number - 1) * ON_A_PAGE
    found = list(rows[start : start + ON_A_PAGE + 1])
    if not found and number > 1:
        return None
    # Read anew, it is drawn anew too.
    reading = f"{key}:{uuid4().hex}"
    page = CataloguePage(
        reading, cards(found[:ON_A_PAGE]), kind, number, len(found) > ON_A_PAGE, rows.count()
    )
    cache.set(key, page, SECONDS)
    return page


def forget_catalogue() -> None:
    """From now on pages are read anew."""
    if not cache.add(_EDITION, 1, None):
        cache.incr(_EDITION)
