"""A small schema over real people and groups, with the shapes that abuse needs:

a circle of lists, a guess, a secret.
"""

from __future__ import annotations

from typing import Any

import graphene
import rules
from django.utils.translation import gettext_lazy as _

from core.access import access
from core.graphql import SELF, WITH_PARENT, Mutation, NodeType, bounded, few, mutations, query_field
from core.graphql.kernel import Kernel
from core.refusals import Refusal
from core.text import clean_text
from core.throttling import Throttle
from people.enums import GroupKind
from people.models import Group, User

ANYBODY = "tests.anybody"
SECRET = "postgres://u:pw@h"
RIGHT_CODE = "K7QW-3MZX"
if not rules.perm_exists(ANYBODY):
    rules.add_perm(ANYBODY, rules.always_true)
    rules.add_perm("tests.signed_in", rules.is_authenticated)

tries = Throttle("tests-code", limit=10, seconds=900)


class NoteType(NodeType):
    class Meta:
        name = "Note"
        visible_to = WITH_PARENT

    text = graphene.String()


class PersonType(NodeType):
    class Meta:
        name = "Person"
        visible_to = User

    id = graphene.ID(required=True)
    nickname = graphene.String(required=True)
    groups = bounded(lambda: GroupType, default=30, most=100)

    def resolve_groups(user: Any, info: Any) -> Any:
        return Group.objects.filter(memberships__user=user).order_by("name")


class GroupType(NodeType):
    class Meta:
        name = "Group"
        visible_to = Group

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    broken = graphene.String(required=True)
    people = bounded(lambda: PersonType, default=30, most=100)
    notes = few(NoteType, most=5)

    def resolve_people(group: Any, info: Any) -> Any:
        return User.objects.filter(memberships__group=group).order_by("family_name")

    def resolve_notes(group: Any, info: Any) -> Any:
        return [{"text": str(n)} for n in range(9)]

    def resolve_broken(group: Any, info: Any) -> Any:
        raise RuntimeError(SECRET)


class Query(graphene.ObjectType):
    @query_field(graphene.String, permission=ANYBODY, target=SELF, text=graphene.String())
    def hello(info: Any, target: Any, text: str = "") -> str:
        return f"hello {text}"

    @query_field(GroupType, permission="people.view_group", target=Group)
    def group(info: Any, target: Group) -> Group:
        return target

    @query_field(bounded(GroupType), permission="tests.signed_in", target=SELF)
    def groups(info: Any, target: User) -> Any:
        return Group.objects.filter(memberships__user=target).order_by("name")

    @query_field(graphene.String, permission=ANYBODY, target=SELF)
    def secret(info: Any, target: Any) -> str:
        raise RuntimeError(f"could not connect to {SECRET}")


class FoundClub(Mutation):
    class Meta:
        permission = "tests.signed_in"
        target = SELF

    class Input:
        name = graphene.String(required=True)

    group = graphene.Field(GroupType)

    @classmethod
    def act(cls, actor: User, target: User, *, name: str) -> dict[str, Any]:
        return {
            "group": Group.objects.create(kind=GroupKind.CLUB, name=clean_text(name, limit=40, field="name"))
        }


class RenameGroup(Mutation):
    class Meta:
        permission = "people.manage_group"
        target = Group

    class Input:
        name = graphene.String(required=True)
        like_id = graphene.ID()

    group = graphene.Field(GroupType)

    @classmethod
    def act(cls, actor: User, target: Group, *, name: str, like_id: str | None = None) -> dict[str, Any]:
        target.name = name
        target.save(update_fields=["name"])
        if name == target.kind:
            raise Refusal("NAME_TAKEN", _("Write something here."), "name")
        if like_id:
            access(actor, "people.view_group", Group, like_id)
        return {"group": target}


class GuessCode(Mutation):
    class Meta:
        permission = ANYBODY
        target = SELF

    class Input:
        code = graphene.String(required=True)

    right = graphene.Boolean()

    @classmethod
    def act(cls, actor: Any, target: Any, *, code: str) -> dict[str, Any]:
        tries.take("class")
        return {"right": code == RIGHT_CODE}


class Root(mutations(FoundClub, RenameGroup, GuessCode), graphene.ObjectType):  # type: ignore[misc]
    class Meta:
        name = "Mutation"


schema = graphene.Schema(query=Query, mutation=Root)
kernel = Kernel(schema)
