"""What the phone reads of presentation pages. Values are the frozen dataclasses of
`portfolio.selectors.presentation_screens`.
"""

from __future__ import annotations

import graphene
from django.conf import settings

from core.graphql import WITH_PARENT, NodeType, few
from credentials.graphql.types import Art
from portfolio.enums import Look
from portfolio.selectors.presentations import MOST_CHOICES
from portfolio.services.own_words import MOST_LANGUAGES, MOST_OWN_SKILLS

MOST_PAGES = settings.KOTYLION_LIMITS["presentation_pages"]
MOST_WORK = settings.KOTYLION_LIMITS["presentation_evidence"]


class PresentationCard(NodeType):
    """A presentation page in the list of its owner."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    label = graphene.String(required=True)
    state = graphene.String(required=True, description="draft | open | withdrawn | expired")
    state_label = graphene.String(required=True)
    open_until = graphene.DateTime()
    views = graphene.Int(
        required=True, description="How often the present link was opened; by whom is kept nowhere."
    )
    badges = graphene.Int(required=True)


class WorkChoice(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    kind_label = graphene.String(required=True)
    glimpse = graphene.String(required=True)
    chosen = graphene.Boolean(required=True)


class BadgeChoice(NodeType):
    """A badge that is, or could be, on the page; with the work it was awarded for."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    art = graphene.Field(Art, required=True)
    issuer_name = graphene.String(required=True)
    awarded_at = graphene.DateTime(required=True)
    chosen = graphene.Boolean(required=True)
    work = few(WorkChoice, most=MOST_WORK)


class NameChoice(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    label = graphene.String(required=True)
    name = graphene.String(required=True)
    possible = graphene.Boolean(required=True)


class LookChoice(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    label = graphene.String(required=True)


class SkillOnPage(NodeType):
    """A skill in one's own words that stands on the page, or could."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    text = graphene.String(required=True)
    chosen = graphene.Boolean(required=True)


class PresentationScreen(NodeType):
    """One page with everything its owner can change."""

    class Meta:
        visible_to = WITH_PARENT

    card = graphene.Field(PresentationCard, required=True)
    headline = graphene.String(required=True)
    about = graphene.String(required=True)
    shown_name = graphene.String(required=True)
    look = graphene.String(required=True)
    with_outcomes = graphene.Boolean(required=True)
    with_languages = graphene.Boolean(required=True)
    days = graphene.Int(required=True)
    url = graphene.String(required=True, description="The secret link, for its owner; empty unless open.")
    qr_svg = graphene.String(required=True)
    preview_url = graphene.String(required=True)
    needs_guardian = graphene.Boolean(required=True)
    approved = graphene.Boolean(
        required=True, description="It may be opened: a guardian has agreed, or none is needed."
    )
    names = few(NameChoice, most=3)
    looks = few(LookChoice, most=len(Look))
    choices = few(BadgeChoice, most=MOST_CHOICES)
    languages = few(graphene.String, most=MOST_LANGUAGES)
    skills = few(SkillOnPage, most=MOST_OWN_SKILLS)
