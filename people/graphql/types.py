"""What the phone reads of people."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, few
from people.enums import AccountKind


class GroupRef(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    role = graphene.String(required=True)
    school_name = graphene.String(required=True)


class SchoolRef(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)


class PersonName(NodeType):
    """Somebody as the reader may call them."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)


class Choice(NodeType):
    """What can be chosen: a stable code and its words."""

    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    label = graphene.String(required=True)


class FeedLine(NodeType):
    """One line of what a group did together; never about one person."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    at = graphene.DateTime(required=True)
    icon = graphene.String(required=True)
    line = graphene.String(required=True)
    fact = graphene.String(required=True)


class Me(NodeType):
    """From `people.selectors.oneself.Me`."""

    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    role = graphene.String(
        required=True, description="student | teacher | coordinator | leader | editor | operator | nobody"
    )
    given_name = graphene.String(required=True)
    family_name = graphene.String(required=True)
    nickname = graphene.String(required=True)
    language = graphene.String(required=True)
    celebrations = graphene.Boolean(required=True)
    notice_seen = graphene.Boolean(
        required=True, description="The plain notice of the first sign-in has been read."
    )
    groups = few(GroupRef, most=100, description="Classes the person teaches or learns in.")
    schools = few(SchoolRef, most=20, description="Schools where the person may make classes.")
    may_share_publicly = graphene.Boolean(
        required=True, description="May share badges outside (16 or over, or a guardian agreed)."
    )
    may = graphene.List(graphene.NonNull(graphene.String), required=True)
    run_by_school = graphene.Boolean(
        required=True, description="The account is the school’s to run; its student may take it over."
    )

    @staticmethod
    def resolve_run_by_school(root, info):
        return root.user.kind == AccountKind.SCHOOL_MANAGED

    @staticmethod
    def resolve_id(root, info):
        return root.user.pk

    @staticmethod
    def resolve_given_name(root, info):
        return root.user.given_name

    @staticmethod
    def resolve_family_name(root, info):
        return root.user.family_name

    @staticmethod
    def resolve_nickname(root, info):
        return root.user.nickname

    @staticmethod
    def resolve_language(root, info):
        return root.user.language

    @staticmethod
    def resolve_celebrations(root, info):
        return root.user.celebrations

    @staticmethod
    def resolve_notice_seen(root, info):
        return root.user.notice_seen_at is not None
