"""Acting on one's own presentation pages."""

from __future__ import annotations

from typing import Any

import graphene
from django.utils import timezone

from core.access import access_all
from core.graphql import SELF, Mutation
from credentials.models import Credential, Evidence
from credentials.rules import SHARE, VIEW_EVIDENCE
from portfolio import rules
from portfolio.graphql.presentation_types import PresentationScreen
from portfolio.models import OwnSkill, PresentationPage
from portfolio.selectors.presentation_screens import presentation_screen
from portfolio.services import composing, showing
from portfolio.services.own_words import MOST_OWN_SKILLS


def shown(page: PresentationPage) -> dict[str, Any]:
    return {"presentation": presentation_screen(page, timezone.now())}


class ComposePresentation(Mutation):
    """A new page that nobody sees yet: for a university, a job, somebody else. The newest badges are on it."""

    class Meta:
        permission = rules.COMPOSE_PRESENTATION
        target = SELF

    class Input:
        purpose = graphene.String(required=True, description="university | job | other")

    presentation = graphene.Field(PresentationScreen)

    @classmethod
    def act(cls, actor, target, *, purpose):
        return shown(composing.compose(target, purpose, now=timezone.now()))


class ChangePresentation(Mutation):
    """Change one's own page; what is left out stays. Below 16 it closes until a guardian has agreed again."""

    class Meta:
        permission = rules.CHANGE_PRESENTATION
        target = PresentationPage

    class Input:
        label = graphene.String()
        headline = graphene.String()
        about = graphene.String()
        shown_name = graphene.String()
        look = graphene.String()
        with_outcomes = graphene.Boolean()
        with_languages = graphene.Boolean()
        days = graphene.Int()
        badge_ids = graphene.List(graphene.NonNull(graphene.ID))
        evidence_ids = graphene.List(graphene.NonNull(graphene.ID))
        skill_ids = graphene.List(graphene.NonNull(graphene.ID))

    presentation = graphene.Field(PresentationScreen)

    @classmethod
    def act(cls, actor, target, *, badge_ids=None, evidence_ids=None, skill_ids=None, **words):
        changes = composing.Changes(
            badges=None if badge_ids is None else access_all(actor, SHARE, Credential, badge_ids[:200]),
            evidence=(
                None
                if evidence_ids is None
                else access_all(actor, VIEW_EVIDENCE, Evidence, evidence_ids[:200])
            ),
            skills=(
                None
                if skill_ids is None
                else access_all(actor, rules.VIEW_OWN_SKILL, OwnSkill, skill_ids[:MOST_OWN_SKILLS])
            ),
            **words,
        )
        return shown(composing.change(target, changes, now=timezone.now()))


class OpenPresentation(Mutation):
    """Give one's own page a secret link; a page that is open keeps the one it has."""

    class Meta:
        permission = rules.CHANGE_PRESENTATION
        target = PresentationPage

    presentation = graphene.Field(PresentationScreen)

    @classmethod
    def act(cls, actor, target):
        return shown(showing.open_page(target, now=timezone.now()))


class WithdrawPresentation(Mutation):
    """Take one's own page down: its link is dead at once."""

    class Meta:
        permission = rules.CHANGE_PRESENTATION
        target = PresentationPage

    presentation = graphene.Field(PresentationScreen)

    @classmethod
    def act(cls, actor, target):
        return shown(showing.withdraw_page(target, now=timezone.now()))


class DeletePresentation(Mutation):
    """Forget one's own page."""

    class Meta:
        permission = rules.CHANGE_PRESENTATION
        target = PresentationPage

    @classmethod
    def act(cls, actor, target):
        composing.delete(target)


PRESENTATION_MUTATIONS = (
    ComposePresentation, ChangePresentation, OpenPresentation, WithdrawPresentation, DeletePresentation,
)  # fmt: skip
