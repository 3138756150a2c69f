"""One club on one screen: as a member, as who leads it, as who answers for it, as who has just found it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from clubs.enums import VouchState
from clubs.models import Club, Thanks
from clubs.selectors.badges import ClubBadgeView, badges_of_club
from clubs.selectors.cards import HELPER, LEADER, MEMBER, ClubCard, club_card
from clubs.selectors.feed import FeedLine, club_feed
from clubs.selectors.limits import limits_in_words
from clubs.selectors.names import PersonName, called, leader_called
from clubs.selectors.public_pages import public_address
from clubs.selectors.vouches import Answering, last_vouch, who_can_vouch
from events.models import Place
from events.selectors.cards import EventCard, cards_of
from events.selectors.events import events_visible_to
from people.alphabet import in_register_order
from people.enums import LEADING_ROLES
from people.models import Membership, User

MOST_EVENTS, MOST_THANKS, MOST_MEMBERS = 10, 20, 300
INSIDE = (LEADER, HELPER, MEMBER)


@dataclass(frozen=True)
class ThanksView:
    """`from` is a word of Python, so the sender is `by` here."""

    id: UUID
    word: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ClubScreen:
    """Who is not inside gets no names; who does not lead gets no limits and no state of asking."""

    card: ClubCard
    joining: str
    listed: bool
    sensitive: bool
    meeting_time: str
    meeting_place: Place | None
    responsible_adult: str
    standards_url: str
    public_url: str
    vouched_by: str
    vouch_state: str
    limits: tuple[str, ...]
    leaders: tuple[PersonName, ...]
    members: tuple[PersonName, ...]
    badges: tuple[ClubBadgeView, ...]
    events: tuple[EventCard, ...]
    feed: tuple[FeedLine, ...]
    my_thanks: tuple[ThanksView, ...]
    may_lead: bool
    may_help: bool
    may_vouch: tuple[Answering, ...]


def club_screen(club: Club, viewer: User) -> ClubScreen:
    """What the viewer may know of `club`, which they may see."""
    card = club_card(club, viewer)
    leads, inside = card.role == LEADER, card.role in INSIDE
    leaders, members = _people(club, leads) if inside else ((), ())
    coming = (
        events_visible_to(viewer)
        .filter(group=club.group, ends_at__gte=timezone.now())
        .select_related("group__parent", "issuer", "place")
        .order_by("starts_at", "pk")
    )
    return ClubScreen(
        card=card,
        joining=club.joining,
        listed=club.listed,
        sensitive=club.is_sensitive,
        meeting_time=club.meeting_time,
        meeting_place=club.meeting_place,
        responsible_adult=club.responsible_adult,
        standards_url=club.standards_url,
        public_url=public_address(club) if club.is_findable else "",
        vouched_by=club.group.parent.name if club.group.parent else "",
        vouch_state=_vouch_state(club) if leads else "",
        limits=limits_in_words(club) if leads else (),
        leaders=leaders,
        members=members,
        badges=badges_of_club(club, leads=leads),
        events=tuple(cards_of(list(coming[:MOST_EVENTS]), viewer)),
        feed=club_feed(club.group) if inside else (),
        my_thanks=_thanks(club, viewer, leads) if inside else (),
        may_lead=leads,
        may_help=card.role in (LEADER, HELPER),
        may_vouch=who_can_vouch(viewer) if leads and not club.is_vouched else (),
    )


def _vouch_state(club: Club) -> str:
    last = last_vouch(club)
    return "" if last is None or last.state == VouchState.GIVEN else last.state


def _people(club: Club, leads: bool) -> tuple[tuple[PersonName, ...], tuple[PersonName, ...]]:
    rows = (
        Membership.objects.current()
        .filter(group=club.group_id, user__is_active=True)
        .select_related("user")
        .order_by("joined_at", "pk")[:MOST_MEMBERS]
    )
    leading = [row.user for row in rows if row.role in LEADING_ROLES]
    others = in_register_order([row.user for row in rows if row.role not in LEADING_ROLES])
    named = tuple(PersonName(one.pk, _leader(one, club, leads)) for one in leading)
    shown = [PersonName(one.pk, called(one, to_leader=leads, sensitive=club.is_sensitive)) for one in others]
    # What a member sees is in the order of what they see: the register's would give family names away.
    return named, tuple(shown if leads else sorted(shown, key=lambda one: one.name.casefold()))


def _leader(user: User, club: Club, leads: bool) -> str:
    return leader_called(user, to_leader=leads, sensitive=club.is_sensitive)


def _thanks(club: Club, viewer: User, leads: bool) -> tuple[ThanksView, ...]:
    rows = (
        Thanks.objects.filter(group=club.group_id, receiver=viewer.pk)
        .select_related("giver")
        .order_by("-created_at", "pk")[:MOST_THANKS]
    )
    return tuple(
        ThanksView(
            row.pk,
            str(row.get_word_display()),
            called(row.giver, to_leader=leads, sensitive=club.is_sensitive),
            row.created_at,
        )
        for row in rows
    )
