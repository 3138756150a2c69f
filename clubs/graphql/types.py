"""What the phone reads of clubs. Values are the frozen dataclasses of `clubs.selectors`."""

from __future__ import annotations

import graphene

from clubs.graphql.badge_types import ClubBadgeView
from core.graphql import WITH_PARENT, NodeType, few
from events.graphql.types import EventCard, PlaceView
from people.graphql.types import Choice, FeedLine, GroupRef, PersonName
from people.services.join_codes import shown


class ClubCard(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    group_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    slug = graphene.String(required=True)
    purpose = graphene.String(required=True)
    kind = graphene.String(required=True)
    kind_label = graphene.String(required=True)
    role = graphene.String(
        required=True, description="leader | helper | member | coordinator (answers for it), or empty"
    )
    members = graphene.Int(required=True)
    vouched = graphene.Boolean(required=True)
    archived = graphene.Boolean(required=True)
    waiting = graphene.Int(required=True)
    next_event = graphene.Field(EventCard)


class PendingClub(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    group_id = graphene.ID(required=True)
    name = graphene.String(required=True)
    needs_guardian = graphene.Boolean(required=True, description="A guardian has to agree.")
    admitted = graphene.Boolean(required=True, description="Nothing but a guardian’s word is missing.")


class ThanksView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    word = graphene.String(required=True)
    by = graphene.String(required=True, name="from")
    at = graphene.DateTime(required=True)


class ClubScreen(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    card = graphene.Field(ClubCard, required=True)
    joining = graphene.String(required=True)
    listed = graphene.Boolean(required=True)
    sensitive = graphene.Boolean(required=True)
    meeting_time = graphene.String(required=True)
    meeting_place = graphene.Field(PlaceView)
    responsible_adult = graphene.String(required=True)
    standards_url = graphene.String(required=True)
    public_url = graphene.String(required=True)
    vouched_by = graphene.String(
        required=True, description="The name of the school or organisation that vouches, or empty."
    )
    vouch_state = graphene.String(required=True, description="asked | declined | withdrawn, or empty")
    limits = few(graphene.String, most=10, description="What an unvouched club may not do yet, in words.")
    leaders = few(PersonName, most=20)
    members = few(PersonName, most=200)
    badges = few(ClubBadgeView, most=50)
    events = few(EventCard, most=10)
    feed = few(FeedLine, most=20)
    my_thanks = few(ThanksView, most=20)
    may_lead = graphene.Boolean(required=True)
    may_help = graphene.Boolean(required=True)
    may_vouch = few(GroupRef, most=100, description="Schools and organisations that can be asked to vouch.")


class ClubKindChoice(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    label = graphene.String(required=True)
    sensitive = graphene.Boolean(required=True)


class ClubChoices(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    kinds = few(ClubKindChoice, most=20)
    joining = few(Choice, most=5)
    thanks = few(Choice, most=10)
    report_reasons = few(Choice, most=10)


class ClubMember(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    role = graphene.String(required=True)
    joined_at = graphene.DateTime(required=True)


class JoinRequestView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    asked_at = graphene.DateTime(required=True)


class JoinCodeView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    url = graphene.String(required=True)
    qr_svg = graphene.String(required=True)
    expires_at = graphene.DateTime(required=True)
    used = graphene.Int(required=True)
    guessed_at = graphene.DateTime(
        description="When somebody last tried too many codes that begin like this one."
    )


class ClubMembers(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    group_id = graphene.ID(required=True)
    members = few(ClubMember, most=300)
    requests = few(JoinRequestView, most=100)
    blocked = few(PersonName, most=100)
    join_code = graphene.Field(JoinCodeView)

    @staticmethod
    def resolve_join_code(root, info):
        return shown(root.join_code) if root.join_code else None


class VouchView(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    group_id = graphene.ID(required=True)
    club_name = graphene.String(required=True)
    purpose = graphene.String(required=True)
    leader_name = graphene.String(required=True)
    asked_at = graphene.DateTime(required=True)
    state = graphene.String(required=True)
