"""What blocks show of the portal: public things alone, bounded, remembered for a few minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.core.cache import cache
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import get_language, ngettext

from clubs.models import Club
from cms.enums import Figure
from core.translated import in_language
from credentials.enums import AchievementKind, Standing
from credentials.models import Credential, Issuer
from credentials.selectors.achievements import catalogue
from events.map_filters import MapFilter
from events.selectors.events import public_events
from events.selectors.public_list import ListedEvent, list_page
from paths.enums import Visibility
from paths.models import LearningPath

FIGURES_SECONDS = 300
# Fewer people than this could be told apart; their number is not shown.
FEWEST = 5


@dataclass(frozen=True)
class ShownPath:
    """A public path on a page; `steps` counts all of its steps."""

    slug: str
    title: str
    description: str
    steps: int
    sections: tuple[str, ...]

    @property
    def address(self) -> str:
        return f"/paths/{self.slug}/"


@dataclass(frozen=True)
class ShownFigure:
    label: str
    number: int


def public_paths() -> QuerySet[LearningPath]:
    """Development paths that anybody may read."""
    return LearningPath.objects.filter(visibility=Visibility.PUBLIC, archived_at=None, owner_group=None)


def shown_path(slug: str) -> ShownPath | None:
    """The path with its sections, or nothing when it is not public. Two queries."""
    path = public_paths().annotate(step_count=Count("steps")).filter(slug=slug).first()
    if path is None:
        return None
    sections = path.sections.order_by("position").values_list("title", flat=True)
    return ShownPath(
        path.slug,
        in_language(path.title),
        in_language(path.description),
        path.step_count,
        tuple(in_language(title) for title in sections),
    )


def next_events(voivodeship: str, how_many: int, now: datetime) -> list[ListedEvent]:
    """The first of the public list, as it stands there; nothing new is asked of the database for a minute."""
    page = list_page(replace(MapFilter(), voivodeship=voivodeship), 1, now)
    return [event for section in page.sections for event in section.events][:how_many] if page else []


def shown_figures(names: Sequence[str]) -> list[ShownFigure]:
    """Those asked for, in that order; a number that could point at single people is left out, and so is a zero."""
    found = {name: _count(Figure(name)) for name in dict.fromkeys(names) if name in Figure.values}
    return [ShownFigure(_label(Figure(name), number), number) for name, number in found.items() if number]


def _label(figure: Figure, number: int) -> str:
    """The words beside a number, in the plural form that goes with it."""
    match figure:
        case Figure.BADGES:
            return ngettext("badge to earn", "badges to earn", number)
        case Figure.MICROCREDENTIALS:
            return ngettext("microcredential to earn", "microcredentials to earn", number)
        case Figure.HELD:
            return ngettext("badge that somebody has", "badges that people have", number)
        case Figure.PATHS:
            return ngettext("development path", "development paths", number)
        case Figure.CLUBS:
            return ngettext("club open to you", "clubs open to you", number)
        case Figure.EVENTS:
            return ngettext("event ahead", "events ahead", number)
        case Figure.ISSUERS:
            return ngettext("accredited issuer", "accredited issuers", number)


def _count(figure: Figure) -> int:
    key = f"cms.figure.{figure.value}"
    known: int | None = cache.get(key)
    if known is None:
        known = _counted(figure)
        cache.set(key, known, FIGURES_SECONDS)
    return known


def _counted(figure: Figure) -> int:
    match figure:
        case Figure.BADGES:
            return catalogue().filter(kind=AchievementKind.DIGITAL_BADGE).count()
        case Figure.MICROCREDENTIALS:
            return catalogue().filter(kind=AchievementKind.MICROCREDENTIAL).count()
        case Figure.HELD:
            held = Credential.objects.living().count()
            return held if held >= FEWEST else 0
        case Figure.PATHS:
            return public_paths().count()
        case Figure.CLUBS:
            return Club.objects.findable().count()
        case Figure.EVENTS:
            return public_events().filter(ends_at__gte=timezone.now(), cancelled_at=None).count()
        case Figure.ISSUERS:
            return Issuer.objects.filter(standing=Standing.ACCREDITED).count()


def latest_news(how_many: int) -> list[object]:
    """The newest articles of the language of the page."""
    from cms.models import ArticlePage

    rows = ArticlePage.objects.live().public().filter(locale__language_code=get_language())
    return list(rows.select_related("picture").order_by("-dated", "-first_published_at")[:how_many])
