"""Another leader for a club, and asking to be let into one."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from clubs.domain_events import ClubHandedOn
from clubs.enums import Joining
from clubs.models import Club
from core.emitting import emit
from core.refusals import Refusal
from people.audiences import for_group
from people.models import GroupBlock, JoinRequest, Membership, User
from people.services import joining


def people_of(club: Club) -> QuerySet[User]:
    """Members, those who ask to be let in, and those who are kept out."""
    members = Membership.objects.current().filter(group=club.group_id)
    asking = JoinRequest.objects.filter(group=club.group_id, decided_at=None)
    blocked = GroupBlock.objects.filter(group=club.group_id, lifted_at=None)
    return User.objects.filter(
        Q(pk__in=members.values("user")) | Q(pk__in=asking.values("user")) | Q(pk__in=blocked.values("user"))
    )


def once_in(club: Club, *, or_asking: bool = False) -> QuerySet[User]:
    """Members and those who were; with `or_asking` also who asks to be let in."""
    found = Q(pk__in=Membership.objects.filter(group=club.group_id).values("user"))
    if or_asking:
        found |= Q(pk__in=JoinRequest.objects.filter(group=club.group_id, decided_at=None).values("user"))
    return User.objects.filter(found)


def once_blocked(club: Club) -> QuerySet[User]:
    """Who may not come back, or once might not."""
    return User.objects.filter(pk__in=GroupBlock.objects.filter(group=club.group_id).values("user"))


@transaction.atomic
def hand_club_on(club: Club, to: User, *, actor: User) -> None:
    """Make a member the leader; who handed it on stays as a member. Raises Refusal NOT_A_MEMBER."""
    joining.hand_on(club.group, to, actor=actor)
    fact = ClubHandedOn(group_id=club.group_id, user_id=to.pk)
    emit(fact, actor=actor, audience=for_group(club.group_id, deliver_to=[to.pk]))


def ask_to_join(club: Club, *, user: User) -> JoinRequest:
    """Raises Refusal CODE_ONLY for a club that wants a code, and what `people.services.joining` refuses."""
    if club.joining == Joining.CODE:
        raise Refusal("CODE_ONLY", _("One joins this club with a code. Ask somebody of the club for it."))
    return joining.ask_to_join(club.group, user=user)
