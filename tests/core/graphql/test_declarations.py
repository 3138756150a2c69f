"""Leaving out who may do it stops the import."""

from __future__ import annotations

from typing import Any

import graphene
import pytest

from core.access import NotFound
from core.graphql import (
    SELF,
    WITH_PARENT,
    DeclarationMissing,
    Mutation,
    NodeType,
    Operation,
    bounded,
    check_schema,
    operations,
    query_field,
)
from people.models import Group
from tests.conftest import ClassOf
from tests.core.graphql.schema import ANYBODY, GroupType, Query, schema


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"permission": "people.view_group"},
        {"target": Group},
        {"permission": "people.view_group", "target": None},
        {"permission": "view", "target": Group},
        {"permission": "people.view_group", "target": "people.Group"},
        {"permission": ANYBODY, "target": SELF, "target_argument": "group_id"},
    ],
)
def test_a_mutation_without_permission_or_target_does_not_import(meta: dict[str, Any]) -> None:
    with pytest.raises(DeclarationMissing):
        type(
            "Anonymous", (Mutation,), {"Meta": type("Meta", (), meta), "act": classmethod(lambda *a, **k: {})}
        )


def test_a_mutation_has_to_act() -> None:
    with pytest.raises(DeclarationMissing, match="does nothing"):
        type("Idle", (Mutation,), {"Meta": {"permission": ANYBODY, "target": SELF}})


def test_a_payload_is_nullable() -> None:
    with pytest.raises(DeclarationMissing, match="nullable"):
        type(
            "Sure",
            (Mutation,),
            {
                "Meta": {"permission": ANYBODY, "target": SELF},
                "act": classmethod(lambda *a, **k: {}),
                "group": graphene.Field(GroupType, required=True),
            },
        )


def test_an_input_cannot_take_the_place_of_the_key() -> None:
    with pytest.raises(DeclarationMissing, match="key"):
        type(
            "Keyed",
            (Mutation,),
            {
                "Meta": {"permission": ANYBODY, "target": SELF},
                "act": classmethod(lambda *a, **k: {}),
                "Input": type("Input", (), {"key": graphene.String()}),
            },
        )


@pytest.mark.parametrize("meta", [{}, {"visible_to": None}, {"visible_to": "Group"}])
def test_a_type_without_visible_to_does_not_import(meta: dict[str, Any]) -> None:
    with pytest.raises(DeclarationMissing):
        type("Ghost", (NodeType,), {"Meta": meta})


def test_a_query_field_without_permission_does_not_import() -> None:
    with pytest.raises(DeclarationMissing):
        query_field(graphene.String, permission="", target=SELF)(lambda info, target: "")
    with pytest.raises(DeclarationMissing):
        query_field(graphene.String, permission=ANYBODY, target=None)(lambda info, target: "")


def schema_with(field: graphene.Field) -> graphene.Schema:
    return graphene.Schema(query=type("Query", (graphene.ObjectType,), {"field": field}), types=[GroupType])


def test_a_schema_with_an_open_door_is_refused() -> None:
    with pytest.raises(DeclarationMissing, match="demands no permission"):
        check_schema(schema_with(graphene.String()))
    with pytest.raises(DeclarationMissing, match="demands no permission"):
        check_schema(schema_with(bounded(GroupType)))


def test_a_schema_with_an_endless_list_is_refused() -> None:
    endless = query_field(graphene.List(GroupType), permission=ANYBODY, target=SELF)(lambda info, target: [])
    with pytest.raises(DeclarationMissing, match="without an end"):
        check_schema(schema_with(endless))


def test_a_schema_with_a_nameless_type_is_refused() -> None:
    plain = type("Plain", (graphene.ObjectType,), {"name": graphene.String()})
    field = query_field(plain, permission=ANYBODY, target=SELF)(lambda info, target: None)
    with pytest.raises(DeclarationMissing, match="no NodeType"):
        check_schema(schema_with(field))


def test_the_table_of_operations_is_complete() -> None:
    assert operations(schema) == [
        Operation("foundClub", "mutation", "tests.signed_in", "self"),
        Operation("group", "query", "people.view_group", "people.Group"),
        Operation("groups", "query", "tests.signed_in", "self"),
        Operation("guessCode", "mutation", ANYBODY, "self"),
        Operation("hello", "query", ANYBODY, "self"),
        Operation("renameGroup", "mutation", "people.manage_group", "people.Group"),
        Operation("secret", "query", ANYBODY, "self"),
    ]


def test_a_mutation_reads_as_its_service() -> None:
    assert "renameGroup(groupId: ID!, likeId: ID, name: String!, key: ID): RenameGroupPayload" in str(schema)
    assert "foundClub(name: String!, key: ID): FoundClubPayload" in str(schema)
    assert "people(limit: Int = 30, after: ID): [Person!]!" in str(schema)
    assert "notes: [Note!]!" in str(schema)


def test_a_node_is_found_through_its_selector_alone(class_2b: ClassOf, class_1a: ClassOf) -> None:
    teacher = class_2b.teacher
    assert GroupType.row_for(teacher, str(class_2b.group.pk)) == class_2b.group
    for id in (class_1a.group.pk, "%%%", None):
        with pytest.raises(NotFound):
            GroupType.row_for(teacher, id)
    part = type("Part", (NodeType,), {"Meta": {"visible_to": WITH_PARENT}, "n": graphene.Int()})
    with pytest.raises(LookupError):
        part.rows_for(teacher)


def test_a_field_is_not_shared() -> None:
    field = bounded(GroupType)
    query_field(field, permission=ANYBODY, target=SELF)(lambda info, target: [])
    with pytest.raises(TypeError, match="shares"):
        query_field(field, permission=ANYBODY, target=SELF)(lambda info, target: [])
    assert Query._meta.fields["groups"].demand is not None
