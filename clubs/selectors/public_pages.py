"""The public face of clubs: what strangers may find, and one club's page. Nobody's name, no count below five."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from clubs.enums import SENSITIVE_KINDS, ClubKind
from clubs.models import Club
from clubs.selectors.badges import ClubBadgeView, badges_of_club
from clubs.selectors.cards import members_of, rounded
from core.translated import in_language
from credentials.pictures import svg_path
from events.enums import Accessibility, Voivodeship
from events.models import Event, Place
from events.selectors.cards import EventCard, cards_of
from events.selectors.events import public_events
from events.towns import folded

ON_A_PAGE, MOST_EVENTS, MOST_LISTED = 24, 6, 5000


@dataclass(frozen=True)
class ClubLine:
    """A club in the public list."""

    name: str
    purpose: str
    kind_label: str
    town: str
    vouched_by: str
    path: str


@dataclass(frozen=True)
class Filters:
    """What a visitor asked for; unknown codes are as if nothing was asked."""

    search: str = ""
    kind: str = ""
    town: str = ""
    voivodeship: str = ""

    @property
    def any(self) -> bool:
        return bool(self.search or self.kind or self.town or self.voivodeship)


@dataclass(frozen=True)
class ClubList:
    """`kinds`, `towns` and `voivodeships` are those in which there is a club."""

    lines: tuple[ClubLine, ...]
    filters: Filters
    number: int
    has_next: bool
    total: int
    kinds: tuple[tuple[str, str], ...]
    towns: tuple[str, ...]
    voivodeships: tuple[str, ...]


@dataclass(frozen=True)
class BadgeLine:
    name: str
    criterion: str
    svg_url: str
    path: str
    trust_label: str
    trust_line: str


@dataclass(frozen=True)
class ClubPage:
    """`members` is "over n", rounded down to fives, or empty; `events` are public ones."""

    group_id: UUID
    name: str
    slug: str
    purpose: str
    kind_label: str
    vouched_by: str
    meeting_time: str
    place: Place | None
    place_facts: tuple[str, ...]
    responsible_adult: str
    standards_url: str
    members: str
    badges: tuple[BadgeLine, ...]
    events: tuple[EventCard, ...]
    address: str
    listed: bool
    takes_requests: bool


def public_address(club: Club) -> str:
    return f"{settings.PUBLIC_URL}/clubs/{club.slug}/"


def findable_clubs() -> QuerySet[Club]:
    """By name: what strangers may find."""
    return (
        Club.objects.findable().select_related("group__parent", "meeting_place").order_by("group__name", "pk")
    )


def read_filters(search: str, kind: str, town: str, voivodeship: str) -> Filters:
    """Filters from an address; whatever nobody offers is dropped."""
    open_kinds = set(ClubKind.values) - set(SENSITIVE_KINDS)
    return Filters(
        search=" ".join(search.split())[:80],
        kind=kind if kind in open_kinds else "",
        town=" ".join(town.split())[:80],
        voivodeship=voivodeship if voivodeship in Voivodeship.values else "",
    )


def club_list(filters: Filters, number: int) -> ClubList | None:
    """One page of 24, or None past the end. Four statements."""
    rows = findable_clubs()
    town_and_voivodeship = rows.values_list("kind", "meeting_place__town", "meeting_place__voivodeship")
    offered = list(town_and_voivodeship.order_by()[:MOST_LISTED])
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    if filters.town:
        rows = rows.filter(meeting_place__town__iexact=filters.town)
    if filters.voivodeship:
        rows = rows.filter(meeting_place__voivodeship=filters.voivodeship)
    if filters.search:
        rows = rows.filter(searchable__contains=folded(filters.search))
    start = (number - 1) * ON_A_PAGE
    found = list(rows[start : start + ON_A_PAGE + 1])
    if not found and number > 1:
        return None
    kinds = {kind for kind, _town, _voivodeship in offered}
    return ClubList(
        lines=tuple(_line(club) for club in found[:ON_A_PAGE]),
        filters=filters,
        number=number,
        has_next=len(found) > ON_A_PAGE,
        total=rows.count(),
        kinds=tuple((value, str(label)) for value, label in ClubKind.choices if value in kinds),
        towns=tuple(sorted({town for _kind, town, _v in offered if town}, key=folded)),
        voivodeships=tuple(sorted({one for _kind, _town, one in offered if one})),
    )


def club_page(club: Club) -> ClubPage:
    """One club for somebody who is not in it. Place and time stand there because somebody vouches."""
    shown = club.is_vouched
    place = club.meeting_place if shown else None
    facts = dict(Accessibility.choices)
    return ClubPage(
        group_id=club.pk,
        name=club.group.name,
        slug=club.slug,
        purpose=club.purpose,
        kind_label=str(club.get_kind_display()),
        vouched_by=club.group.parent.name if club.group.parent else "",
        meeting_time=club.meeting_time if shown else "",
        place=place,
        place_facts=tuple(
            str(facts[code]) for code in (place.accessibility if place else ()) if code in facts
        ),
        responsible_adult=club.responsible_adult,
        standards_url=club.standards_url,
        members=_members(club),
        badges=tuple(_badge(one) for one in badges_of_club(club, leads=False)),
        events=_events(club),
        address=public_address(club),
        listed=club.is_findable,
        takes_requests=club.joining == "request",
    )


def _line(club: Club) -> ClubLine:
    place = club.meeting_place
    return ClubLine(
        name=club.group.name,
        purpose=club.purpose,
        kind_label=str(club.get_kind_display()),
        town=place.town if place else "",
        vouched_by=club.group.parent.name if club.group.parent else "",
        path=f"/clubs/{club.slug}/",
    )


def _members(club: Club) -> str:
    count = members_of([club.pk])[club.pk]
    # "Over five" begins at six: who reads it cannot tell one from another.
    floor = rounded(count - 1) if count else 0
    return _("over %(count)d people") % {"count": floor} if floor >= 5 else ""


def _badge(view: ClubBadgeView) -> BadgeLine:
    achievement = view.achievement
    version = achievement.current_version
    if version is None:
        raise ValueError("a badge on a page is published")
    return BadgeLine(
        name=in_language(version.name),
        criterion=view.criterion or view.description,
        svg_url=svg_path(achievement.kind, version.art),
        path=f"/achievements/{achievement.slug}/",
        trust_label=view.trust.label,
        trust_line=view.trust.line,
    )


def _events(club: Club) -> tuple[EventCard, ...]:
    coming: QuerySet[Event] = (
        public_events()
        .filter(group=club.group, ends_at__gte=timezone.now())
        .select_related("group__parent", "issuer", "place")
        .order_by("starts_at", "pk")
    )
    return tuple(cards_of(list(coming[:MOST_EVENTS]), AnonymousUser()))
