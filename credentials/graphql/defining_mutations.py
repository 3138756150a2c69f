"""Describing, publishing and withdrawing badges of an issuer."""

from __future__ import annotations

import graphene
from django.utils import timezone

from core.access import access, as_uuid
from core.graphql import Mutation, mutations
from credentials import defining_rules as rules
from credentials.graphql import defining_types as types
from credentials.graphql.defining_inputs import DescriptionInput
from credentials.graphql.defining_queries import history_view
from credentials.issuer_rules import DEFINE_FOR_ISSUER
from credentials.models import Achievement, AchievementDraft, Issuer, Upload
from credentials.rules import VIEW_ACHIEVEMENT
from credentials.selectors.drafts import draft_view
from credentials.services import drafting, publishing


class BeginBadge(Mutation):
    """Begin to describe a badge; its name is in the language of the person."""

    class Meta:
        permission = DEFINE_FOR_ISSUER
        target = Issuer

    class Input:
        kind = graphene.String(required=True, description="microcredential | digital_badge")
        name = graphene.String(required=True)

    draft = graphene.Field(types.BadgeDraft)

    @classmethod
    def act(cls, actor, target, *, kind, name):
        draft = drafting.begin(target, kind=kind, name=name, language=actor.language, actor=actor)
        return {"draft": draft_view(draft, actor)}


class CopyBadge(Mutation):
    """Begin from a published badge, one's own or another issuer's, who is credited for it."""

    class Meta:
        permission = DEFINE_FOR_ISSUER
        target = Issuer

    class Input:
        source_id = graphene.ID(required=True)

    draft = graphene.Field(types.BadgeDraft)

    @classmethod
    def act(cls, actor, target, *, source_id):
        source = access(actor, VIEW_ACHIEVEMENT, Achievement, source_id)
        return {"draft": draft_view(drafting.copy(source, target, actor=actor), actor)}


class OpenBadge(Mutation):
    """The draft of the next version; begun from what stands now unless somebody is writing one."""

    class Meta:
        permission = rules.MANAGE_ACHIEVEMENT
        target = Achievement

    draft = graphene.Field(types.BadgeDraft)

    @classmethod
    def act(cls, actor, target):
        return {"draft": draft_view(drafting.open_draft(target, actor=actor), actor)}


class SaveDraft(Mutation):
    """Write the parts that changed since `revision` was read; what others wrote meanwhile is refused, not lost."""

    class Meta:
        permission = rules.EDIT_DRAFT
        target = AchievementDraft
        target_argument = "draft_id"

    class Input:
        revision = graphene.Int(required=True)
        changes = graphene.Argument(DescriptionInput, required=True)

    draft = graphene.Field(types.BadgeDraft)

    @classmethod
    def act(cls, actor, target, *, revision, changes):
        draft = drafting.save_changes(target, changes, revision=revision, actor=actor, now=timezone.now())
        return {"draft": draft_view(draft, actor)}


class AddBadgePicture(Mutation):
    """Put a picture that was drawn elsewhere into a draft: a photo that the person has sent to `/uploads/`."""

    class Meta:
        permission = rules.EDIT_DRAFT
        target = AchievementDraft
        target_argument = "draft_id"

    class Input:
        upload_id = graphene.ID(required=True)
        revision = graphene.Int(required=True)

    draft = graphene.Field(types.BadgeDraft)

    @classmethod
    def act(cls, actor, target, *, upload_id, revision):
        sent = as_uuid(upload_id)
        upload = Upload.objects.filter(pk=sent, owner=actor).first() if sent else None
        draft = drafting.use_picture(target, upload, revision=revision, actor=actor, now=timezone.now())
        return {"draft": draft_view(draft, actor)}


class DiscardDraft(Mutation):
    """Let a draft be; a badge that was never published goes with it."""

    class Meta:
        permission = rules.EDIT_DRAFT
        target = AchievementDraft
        target_argument = "draft_id"

    @classmethod
    def act(cls, actor, target):
        drafting.discard(target, actor=actor)


class PublishDraft(Mutation):
    """Make the draft the next version, for good."""

    class Meta:
        permission = rules.PUBLISH_DRAFT
        target = AchievementDraft
        target_argument = "draft_id"

    class Input:
        revision = graphene.Int(required=True, description="The one the person has looked through.")

    number = graphene.Int()
    path = graphene.String()
    achievement_id = graphene.ID()

    @classmethod
    def act(cls, actor, target, *, revision):
        version = publishing.publish_draft(target, revision=revision, actor=actor, now=timezone.now())
        path = f"/achievements/{version.achievement.slug}/v{version.number}"
        return {"number": version.number, "path": path, "achievement_id": version.achievement_id}


class WithdrawBadge(Mutation):
    """Award it no more, with a reason; who has it keeps it."""

    class Meta:
        permission = rules.MANAGE_ACHIEVEMENT
        target = Achievement

    class Input:
        reason = graphene.String(required=True)

    history = graphene.Field(types.BadgeHistory)

    @classmethod
    def act(cls, actor, target, *, reason):
        publishing.withdraw(target, reason, actor=actor, now=timezone.now())
        return {"history": history_view(target)}


class RestoreBadge(Mutation):
    """Award it again."""

    class Meta:
        permission = rules.MANAGE_ACHIEVEMENT
        target = Achievement

    history = graphene.Field(types.BadgeHistory)

    @classmethod
    def act(cls, actor, target):
        publishing.restore(target, actor=actor, now=timezone.now())
        return {"history": history_view(target)}


DefiningMutations = mutations(
    BeginBadge,
    CopyBadge,
    OpenBadge,
    SaveDraft,
    AddBadgePicture,
    DiscardDraft,
    PublishDraft,
    WithdrawBadge,
    RestoreBadge,
)
