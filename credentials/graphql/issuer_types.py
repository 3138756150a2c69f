"""What the people of an issuer read of it. Values are those of `credentials.selectors.issuer_screens`."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from credentials.selectors import issuer_screens as screens
from credentials.selectors.issuer_history import MOST_DECISIONS
from people.graphql.types import Choice


class IssuerRow(NodeType):
    """An issuer for which the person works."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    standing = graphene.String(
        required=True, description="draft | applied | accredited | suspended | withdrawn"
    )
    tone = graphene.String(required=True, description="good | warning | over | quiet")
    line = graphene.String(required=True)
    application = graphene.String(required=True, description="draft | sent | more_asked, or empty.")
    application_label = graphene.String(required=True)


class MyIssuers(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    issuers = few(IssuerRow, most=screens.MOST_ISSUERS)
    groups = few(Choice, most=screens.MOST_GROUPS, description="Schools and organisations that could apply.")
    may_start = graphene.Boolean(required=True)
    leads = few(Choice, most=screens.MOST_GROUPS, description="Groups that could award badges of an issuer.")


class IssuerWords(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    language = graphene.String(required=True)
    name = graphene.String(required=True)
    description = graphene.String(required=True)
    quality_assurance = graphene.String(required=True)


class IssuerDecision(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    since = graphene.Date(required=True)
    label = graphene.String(required=True)
    reason = graphene.String(required=True)
    written_in = graphene.String(required=True, description="The language of the reason.")
    agreement = graphene.String(required=True)


class IssuerDesk(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    row = graphene.Field(IssuerRow, required=True)
    more = graphene.String(required=True)
    manages = graphene.Boolean(required=True)
    may_define = graphene.Boolean(required=True)
    may_award = graphene.Boolean(required=True)
    may_apply = graphene.Boolean(required=True)
    organisation = graphene.String(required=True)
    words = few(IssuerWords, most=3)
    url = graphene.String(required=True)
    email = graphene.String(required=True)
    name_fixed = graphene.Boolean(required=True)
    agreement_number = graphene.String(required=True)
    agreement_from = graphene.Date()
    agreement_until = graphene.Date()
    public_path = graphene.String(required=True)
    figures_path = graphene.String(required=True)
    history = few(IssuerDecision, most=MOST_DECISIONS)


class IssuerQuestion(NodeType):
    """One criterion of the self-assessment."""

    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    group = graphene.String(required=True, description="access | supplementary | horizontal")
    group_label = graphene.String(required=True)
    title = graphene.String(required=True)
    question = graphene.String(required=True)
    why = graphene.String(required=True)
    required = graphene.Boolean(required=True)
    answer = graphene.String(required=True)
    link = graphene.String(required=True)
    met = graphene.Boolean(description="Null until somebody has decided.")
    note = graphene.String(required=True)


class IssuerApplicationView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    state = graphene.String(
        required=True, description="draft | sent | more_asked | accepted | refused | withdrawn"
    )
    state_label = graphene.String(required=True)
    writable = graphene.Boolean(required=True)
    reason = graphene.String(required=True)
    written_in = graphene.String(required=True, description="The language of the reason.")
    sent_at = graphene.DateTime()
    questions = few(IssuerQuestion, most=30)


class Colleague(NodeType):
    """Somebody who works for an issuer. Without an id: who coordinates the organisation behind it."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID()
    name = graphene.String(required=True)
    manages = graphene.Boolean(required=True)
    may_define = graphene.Boolean(required=True)
    may_award = graphene.Boolean(required=True)
    is_me = graphene.Boolean(required=True)


class IssuerPeople(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    people = few(Colleague, most=screens.MOST_PEOPLE)
    open_links = graphene.Int(required=True)


class AwardPlace(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    kind_label = graphene.String(required=True)
    allowed = graphene.Boolean(required=True)


class AwardPlaceRequest(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    group_name = graphene.String(required=True)
    kind_label = graphene.String(required=True)
    note = graphene.String(required=True)
    asked_at = graphene.DateTime(required=True)


class IssuerPlaces(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    places = few(AwardPlace, most=screens.MOST_PLACES)
    requests = few(AwardPlaceRequest, most=screens.MOST_REQUESTS)


class IssuersToAsk(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    issuers = few(Choice, most=screens.MOST_TO_ASK)
    asked = few(graphene.ID, most=screens.MOST_TO_ASK)
    allowed = few(graphene.ID, most=screens.MOST_TO_ASK)
