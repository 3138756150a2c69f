"""When the public list of achievements changed last: what was remembered before is not asked for again."""

from __future__ import annotations

from core.editions import Edition

# Another one when something is published, hidden or shown again.
CATALOGUE = Edition("achievements")


def forget_catalogue() -> None:
    """From now on the catalogue is read anew."""
    CATALOGUE.change()
