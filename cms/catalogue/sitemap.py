"""Which addresses a search engine is told of: pages and everything in the catalogue; no address of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cms.catalogue.models import CatalogueEntry
from cms.catalogue.selectors import still_public

# https://www.sitemaps.org/protocol.html allows 50,000 addresses a file; fewer are read with more patience.
IN_A_FILE = 10_000
LISTS = ("/catalogue/", "/events/", "/clubs/", "/verify/")


@dataclass(frozen=True)
class Address:
    path: str
    changed: datetime | None


def number_of_files() -> int:
    """How many files the entries take: one when they fit beside the pages. One statement."""
    return max(1, -(-CatalogueEntry.objects.count() // IN_A_FILE))


def entries_in_file(number: int) -> list[Address]:
    """The public things of one file, from the first on; the rooms are asked whether each is public still."""
    start = (number - 1) * IN_A_FILE
    # By key, because a long way into the table an offset is dear and what leaves it shifts the rest.
    keys = list(CatalogueEntry.objects.order_by("pk").values_list("pk", flat=True)[start : start + IN_A_FILE])
    if not keys:
        return []
    rows = CatalogueEntry.objects.filter(still_public(), pk__gte=keys[0], pk__lte=keys[-1]).order_by("pk")
    return [Address(path, changed) for path, changed in rows.values_list("path", "published_at")]
