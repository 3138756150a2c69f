"""Reading what an issuer describes."""

from __future__ import annotations

from typing import Any

import graphene

from core.graphql import SELF, few, query_field
from credentials import defining_rules as rules
from credentials.graphql import defining_types as types
from credentials.issuer_rules import DEFINE_FOR_ISSUER
from credentials.models import Achievement, AchievementDraft, Issuer
from credentials.selectors import defining, drafts, version_history
from credentials.selectors.formal_designs import editor_choices

LONGEST_QUESTION = 80


def asked(words):
    """What somebody looks for, without signs that a database does not take."""
    return (words or "").replace("\x00", "").strip()[:LONGEST_QUESTION]


def history_view(target):
    name = target.current_version.name if target.current_version else {}
    draft = AchievementDraft.objects.filter(achievement=target).values_list("pk", flat=True).first()
    return {
        "name": defining.name_of(name),
        "issuer_id": target.issuer_id,
        "path": f"/achievements/{target.slug}/",
        "draft_id": draft,
        "withdrawn": target.withdrawn_at is not None,
        "versions": version_history.versions_of(target),
        "withdrawals": version_history.withdrawals_of(target),
    }


class DefiningQueries:
    @query_field(
        few(types.DefiningIssuer, most=defining.MOST_ISSUERS),
        permission=rules.LIST_DEFINING,
        target=SELF,
        description="Issuers in whose name the person describes badges.",
    )
    def my_defining(info, target):
        return defining.defining_issuers(target)

    @query_field(
        graphene.NonNull(types.EditorChoices),
        permission=rules.LIST_DEFINING,
        target=SELF,
        description="Vocabularies of the description standard and parts of the picture.",
    )
    def editor_choices(info, target):
        return editor_choices()

    @query_field(
        types.BadgeRows,
        permission=DEFINE_FOR_ISSUER,
        target=Issuer,
        description="The issuer's badges, published or not.",
        words=graphene.String(),
        state=graphene.String(),
        limit=graphene.Int(default_value=30),
        after=graphene.ID(),
    )
    def described_badges(info, target, words=None, state=None, limit=30, after=None):
        return defining.badge_rows(target, words=asked(words), state=state or "", limit=limit, after=after)

    @query_field(
        few(types.BadgeName, most=drafts.MOST_FOUND),
        permission=DEFINE_FOR_ISSUER,
        target=Issuer,
        description="Public badges from which the issuer may begin one of its own.",
        words=graphene.String(),
    )
    def copyable_badges(info, target, words=None):
        return drafts.copyable(asked(words))

    @query_field(
        types.BadgeDraft,
        permission=rules.VIEW_DRAFT,
        target=AchievementDraft,
        target_argument="draft_id",
        description="A draft with its checklist.",
    )
    def badge_draft(info: Any, target: AchievementDraft) -> Any:
        return drafts.draft_view(target, info.context.user)

    @query_field(
        few(types.DescriptionChange, most=types.MOST_CHANGES),
        permission=rules.VIEW_DRAFT,
        target=AchievementDraft,
        target_argument="draft_id",
        description="What publishing would change in what stands now.",
    )
    def draft_changes(info, target):
        return drafts.draft_changes(target)

    @query_field(
        few(types.BadgeName, most=drafts.MOST_FOUND),
        permission=rules.VIEW_DRAFT,
        target=AchievementDraft,
        target_argument="draft_id",
        description="Public badges that this one may require.",
        words=graphene.String(),
    )
    def requirable_badges(info, target, words=None):
        return drafts.requirable(asked(words), besides=target.achievement)

    @query_field(
        types.BadgeHistory,
        permission=rules.MANAGE_ACHIEVEMENT,
        target=Achievement,
        description="The published versions of a badge, the newest first.",
    )
    def badge_history(info, target):
        return history_view(target)

    @query_field(
        few(types.DescriptionChange, most=types.MOST_CHANGES, required=False),
        permission=rules.MANAGE_ACHIEVEMENT,
        target=Achievement,
        description="What changed from one published version to another, in words.",
        older=graphene.Int(required=True),
        newer=graphene.Int(required=True),
    )
    def version_difference(info, target, older, newer):
        return version_history.difference(target, older, newer)
