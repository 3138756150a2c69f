"""What the phone reads of achievements and badges. Values are the frozen dataclasses of
`credentials.selectors`.
"""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from core.translated import in_language
from credentials.graphql.trust_types import TrustLadder
from credentials.models import Achievement
from credentials.scales import MOST_GRADES, Scale, plain_number
from credentials.selectors.badges import MOST_BADGES, art_view

MOST_OUTCOMES, MOST_CRITERIA, MOST_SHARES = 10, 10, 5


class Art(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    svg_url = graphene.String(required=True)
    alt = graphene.String(required=True)
    outline_url = graphene.String(required=True)


class OutcomeText(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    text = graphene.String(required=True)
    criteria = few(graphene.String, most=MOST_CRITERIA)


class ShareInfo(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    shown_name = graphene.String(required=True)
    with_place = graphene.Boolean(required=True)
    with_result = graphene.Boolean(required=True)
    created_at = graphene.DateTime(required=True)
    expires_at = graphene.DateTime(required=True)


class Badge(NodeType):
    """One badge of one person."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    achievement_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    description = graphene.String(required=True)
    kind = graphene.String(required=True, description="microcredential | digital_badge | club_badge")
    art = graphene.Field(Art, required=True)
    issuer_name = graphene.String(required=True)
    state = graphene.String(required=True, description="awarded | held | revoked | cancelled | expired")
    awarded_at = graphene.DateTime(required=True)
    awarded_by = graphene.String(required=True)
    group_name = graphene.String(required=True)
    note = graphene.String(required=True)
    result = graphene.String(required=True, description="The grade with its scale; empty without one.")
    picture_url = graphene.String(
        required=True,
        description="The picture that came with it, for who got it and who leads; empty without one.",
    )
    criteria = few(OutcomeText, most=MOST_OUTCOMES)
    trust = graphene.Field(
        TrustLadder, required=True, description="Where it stands and who stands behind it."
    )
    workload_hours = graphene.Float()
    celebrated = graphene.Boolean(required=True)
    signed = graphene.Boolean(
        required=True, description="Signed: it can be shared and verified. Until then it says when."
    )
    signed_from = graphene.DateTime(required=True)
    valid_until = graphene.DateTime()
    may_share_publicly = graphene.Boolean(required=True)
    shares = few(ShareInfo, most=MOST_SHARES)
    png_url = graphene.String(
        required=True, description="Addresses of the documents, for the owner (baked PNG, JSON)."
    )
    json_url = graphene.String(required=True)


class BadgePage(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    items = few(Badge, most=MOST_BADGES)
    next = graphene.ID()


class ResultScale(NodeType):
    """How a badge is graded: `values` from low to high, or numbers from `least` to `most`."""

    class Meta:
        visible_to = WITH_PARENT

    kind = graphene.String(required=True, description="grades | percent | points")
    values = few(graphene.String, most=MOST_GRADES)
    least = graphene.String(required=True)
    most = graphene.String(required=True)
    required = graphene.String(
        required=True, description="Without this or more it is not given; empty for none."
    )

    def resolve_least(self, info):
        return plain_number(self.least)

    def resolve_most(self, info):
        return plain_number(self.most)


class AchievementRef(NodeType):
    """An achievement in a word and a picture. The value is an Achievement with its current version at hand."""

    class Meta:
        visible_to = Achievement

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    kind = graphene.String(required=True)
    art = graphene.Field(Art, required=True)
    result_scale = graphene.Field(ResultScale, description="It may be given with a grade on it.")

    def resolve_name(self, info):
        return in_language(self.current_version.name)

    def resolve_result_scale(self, info):
        return Scale.from_json(self.current_version.result_scale)

    def resolve_art(self, info):
        return art_view(self.kind, self.current_version)


class AchievementDetail(NodeType):
    """What somebody may read of an achievement before earning it."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    slug = graphene.String(required=True)
    name = graphene.String(required=True)
    description = graphene.String(required=True)
    kind = graphene.String(required=True)
    art = graphene.Field(Art, required=True)
    issuer_name = graphene.String(required=True)
    outcomes = few(OutcomeText, most=MOST_OUTCOMES)
    how_to_earn = graphene.String(required=True)
    workload_hours = graphene.Float()
    sensitivity = graphene.String(required=True)
    assessor_note = graphene.String(required=True)
    evidence_types = few(graphene.String, most=20)
    requires_text = graphene.String(required=True)
    feedback_example = graphene.String(required=True)
    result_scale = graphene.Field(ResultScale, description="The badge is given with a grade on it.")
    public_url = graphene.String(required=True)


class ClaimSheetView(NodeType):
    """A sheet of printed codes, without its codes."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    badge_name = graphene.String(required=True)
    made_at = graphene.DateTime(required=True)
    open = graphene.Int(required=True, description="Codes that nobody has used yet.")
    printed = graphene.Boolean(required=True)
