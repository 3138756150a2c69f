"""What `clubs` does when something happens downstairs, and what it tells the rooms below about itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from clubs.domain_events import ClubArchived, ClubChanged, ClubRestored, VouchDecided
from clubs.models import Club, ClubBadge, Nomination
from clubs.selectors.ways_to_earn import in_a_club
from clubs.services import hiding
from clubs.services.agreeing import consent_text, guardian_answered, waits_for_guardian
from clubs.services.archiving import close_when_nobody_leads
from clubs.services.joining_limits import check_joining
from core.emitting import on
from credentials import ways_to_earn
from credentials.selectors.achievements import is_public_badge
from credentials.selectors.trust import words_of_endorsers
from events.selectors.public_events import forget_map
from people import consent_texts, joining_conditions, reporting
from people.domain_events import ConsentAnswered, ConsentWithdrawn, MemberLeft
from people.enums import ConsentPurpose, GroupKind
from people.models import Consent, Group

ways_to_earn.register(in_a_club)
joining_conditions.register(GroupKind.CLUB, check_joining)
joining_conditions.register_guardian(GroupKind.CLUB, waits_for_guardian)
consent_texts.register(ConsentPurpose.CLUB, consent_text)


@on(ConsentAnswered)
def let_in_or_not(fact: ConsentAnswered) -> None:
    guardian_answered(Consent.objects.select_related("subject").get(pk=fact.consent_id))


@on(ConsentWithdrawn)
def no_longer(fact: ConsentWithdrawn) -> None:
    guardian_answered(Consent.objects.select_related("subject").get(pk=fact.consent_id))


@on(MemberLeft)
def close_a_club_that_nobody_leads(fact: MemberLeft) -> None:
    """A club without a leader is archived until somebody leads it again; who answers for it hears of it."""
    group = Group.objects.filter(pk=fact.group_id, kind=GroupKind.CLUB).first()
    if group is not None:
        close_when_nobody_leads(group)


@on(VouchDecided)
def vouched_for_or_not(fact: VouchDecided) -> None:
    """Its events stand in public with the vouch, and leave with it (answers.md 30)."""
    forget_map()


@on(ClubChanged)
def another_kind_of_club(fact: ClubChanged) -> None:
    """A kind that has become sensitive takes its events and its meeting place off the map."""
    forget_map()


@on(ClubArchived)
def put_away(fact: ClubArchived) -> None:
    forget_map()


@on(ClubRestored)
def brought_back(fact: ClubRestored) -> None:
    forget_map()


reporting.register(
    "clubs.Club",
    label=_("club"),
    model=Club,
    snapshot=hiding.words_of_club,
    author_of=lambda club: hiding.leader_of(club.group),
    responsible_of=lambda club: club.group.parent,
    hide=hiding.hide_club,
    restore=hiding.show_club,
    open_to_strangers=lambda club: club.is_findable,
)
reporting.register(
    "clubs.ClubBadge",
    label=_("club badge"),
    model=ClubBadge,
    snapshot=hiding.words_of_badge,
    author_of=hiding.maker_of,
    responsible_of=lambda badge: badge.achievement.club.parent,
    hide=hiding.hide_badge,
    restore=hiding.show_badge,
    open_to_strangers=lambda badge: is_public_badge(badge.achievement),
    parts_of=lambda badge: (
        ("credentials.Endorsement", one) for one in words_of_endorsers(badge.achievement)
    ),
)
reporting.register(
    "clubs.Nomination",
    label=_("nomination"),
    model=Nomination,
    snapshot=lambda nomination: nomination.reason,
    author_of=lambda nomination: nomination.nominator,
    responsible_of=lambda nomination: nomination.group.parent,
    hide=hiding.hide_nomination,
    restore=hiding.show_nomination,
)
