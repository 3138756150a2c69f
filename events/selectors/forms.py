"""What the form for an event of a group offers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from credentials.models import Achievement, AwardBatch
from credentials.selectors.achievements import awardable_in, lineage
from events.enums import Accessibility, EventKind, Voivodeship
from events.hosting import may_be_public
from events.models import Place
from events.selectors.details import Choice
from people.models import Group, User
from people.selectors.oneself import GroupRef, group_refs, memberships_of

MOST_PLACES, MOST_BADGES, MOST_GROUPS = 200, 100, 100


@dataclass(frozen=True)
class PlaceView:
    id: UUID
    name: str
    address: str
    town: str
    voivodeship: str
    accessibility: tuple[str, ...]


@dataclass(frozen=True)
class EventForm:
    group_id: UUID
    group_name: str
    kinds: tuple[Choice, ...]
    places: tuple[PlaceView, ...]
    voivodeships: tuple[Choice, ...]
    accessibility: tuple[Choice, ...]
    badges: tuple[Achievement, ...]
    groups: tuple[GroupRef, ...]
    may_be_public: bool


def places_for(group: Group) -> QuerySet[Place]:
    """Places that the group, its class or its school has written down."""
    return Place.objects.filter(Q(group=group) | Q(group__in=lineage(group)))


def event_form(group: Group, viewer: User) -> EventForm:
    """The caller has asked whether the viewer may plan for the group."""
    places = places_for(group).order_by("name", "pk")[:MOST_PLACES]
    given = AwardBatch.objects.filter(
        group=group, cancelled_at=None, version__achievement=OuterRef("pk")
    ).order_by("-created_at")
    # The one of last time first: whoever opens a meeting of every week chooses nothing.
    last = F("given_at").desc(nulls_last=True)
    badges = awardable_in(group).annotate(given_at=Subquery(given.values("created_at")[:1]))
    badges = badges.order_by(last, "slug")[:MOST_BADGES]
    others = [ref for ref in group_refs(memberships_of(viewer)) if ref.id != group.pk]
    return EventForm(
        group_id=group.pk,
        group_name=group.name,
        kinds=_choices(EventKind),
        places=tuple(
            PlaceView(one.pk, one.name, one.address, one.town, one.voivodeship, tuple(one.accessibility))
            for one in places
        ),
        voivodeships=_choices(Voivodeship),
        accessibility=_choices(Accessibility),
        badges=tuple(badges),
        groups=tuple(others[:MOST_GROUPS]),
        may_be_public=may_be_public(group),
    )


def _choices(
    kinds: Iterable[EventKind] | Iterable[Voivodeship] | Iterable[Accessibility],
) -> tuple[Choice, ...]:
    return tuple(Choice(one.value, str(one.label)) for one in kinds)
