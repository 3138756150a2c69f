"""Joining, roles, leaving: the services are `people`'s, the screens are the club's."""

from __future__ import annotations

import graphene

from clubs import rules
from clubs.graphql import types
from clubs.models import Club
from clubs.selectors.cards import club_card
from clubs.selectors.guardians import PendingClub
from clubs.selectors.members import club_members
from clubs.services import handing_on
from core.access import NotFound, as_uuid
from core.graphql import SELF, Mutation
from people.models import JoinRequest
from people.rules import DECIDE_JOIN, JOIN
from people.selectors.groups import leads
from people.services import joining


def club_of(group):
    """The club of a group; NotFound for a group of another kind."""
    found = Club.objects.select_related("group__parent__school", "meeting_place").filter(group=group).first()
    if found is None:
        raise NotFound
    return found


def known_in(club, user_id):
    """Somebody in the club, who asks to be, or is kept out of it: nobody else can be named here."""
    return one_of(handing_on.people_of(club), user_id)


def one_of(people, user_id):
    key = as_uuid(user_id)
    found = people.filter(pk=key).first() if key else None
    if found is None:
        raise NotFound
    return found


def members_for(actor, club):
    """The list of members, unless the act has just ended the actor's own leading."""
    return club_members(club) if leads(actor, club.group) else None


class HandClubOn(Mutation):
    """Another member leads from now on."""

    class Meta:
        permission = rules.KEEP_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        user_id = graphene.ID(required=True)

    members = graphene.Field(types.ClubMembers)

    @classmethod
    def act(cls, actor, target, *, user_id):
        handing_on.hand_club_on(target, known_in(target, user_id), actor=actor)
        return {"members": members_for(actor, target)}


class LeaveClub(Mutation):
    """Leave; one's badges stay. The last leader hands the club on first."""

    class Meta:
        permission = rules.TAKE_PART
        target = Club
        target_argument = "group_id"

    @classmethod
    def act(cls, actor, target):
        joining.leave(target.group, user=actor)


class SetMemberRole(Mutation):
    """member | helper | leader"""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        user_id = graphene.ID(required=True)
        role = graphene.String(required=True)

    members = graphene.Field(types.ClubMembers)

    @classmethod
    def act(cls, actor, target, *, user_id, role):
        joining.set_role(target.group, known_in(target, user_id), role, actor=actor)
        return {"members": members_for(actor, target)}


class RemoveMember(Mutation):
    """Take somebody out of the club, and with `block` keep them out."""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        user_id = graphene.ID(required=True)
        block = graphene.Boolean()

    members = graphene.Field(types.ClubMembers)

    @classmethod
    def act(cls, actor, target, *, user_id, block=False):
        person = one_of(handing_on.once_in(target, or_asking=bool(block)), user_id)
        joining.remove_member(target.group, person, actor=actor, block=bool(block))
        return {"members": members_for(actor, target)}


class UnblockMember(Mutation):
    """The person may come back."""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        user_id = graphene.ID(required=True)

    members = graphene.Field(types.ClubMembers)

    @classmethod
    def act(cls, actor, target, *, user_id):
        joining.unblock(target.group, one_of(handing_on.once_blocked(target), user_id), actor=actor)
        return {"members": members_for(actor, target)}


class ShowJoinCode(Mutation):
    """The code with which people join, made when there is none; `renew` ends the old one."""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        renew = graphene.Boolean()

    join_code = graphene.Field(types.JoinCodeView)

    @classmethod
    def act(cls, actor, target, *, renew=False):
        return {"join_code": joining.join_code_of(target.group, actor=actor, renew=bool(renew))}


class EndJoinCode(Mutation):
    """The code works no more."""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    @classmethod
    def act(cls, actor, target):
        joining.end_join_code(target.group, actor=actor)


class JoinByCode(Mutation):
    """Become a member with a code that somebody showed."""

    class Meta:
        permission = JOIN
        target = SELF

    class Input:
        code = graphene.String(required=True)

    club = graphene.Field(types.ClubCard)
    pending = graphene.Field(
        types.PendingClub, description="Instead of the club, while a guardian has to agree."
    )

    @classmethod
    def act(cls, actor, target, *, code):
        group = joining.group_of_code(code, asker=actor)
        if joining.join_by_code(group, actor) is None:
            return {"pending": PendingClub(group.pk, group.name, needs_guardian=True, admitted=True)}
        return {"club": club_card(club_of(group), actor)}


class AskToJoin(Mutation):
    """Ask those who lead a club that can be found."""

    class Meta:
        permission = rules.VIEW_CLUB
        target = Club
        target_argument = "group_id"

    @classmethod
    def act(cls, actor, target):
        handing_on.ask_to_join(target, user=actor)


class DecideJoin(Mutation):
    """Let somebody in who asked, or not."""

    class Meta:
        permission = DECIDE_JOIN
        target = JoinRequest
        target_argument = "request_id"

    class Input:
        accept = graphene.Boolean(required=True)

    members = graphene.Field(types.ClubMembers)

    @classmethod
    def act(cls, actor, target, *, accept):
        joining.decide_join(target, accept=accept, actor=actor)
        return {"members": members_for(actor, club_of(target.group))}
