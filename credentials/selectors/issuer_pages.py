"""The public page of an issuer: who it is, how it stands and stood, what was checked, what it awards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.addresses import issuer_did
from credentials.enums import Standing
from credentials.models import Issuer
from credentials.selectors.achievement_pages import AchievementCard, cards
from credentials.selectors.achievements import catalogue
from credentials.selectors.issuer_history import (
    CriteriaGroup,
    Decision,
    StandingWords,
    criteria_met,
    history,
    standing_in_words,
)

MOST_CARDS = 60


@dataclass(frozen=True)
class IssuerPage:
    """Words in the active language. `agreement_number` is empty without an agreement that counts now."""

    slug: str
    name: str
    description: str
    quality_assurance: str
    country: str
    organisation: str
    url: str
    email: str
    standing: StandingWords
    agreement_number: str
    agreement_from: date | None
    agreement_until: date | None
    criteria: tuple[CriteriaGroup, ...]
    history: tuple[Decision, ...]
    cards: tuple[AchievementCard, ...]
    did: str


def issuer_page(issuer: Issuer) -> IssuerPage:
    """Expects the group selected. Three queries."""
    holds = issuer.standing in (Standing.ACCREDITED, Standing.SUSPENDED)
    name = in_language(issuer.name)
    return IssuerPage(
        slug=issuer.slug,
        name=name,
        description=in_language(issuer.description),
        quality_assurance=in_language(issuer.quality_assurance),
        country=_("Poland") if issuer.country == "PL" else issuer.country,
        organisation=issuer.group.name if issuer.group and issuer.group.name != name else "",
        url=issuer.url,
        email=issuer.email,
        standing=standing_in_words(issuer),
        agreement_number=issuer.agreement_number if holds else "",
        agreement_from=issuer.agreement_from if holds else None,
        agreement_until=issuer.agreement_until if holds else None,
        criteria=criteria_met(issuer) if issuer.standing != Standing.APPLIED else (),
        history=history(issuer),
        cards=cards(catalogue().filter(issuer=issuer)[:MOST_CARDS]),
        did=issuer_did(issuer),
    )
