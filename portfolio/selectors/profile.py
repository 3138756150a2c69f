"""One's own profile: what one has, one's languages and own words. Nobody else reads it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, QuerySet
from django.utils import timezone

from core.access import visible
from credentials.models import Credential
from credentials.selectors.badges import BadgeView, badges_in
from people.models import User
from portfolio.enums import LanguageLevel
from portfolio.languages import name_of
from portfolio.models import OwnSkill, SpokenLanguage
from portfolio.selectors.contacts import asking_count
from portfolio.selectors.skills import LAYER_OF_KIND

MOST_NEWEST = 3


@dataclass(frozen=True)
class Held:
    """How many living badges of one kind."""

    kind: str
    label: str
    count: int


@dataclass(frozen=True)
class LanguageView:
    code: str
    name: str
    level: str
    level_label: str


@dataclass(frozen=True)
class Profile:
    held: tuple[Held, ...]
    newest: tuple[BadgeView, ...]
    languages: tuple[LanguageView, ...]
    asking: int


@visible(OwnSkill)
def own_skills_visible_to(user: User | AnonymousUser) -> QuerySet[OwnSkill]:
    """One's own words. Others read only those that stand on a presentation page."""
    if user.is_anonymous or not user.is_active:
        return OwnSkill.objects.none()
    return OwnSkill.objects.filter(person=user)


def profile_of(user: User) -> Profile:
    """Five queries however much somebody has, and one more when club badges are among the newest."""
    living = Credential.objects.living().valid_at(timezone.now()).filter(recipient=user)
    counted = dict(living.values_list("achievement__kind").annotate(Count("pk")))
    return Profile(
        held=tuple(
            Held(kind.value, str(layer.label), counted[kind.value])
            for kind, layer in LAYER_OF_KIND.items()
            if kind.value in counted
        ),
        newest=badges_in(living.order_by("-awarded_at", "id"), user, limit=MOST_NEWEST),
        languages=languages_of(user),
        asking=asking_count(user),
    )


def languages_of(user: User) -> tuple[LanguageView, ...]:
    """The languages of a person: the first ones first, then the best known. One query."""
    order = [level.value for level in reversed(LanguageLevel)]
    rows = SpokenLanguage.objects.filter(person=user)
    found = [
        LanguageView(row.code, name_of(row.code), row.level, str(LanguageLevel(row.level).label))
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (order.index(one.level), one.name.casefold())))
