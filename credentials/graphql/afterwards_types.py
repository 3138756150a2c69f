"""What becomes of a badge, on the screens of its learner and of those who answer for it. Values are the frozen
dataclasses of `credentials.selectors.answered_views`, `histories` and `stacking_progress`.
"""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from credentials.enums import RevocationKind
from credentials.graphql.types import Art, ResultScale
from credentials.selectors.answered_views import MOST_LISTED, MOST_TO_RENEW
from credentials.selectors.composites import MOST_ASKING
from credentials.selectors.histories import MOST_EVENTS
from credentials.selectors.signed_endorsements import MOST_FOUND, MOST_MINE, MOST_NAMES
from people.graphql.types import Choice


class HistoryLine(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    kind = graphene.String(required=True, description="awarded | corrected | renewed | revoked | expired")
    line = graphene.String(required=True)
    words = graphene.String(required=True, description="Of who did it; empty where nobody wrote any.")
    at = graphene.DateTime(required=True)


class StackProgress(NodeType):
    """A larger badge and how far one is with it."""

    class Meta:
        visible_to = WITH_PARENT

    achievement_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    art = graphene.Field(Art, required=True)
    public_url = graphene.String(required=True)
    have = graphene.Int(required=True)
    need = graphene.Int(required=True)
    lines = few(graphene.String, most=2, description="What is missing, in words.")


class BadgeStory(NodeType):
    """What became of one's badge, and what it counts for."""

    class Meta:
        visible_to = WITH_PARENT

    history = few(HistoryLine, most=MOST_EVENTS)
    revocation = graphene.String(
        required=True, description="Of which kind the reason was; empty while it stands."
    )
    counts_for = few(StackProgress, most=MOST_ASKING)


class AnsweredLine(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    learner = graphene.String(required=True)
    badge_name = graphene.String(required=True)
    art = graphene.Field(Art, required=True)
    group_name = graphene.String(required=True)
    state = graphene.String(required=True, description="awarded | held | expired | revoked | replaced")
    awarded_at = graphene.DateTime(required=True)


class AnsweredPage(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    items = few(AnsweredLine, most=MOST_LISTED)
    next = graphene.ID()


class AnsweredCredential(NodeType):
    """One badge for who answers for it."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    learner = graphene.String(required=True)
    badge_name = graphene.String(required=True)
    art = graphene.Field(Art, required=True)
    issuer_name = graphene.String(required=True)
    group_name = graphene.String(required=True)
    state = graphene.String(required=True, description="awarded | held | expired | revoked | replaced")
    awarded_at = graphene.DateTime(required=True)
    awarded_by = graphene.String(required=True)
    valid_until = graphene.DateTime()
    place = graphene.String(required=True)
    result = graphene.String(required=True, description="The grade; empty without one.")
    result_in_words = graphene.String(required=True, description="The same with its scale.")
    result_scale = graphene.Field(ResultScale)
    activity = graphene.String(required=True)
    revocation = graphene.String(
        required=True, description="Of which kind the reason was, as everybody may read it."
    )
    newer_description = graphene.Boolean(
        required=True, description="Its badge has a newer published version."
    )
    may_revoke = graphene.Boolean(required=True)
    may_correct = graphene.Boolean(required=True)
    may_renew = graphene.Boolean(required=True)
    is_outside = graphene.Boolean(
        required=True, description="Not in the group in which it was given; nobody there has their address."
    )
    history = few(HistoryLine, most=MOST_EVENTS)
    kinds = few(Choice, most=8, description="Why it can be revoked.")

    def resolve_kinds(self, info):
        # "Corrected" is what correcting says by itself.
        return [
            {"code": kind.value, "label": str(kind.label)}
            for kind in RevocationKind
            if kind != RevocationKind.CORRECTED
        ]


class RenewablePerson(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    user_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    valid_until = graphene.DateTime(required=True)
    over = graphene.Boolean(required=True)


class Renewable(NodeType):
    """A badge that some people of a group have to renew."""

    class Meta:
        visible_to = WITH_PARENT

    achievement_id = graphene.ID(required=True)
    badge_name = graphene.String(required=True)
    art = graphene.Field(Art, required=True)
    people = few(RenewablePerson, most=MOST_TO_RENEW)


class StackReviewLine(NodeType):
    """A larger badge one part of which was taken back."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    credential_id = graphene.ID(required=True)
    learner = graphene.String(required=True)
    badge_name = graphene.String(required=True)
    part_name = graphene.String(required=True)
    opened_at = graphene.DateTime(required=True)


class EndorserName(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    issuer_id = graphene.ID(required=True)
    label = graphene.String(required=True)


class Endorsable(NodeType):
    """A formal badge of somebody else."""

    class Meta:
        visible_to = WITH_PARENT

    achievement_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    issuer_name = graphene.String(required=True)
    art = graphene.Field(Art, required=True)


class GivenEndorsement(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    badge_name = graphene.String(required=True)
    by = graphene.String(required=True)
    text = graphene.String(required=True)
    at = graphene.DateTime(required=True)
    outdated = graphene.Boolean(
        required=True, description="About an earlier version than the one awarded now."
    )
    public_url = graphene.String(required=True)


class EndorsingScreen(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    names = few(EndorserName, most=MOST_NAMES)
    given = few(GivenEndorsement, most=MOST_MINE)
    found = few(Endorsable, most=MOST_FOUND)
