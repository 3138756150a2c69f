"""How many people hold a badge, told so that nobody can be made out; and what a badge stacks into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.enums import CredentialState
from credentials.models import Achievement, Credential
from credentials.selectors.achievements import catalogue
from credentials.selectors.catalogue_pages import CATALOGUE
from credentials.stacking import Requirement

FEWEST = 5
# A band says less than a number: who sees it twice learns of no single award.
BANDS = (5, 10, 20, 50, 100, 200, 500, 1000)
SECONDS = 60
MOST_COMPOSITES = 2000


@dataclass(frozen=True)
class Composite:
    """An achievement that asks for others: its name in each language, and the short names of what can count."""

    slug: str
    name: dict[str, str]
    asks_for: frozenset[str]


def holders_in_words(achievement: Achievement) -> str:
    """ "20 people or more" by bands; "" below five. One statement that counts no further than the last band."""
    living = Credential.objects.living().valid_at(timezone.now())
    held = living.filter(achievement=achievement, state=CredentialState.HELD).order_by()
    count = held.values("pk")[: BANDS[-1]].count()
    band = max((band for band in BANDS if band <= count), default=0)
    return _("%(count)d people or more") % {"count": band} if band >= FEWEST else ""


def stacks_into(slug: str) -> tuple[tuple[str, str], ...]:
    """Name and path of the public achievements for which this one counts. One statement a minute for all of them."""
    found = [one for one in _composites() if slug in one.asks_for and one.slug != slug]
    return tuple((in_language(one.name), f"/achievements/{one.slug}/") for one in found)


def _composites() -> list[Composite]:
    key = f"credentials:composites:{CATALOGUE.now()}"
    known: list[Composite] | None = cache.get(key)
    if known is None:
        rows = catalogue().exclude(current_version__requires=None).values_list(
            "slug", "current_version__name", "current_version__requires"
        )[:MOST_COMPOSITES]  # fmt: skip
        known = [Composite(slug, name, _asked_for(requires)) for slug, name, requires in rows]
        cache.set(key, known, SECONDS)
    return known


def _asked_for(requires: Mapping[str, Any] | None) -> frozenset[str]:
    try:
        requirement = Requirement.from_json(requires)
    except ValueError:
        return frozenset()
    return requirement.slugs if requirement else frozenset()
