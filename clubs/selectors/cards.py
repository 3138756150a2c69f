"""A person's clubs in a list, in the same number of statements for one and for thirty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Q
from django.utils import timezone

from clubs.models import Club, Nomination
from clubs.selectors.visibility import clubs_visible_to
from events.selectors.cards import EventCard, cards_of
from events.selectors.events import events_concerning
from people.enums import LEADING_ROLES, Role
from people.models import JoinRequest, Membership, User

MOST_CLUBS, MOST_EVENTS = 50, 300
LEADER, HELPER, MEMBER, COORDINATOR, OUTSIDER = "leader", "helper", "member", "coordinator", ""


@dataclass(frozen=True)
class ClubCard:
    """`role`: leader, helper, member, coordinator (answers for it), or "" for somebody who only found it."""

    group_id: UUID
    name: str
    slug: str
    purpose: str
    kind: str
    kind_label: str
    role: str
    members: int
    vouched: bool
    archived: bool
    waiting: int
    next_event: EventCard | None


def my_clubs(user: User) -> tuple[ClubCard, ...]:
    """Clubs one is in, and those one answers for; open ones first, by name."""
    mine = Membership.objects.current().filter(user=user)
    clubs = clubs_visible_to(user).filter(
        Q(group__in=mine.values("group"))
        | Q(group__parent__in=mine.filter(role=Role.COORDINATOR).values("group"))
    )
    return club_cards(list(clubs.order_by("group__name", "pk")[:MOST_CLUBS]), user)


def club_cards(clubs: Sequence[Club], viewer: User) -> tuple[ClubCard, ...]:
    """One card for each club, in the same order, archived ones last."""
    ids = [club.pk for club in clubs]
    roles = roles_in(clubs, viewer)
    counted = members_of(ids)
    waiting = waiting_in([pk for pk, role in roles.items() if role == LEADER])
    events = _next_events(ids, viewer)
    cards = [
        ClubCard(
            group_id=club.pk,
            name=club.group.name,
            slug=club.slug,
            purpose=club.purpose,
            kind=club.kind,
            kind_label=str(club.get_kind_display()),
            role=roles[club.pk],
            members=counted[club.pk] if roles[club.pk] else rounded(counted[club.pk]),
            vouched=club.is_vouched,
            archived=not club.is_open,
            waiting=waiting[club.pk],
            next_event=events.get(club.pk),
        )
        for club in clubs
    ]
    return tuple(sorted(cards, key=lambda card: card.archived))


def club_card(club: Club, viewer: User) -> ClubCard:
    return club_cards([club], viewer)[0]


def rounded(count: int) -> int:
    """What strangers learn of a number of people: steps of five, so that nobody is counted out."""
    return count // 5 * 5


def roles_in(clubs: Iterable[Club], viewer: User) -> dict[UUID, str]:
    """What the viewer is in each club: one statement."""
    clubs = list(clubs)
    parents = {club.group.parent_id for club in clubs if club.group.parent_id}
    held = dict(
        Membership.objects.current()
        .filter(user=viewer.pk, user__is_active=True, group__in=[*(club.pk for club in clubs), *parents])
        .values_list("group_id", "role")
    )
    found = {}
    for club in clubs:
        role = held.get(club.pk)
        if role in LEADING_ROLES:
            found[club.pk] = LEADER
        elif role is not None:
            found[club.pk] = HELPER if role == Role.HELPER else MEMBER
        else:
            answers = club.group.parent_id and held.get(club.group.parent_id) == Role.COORDINATOR
            found[club.pk] = COORDINATOR if answers else OUTSIDER
    return found


def members_of(group_ids: Iterable[UUID]) -> Counter[UUID]:
    """How many people are in each club, those who lead it among them: one statement."""
    current = Membership.objects.current().filter(group__in=list(group_ids), user__is_active=True)
    return Counter(dict(current.order_by().values_list("group").annotate(people=Count("pk"))))


def waiting_in(group_ids: Sequence[UUID]) -> Counter[UUID]:
    """What waits for those who lead: people who ask to be let in, and nominations that are enough."""
    asked = JoinRequest.objects.filter(
        group__in=group_ids, decided_at=None, admitted_at=None, user__is_active=True
    ).order_by()
    found: Counter[UUID] = Counter(dict(asked.values_list("group").annotate(people=Count("pk"))))
    found.update(group_id for group_id, _achievement, _nominee in ready_piles(group_ids))
    return found


def ready_piles(group_ids: Sequence[UUID]) -> list[tuple[UUID, UUID, UUID]]:
    """(club, achievement, nominee) with as many different nominators as the badge asks for."""
    piles = (
        Nomination.objects.filter(group__in=group_ids, decided_at=None, hidden_at=None)
        .order_by()
        .values_list("group_id", "achievement_id", "nominee_id")
        .annotate(voices=Count("nominator", distinct=True))
        .filter(voices__gte=F("achievement__club_badge__nominations_needed"))
    )
    return [
        (group_id, achievement_id, nominee_id) for group_id, achievement_id, nominee_id, *_ in piles[:200]
    ]


def _next_events(group_ids: Sequence[UUID], viewer: User) -> dict[UUID, EventCard]:
    coming = (
        events_concerning(viewer)
        .filter(group__in=group_ids, ends_at__gte=timezone.now(), cancelled_at=None)
        .select_related("group__parent", "issuer", "place")
        .order_by("starts_at", "pk")
    )
    first = {event.group_id: event for event in reversed(coming[:MOST_EVENTS])}
    return {card.group_id: card for card in cards_of(list(first.values()), viewer) if card.group_id}
