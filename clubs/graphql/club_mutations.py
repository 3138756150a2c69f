"""Starting, changing and keeping a club; asking somebody to vouch, and answering."""

from __future__ import annotations

import graphene
from django.utils import timezone

from clubs import rules
from clubs.graphql import types
from clubs.graphql.inputs import ClubInput
from clubs.models import Club, Vouch
from clubs.selectors.screens import club_screen
from clubs.selectors.vouches import vouch_view
from clubs.services import archiving, changing, starting, vouching
from core.access import NotFound, as_uuid
from core.graphql import SELF, Mutation
from people.models import Group


class StartClub(Mutation):
    """A club in sixty seconds: it lives at once, inside safe limits until somebody vouches."""

    class Meta:
        permission = rules.START_CLUB
        target = SELF

    class Input:
        name = graphene.String(required=True)
        purpose = graphene.String(required=True)
        kind = graphene.String()

    club = graphene.Field(types.ClubScreen)

    @classmethod
    def act(cls, actor, target, *, name, purpose, kind=None):
        started = starting.start_club(actor, name=name, purpose=purpose, kind=kind or "")
        return {"club": club_screen(started, actor)}


class ChangeClub(Mutation):
    """Words, kind, way of joining, place and time: what is left out stays as it is."""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        club = graphene.Argument(ClubInput, required=True)

    club = graphene.Field(types.ClubScreen)

    @classmethod
    def act(cls, actor, target, *, club):
        return {"club": club_screen(changing.change_club(target, club, actor=actor), actor)}


class ArchiveClub(Mutation):
    """Put the club away; everybody keeps their badges."""

    class Meta:
        permission = rules.KEEP_CLUB
        target = Club
        target_argument = "group_id"

    club = graphene.Field(types.ClubScreen)

    @classmethod
    def act(cls, actor, target):
        return {"club": club_screen(archiving.archive_club(target, actor=actor), actor)}


class RestoreClub(Mutation):
    """Open an archived club again."""

    class Meta:
        permission = rules.KEEP_CLUB
        target = Club
        target_argument = "group_id"

    club = graphene.Field(types.ClubScreen)

    @classmethod
    def act(cls, actor, target):
        return {"club": club_screen(archiving.restore_club(target, actor=actor), actor)}


class AskForVouch(Mutation):
    """Ask a school or an organisation to answer for this club's leader."""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        by_group_id = graphene.ID(required=True)

    club = graphene.Field(types.ClubScreen)

    @classmethod
    def act(cls, actor, target, *, by_group_id):
        # Schools and organisations are public by name: whoever leads a club may ask any of them.
        key = as_uuid(by_group_id)
        by = Group.objects.filter(pk=key, kind__in=vouching.ANSWERING_KINDS).first() if key else None
        if by is None:
            raise NotFound
        vouching.ask_for_vouch(target, by, actor=actor, now=timezone.now())
        return {"club": club_screen(target, actor)}


class DecideVouch(Mutation):
    """Vouch for a club that asks, or decline."""

    class Meta:
        permission = rules.DECIDE_VOUCH
        target = Vouch

    class Input:
        give = graphene.Boolean(required=True)
        reason = graphene.String()

    vouch = graphene.Field(types.VouchView)

    @classmethod
    def act(cls, actor, target, *, give, reason=None):
        decided = vouching.decide_vouch(
            target, give=give, reason=reason or "", actor=actor, now=timezone.now()
        )
        return {"vouch": vouch_view(decided)}


class WithdrawVouch(Mutation):
    """The school or organisation vouches no longer: the club is back inside the safe limits."""

    class Meta:
        permission = rules.DECIDE_VOUCH
        target = Vouch

    class Input:
        reason = graphene.String()

    vouch = graphene.Field(types.VouchView)

    @classmethod
    def act(cls, actor, target, *, reason=None):
        withdrawn = vouching.withdraw_vouch(target, reason=reason or "", actor=actor, now=timezone.now())
        return {"vouch": vouch_view(withdrawn)}
