"""Revoking, correcting, renewing, and deciding about larger badges."""

from __future__ import annotations

import graphene
from django.utils import timezone
from django.utils.translation import ngettext_lazy

from core.access import NotFound, access, as_uuid
from core.graphql import Mutation, mutations
from core.refusals import Refusal
from credentials import afterwards_rules as rules
from credentials.graphql import afterwards_types as types
from credentials.issuer_rules import VIEW_ISSUER
from credentials.models import Achievement, AnsweredCredential, Issuer, StackReview
from credentials.selectors.answered_views import answered_view
from credentials.selectors.signed_endorsements import endorsing_screen
from credentials.services import formal_endorsing, reissuing, revoking, stack_reviews
from people.models import Group
from people.selectors.groups import students_of

MOST_AT_ONCE = 100


class RevokeCredential(Mutation):
    """Take a badge back for good: its kind of reason is public, its words are for the learner, who may appeal."""

    class Meta:
        permission = rules.REVOKE
        target = AnsweredCredential
        target_argument = "credential_id"

    class Input:
        kind = graphene.String(required=True)
        reason = graphene.String(required=True)

    credential = graphene.Field(types.AnsweredCredential)

    @classmethod
    def act(cls, actor, target, *, kind, reason):
        revoking.revoke(target, actor=actor, reason=reason, kind=kind, now=timezone.now())
        return {"credential": answered_view(target, actor)}


class CorrectCredential(Mutation):
    """Award it anew with what is right, and revoke the wrong one. What is left out stays as it was."""

    class Meta:
        permission = rules.CORRECT
        target = AnsweredCredential
        target_argument = "credential_id"

    class Input:
        reason = graphene.String(required=True)
        note = graphene.String()
        awarded_on = graphene.Date()
        place = graphene.String()
        activity = graphene.String()
        result = graphene.String(description="A grade on the scale of the badge.")
        newest = graphene.Boolean()

    credential = graphene.Field(types.AnsweredCredential)

    @classmethod
    def act(cls, actor, target, *, reason, newest=False, **said):
        correction = reissuing.Correction(**said, newest=bool(newest))
        new = reissuing.correct(target, correction=correction, reason=reason, actor=actor, now=timezone.now())
        return {"credential": answered_view(new, actor)}


class RenewBadges(Mutation):
    """Renew a badge for 1 to 100 people of the group whose time is over or ends within 60 days."""

    class Meta:
        permission = rules.RENEW
        target = Group

    class Input:
        achievement_id = graphene.ID(required=True)
        student_ids = graphene.List(graphene.NonNull(graphene.ID), required=True)

    batch_id = graphene.ID()
    people = graphene.Int()

    @classmethod
    def act(cls, actor, target, *, achievement_id, student_ids):
        wanted = {as_uuid(one) for one in student_ids}
        if not 1 <= len(wanted) <= MOST_AT_ONCE:
            raise Refusal(
                "HOW_MANY",
                ngettext_lazy(
                    "Choose from 1 to %(most)d person.", "Choose from 1 to %(most)d people.", "most"
                ),
                "student_ids",
                most=MOST_AT_ONCE,
            )
        people = list(students_of(target).filter(pk__in=[one for one in wanted if one is not None]))
        if len(people) != len(wanted):
            raise NotFound
        # `renew` itself asks whether the group may award it; a made-up id gets the same refusal as a foreign one.
        badge = Achievement(pk=as_uuid(achievement_id))
        batch = reissuing.renew(badge, people, actor=actor, group=target, now=timezone.now())
        return {"batch_id": batch and batch.pk, "people": batch.credentials.count() if batch else 0}


class RenewCredential(Mutation):
    """Renew the badge of one person, also of somebody outside, from 60 days before its end."""

    class Meta:
        permission = rules.RENEW_ONE
        target = AnsweredCredential
        target_argument = "credential_id"

    credential = graphene.Field(types.AnsweredCredential)

    @classmethod
    def act(cls, actor, target):
        new = reissuing.renew_one(target, actor=actor, now=timezone.now())
        return {"credential": answered_view(new, actor)}


class DecideStackReview(Mutation):
    """A part of a larger badge was taken back: keep the larger one, or revoke it."""

    class Meta:
        permission = rules.VIEW_REVIEW
        target = StackReview
        target_argument = "review_id"

    class Input:
        decision = graphene.String(required=True)
        words = graphene.String()

    decided = graphene.Boolean()

    @classmethod
    def act(cls, actor, target, *, decision, words=None):
        stack_reviews.decide(target, decision=decision, words=words or "", actor=actor, now=timezone.now())
        return {"decided": True}


class EndorseAchievement(Mutation):
    """Stand up for a formal badge of somebody else in one's organisation's name: signed and public."""

    class Meta:
        permission = rules.ENDORSE_FORMAL
        target = Achievement

    class Input:
        issuer_id = graphene.ID(required=True)
        text = graphene.String(required=True)

    endorsing = graphene.Field(types.EndorsingScreen)

    @classmethod
    def act(cls, actor, target, *, issuer_id, text):
        issuer = access(actor, VIEW_ISSUER, Issuer, issuer_id)
        formal_endorsing.endorse_formal(target, issuer=issuer, by=actor, text=text, now=timezone.now())
        return {"endorsing": endorsing_screen(actor)}


AfterwardsMutations = mutations(
    EndorseAchievement, RevokeCredential, CorrectCredential, RenewBadges, RenewCredential, DecideStackReview
)
