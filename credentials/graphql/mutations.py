"""Acting on one's own badges. Awarding, undoing and releasing are the classroom's doors."""

from __future__ import annotations

import graphene
from django.utils import timezone

from core.access import access, as_uuid
from core.graphql import Mutation, mutations
from credentials import rules
from credentials.graphql import types
from credentials.models import Achievement, Credential
from credentials.selectors.badges import badge_view
from credentials.services import celebrating, claiming, sharing
from people.models import Group


class MarkCelebrated(Mutation):
    """The celebration of this badge has been seen."""

    class Meta:
        permission = rules.CELEBRATE
        target = Credential

    badge = graphene.Field(types.Badge)

    @classmethod
    def act(cls, actor, target):
        celebrating.mark_celebrated(target, now=timezone.now())
        return {"badge": badge_view(target, actor)}


class ShareBadge(Mutation):
    """Make a secret link to one's own badge. The address is answered once and never again."""

    class Meta:
        permission = rules.SHARE
        target = Credential

    class Input:
        shown_name = graphene.String(required=True)
        with_place = graphene.Boolean(required=True)
        with_result = graphene.Boolean(description="Whether the page shows the grade; not unless it says so.")
        days = graphene.Int(required=True)

    url = graphene.String()
    badge = graphene.Field(types.Badge)

    @classmethod
    def act(cls, actor, target, *, shown_name, with_place, days, with_result=False):
        shared = sharing.share(
            target,
            owner=actor,
            shown_name=shown_name,
            with_place=with_place,
            days=days,
            now=timezone.now(),
            with_result=bool(with_result),
        )
        return {"url": shared.address, "badge": badge_view(target, actor)}


class WithdrawShares(Mutation):
    """End every link to one's own badge at once."""

    class Meta:
        permission = rules.SHARE
        target = Credential

    badge = graphene.Field(types.Badge)

    @classmethod
    def act(cls, actor, target):
        sharing.withdraw_shares(target, owner=actor, now=timezone.now())
        return {"badge": badge_view(target, actor)}


class PrintClaimCodes(Mutation):
    """Printed codes for people without an account. The page to print is answered once."""

    class Meta:
        permission = rules.PRINT_CLAIM_CODES
        target = Group

    class Input:
        achievement_id = graphene.ID(required=True)
        count = graphene.Int(required=True)
        note = graphene.String()

    print_url = graphene.String()

    @classmethod
    def act(cls, actor, target, *, achievement_id, count, note=""):
        achievement = access(actor, rules.VIEW_ACHIEVEMENT, Achievement, achievement_id)
        sheet = claiming.make_sheet(achievement, target, count, note=note or "", actor=actor)
        return {"print_url": f"/codes/{sheet.id}/print"}


class EndClaimSheet(Mutation):
    """No code of a printed sheet works any more; badges that were taken stay."""

    class Meta:
        permission = rules.PRINT_CLAIM_CODES
        target = Group

    class Input:
        sheet_id = graphene.ID(required=True)

    ended = graphene.Int()

    @classmethod
    def act(cls, actor, target, *, sheet_id):
        ended = claiming.end_sheet_of(target, as_uuid(sheet_id), actor=actor, now=timezone.now())
        return {"ended": ended}


Mutations = mutations(MarkCelebrated, ShareBadge, WithdrawShares, PrintClaimCodes, EndClaimSheet)
