"""Badges of a club: making, pooling, handing out, nominating, thanking, standing up for one."""

from __future__ import annotations

import graphene
from django.utils import timezone, translation

from clubs import rules
from clubs.graphql import badge_types
from clubs.graphql.inputs import ClubBadgeInput
from clubs.graphql.queries import badge_view
from clubs.models import Club
from clubs.selectors.badges import pooled
from clubs.selectors.nominations import nominations_to_decide
from clubs.services import badges, nominating, recognising, thanking
from core.access import NotFound, access, as_uuid
from core.graphql import Mutation, few
from credentials.models import Achievement, Endorsement, Issuer, Upload
from credentials.rules import ENDORSE, VIEW_UPLOAD, WITHDRAW_ENDORSEMENT
from credentials.services import endorsing
from events.models import Event
from events.rules import VIEW_EVENT
from events.services.attendance_badges import context_of
from people.models import Group


def wanted(id):
    """A UUID; NotFound for anything that cannot be one."""
    key = as_uuid(id)
    if key is None:
        raise NotFound
    return key


class MakeClubBadge(Mutation):
    """A club badge in a minute: name and look; the rest may stay empty."""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        badge = graphene.Argument(ClubBadgeInput, required=True)

    badge = graphene.Field(badge_types.ClubBadgeView)

    @classmethod
    def act(cls, actor, target, *, badge):
        made = badges.make_badge(target, badge, actor=actor, now=timezone.now())
        return {"badge": badge_view(made, actor)}


class ChangeClubBadge(Mutation):
    """Another look or other words; who has the badge keeps what they got."""

    class Meta:
        permission = rules.MANAGE_BADGE
        target = Achievement

    class Input:
        badge = graphene.Argument(ClubBadgeInput, required=True)

    badge = graphene.Field(badge_types.ClubBadgeView)

    @classmethod
    def act(cls, actor, target, *, badge):
        return {"badge": badge_view(badges.change_badge(target, badge, actor=actor), actor)}


class ArchiveClubBadge(Mutation):
    """Offer the badge no more; who has it keeps it."""

    class Meta:
        permission = rules.MANAGE_BADGE
        target = Achievement

    badge = graphene.Field(badge_types.ClubBadgeView)

    @classmethod
    def act(cls, actor, target):
        archived = badges.archive_badge(target, actor=actor, now=timezone.now())
        return {"badge": badge_view(archived, actor)}


class RestoreClubBadge(Mutation):
    """Offer an archived badge again."""

    class Meta:
        permission = rules.MANAGE_BADGE
        target = Achievement

    badge = graphene.Field(badge_types.ClubBadgeView)

    @classmethod
    def act(cls, actor, target):
        return {"badge": badge_view(badges.restore_badge(target, actor=actor), actor)}


class ShareClubBadgeInPool(Mutation):
    """Let other clubs take and adapt the badge, or no longer."""

    class Meta:
        permission = rules.MANAGE_BADGE
        target = Achievement

    class Input:
        shared = graphene.Boolean(required=True)

    badge = graphene.Field(badge_types.ClubBadgeView)

    @classmethod
    def act(cls, actor, target, *, shared):
        done = badges.share_in_pool(target, shared=shared, actor=actor, now=timezone.now())
        return {"badge": badge_view(done, actor)}


class AdaptClubBadge(Mutation):
    """Take a badge from the pool into one's own club; its source is credited."""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        achievement_id = graphene.ID(required=True)

    badge = graphene.Field(badge_types.ClubBadgeView)

    @classmethod
    def act(cls, actor, target, *, achievement_id):
        source = pooled(achievement_id)
        if source is None:
            raise NotFound
        with translation.override(actor.language):
            made = badges.adapt_badge(target, source, actor=actor, now=timezone.now())
        return {"badge": badge_view(made, actor)}


class RecogniseMembers(Mutation):
    """Hand a badge to members: one act, one credential each; also later from a phone that had no network."""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        achievement_id = graphene.ID(required=True)
        user_ids = graphene.List(graphene.NonNull(graphene.ID), required=True)
        event_id = graphene.ID()
        note = graphene.String()
        picture_id = graphene.ID()
        at = graphene.DateTime(description="When it was handed over, told by a phone that had no network.")

    batch_id = graphene.ID()
    people = graphene.Int()
    undo_until = graphene.DateTime()
    cancelled = graphene.Boolean()

    @classmethod
    def act(
        cls, actor, target, *, achievement_id, user_ids, event_id=None, note=None, picture_id=None, at=None
    ):
        picture = access(actor, VIEW_UPLOAD, Upload, picture_id) if picture_id is not None else None
        if picture is not None and picture.owner_id != actor.pk:
            raise NotFound
        awarded = recognising.recognise(
            target,
            achievement_id,
            user_ids,
            actor=actor,
            note=note or "",
            picture=picture,
            context=cls._context(actor, target, event_id),
            at=at,
        )
        batch = awarded.batch
        if batch is None:
            return {"people": 0}
        return {
            "batch_id": batch.pk,
            "people": len(awarded.credentials),
            "undo_until": batch.undo_until,
            "cancelled": False,
        }

    @staticmethod
    def _context(actor, club, event_id):
        """Place and dates of the club's own event, as they are now."""
        if event_id is None:
            return None
        event = access(actor, VIEW_EVENT, Event, event_id)
        if event.group_id != club.group_id:
            raise NotFound
        return context_of(event, actor.language)


class Nominate(Mutation):
    """Propose a member for a badge; those who lead look at it when there are enough."""

    class Meta:
        permission = rules.TAKE_PART
        target = Club
        target_argument = "group_id"

    class Input:
        achievement_id = graphene.ID(required=True)
        user_id = graphene.ID(required=True)
        reason = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, achievement_id, user_id, reason):
        nominating.nominate(
            target, wanted(achievement_id), wanted(user_id), reason, actor=actor, now=timezone.now()
        )


class DecideNominations(Mutation):
    """Answer all nominations of one person for one badge in one act."""

    class Meta:
        permission = rules.LEAD_CLUB
        target = Club
        target_argument = "group_id"

    class Input:
        achievement_id = graphene.ID(required=True)
        user_id = graphene.ID(required=True)
        accept = graphene.Boolean(required=True)

    piles = few(badge_types.NominationPile, most=30, required=False)
    batch_id = graphene.ID()

    @classmethod
    def act(cls, actor, target, *, achievement_id, user_id, accept):
        batch = nominating.decide_nominations(
            target,
            wanted(achievement_id),
            wanted(user_id),
            accept=accept,
            actor=actor,
            now=timezone.now(),
        )
        return {"piles": nominations_to_decide(target), "batch_id": batch.pk if batch else None}


class Thank(Mutation):
    """Thank a member in one of the fixed words."""

    class Meta:
        permission = rules.TAKE_PART
        target = Club
        target_argument = "group_id"

    class Input:
        user_id = graphene.ID(required=True)
        word = graphene.String(required=True)

    @classmethod
    def act(cls, actor, target, *, user_id, word):
        thanking.thank(target, wanted(user_id), word, actor=actor, now=timezone.now())


class EndorseBadge(Mutation):
    """Stand up for a club badge: in one's own name, or a school's, an organisation's, an issuer's."""

    class Meta:
        permission = ENDORSE
        target = Achievement

    class Input:
        group_id = graphene.ID()
        issuer_id = graphene.ID()
        text = graphene.String()

    badge = graphene.Field(badge_types.ClubBadgeView)

    @classmethod
    def act(cls, actor, target, *, group_id=None, issuer_id=None, text=None):
        group = access(actor, "people.view_group", Group, group_id) if group_id is not None else None
        issuer = (
            access(actor, "credentials.view_issuer", Issuer, issuer_id) if issuer_id is not None else None
        )
        endorsing.endorse(target, by=actor, group=group, issuer=issuer, text=text or "")
        return {"badge": badge_view(target, actor)}


class WithdrawEndorsement(Mutation):
    """Take an endorsement back."""

    class Meta:
        permission = WITHDRAW_ENDORSEMENT
        target = Endorsement

    badge = graphene.Field(badge_types.ClubBadgeView)

    @classmethod
    def act(cls, actor, target):
        endorsing.withdraw(target, actor=actor, now=timezone.now())
        # What an organisation said of a formal badge is no matter of a club.
        return {"badge": badge_view(target.achievement, actor)} if target.achievement.club_id else {}
