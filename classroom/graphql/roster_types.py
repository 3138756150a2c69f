"""What the import of a class list reads."""

from __future__ import annotations

import graphene

from core.graphql import WITH_PARENT, NodeType, bounded, few


class RosterColumn(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    index = graphene.Int(required=True)
    header = graphene.String(required=True)
    sample = graphene.String(required=True)
    field = graphene.String(required=True)


class RosterField(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    name = graphene.String(required=True)
    label = graphene.String(required=True)
    required = graphene.Boolean(required=True)


class RosterIssue(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    code = graphene.String(required=True)
    blocking = graphene.Boolean(required=True)
    message = graphene.String(required=True)
    of = graphene.String(required=True)


class RosterSplit(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    given_name = graphene.String(required=True)
    family_name = graphene.String(required=True)


class RosterRow(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    line = graphene.Int(required=True, description="The row's place in the file: the key of a decision.")
    row = graphene.String(required=True)
    given_name = graphene.String(required=True)
    family_name = graphene.String(required=True)
    born_on = graphene.Date()
    class_name = graphene.String(required=True)
    state = graphene.String(required=True, description="ready | decide | skip")
    issues = few(RosterIssue, most=4)
    alternatives = few(RosterSplit, most=6)
    candidate_ids = graphene.List(
        graphene.NonNull(graphene.ID),
        required=True,
        description="Students of the school whom the row may concern.",
    )


class RosterClass(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    name = graphene.String(required=True)
    students = graphene.Int(required=True)
    exists = graphene.Boolean(required=True)


class ImportedClass(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    name = graphene.String(required=True)
    led = graphene.Boolean(
        required=True, description="Whether the viewer teaches it: then it has a board to open."
    )


class RosterImport(NodeType):
    class Meta:
        visible_to = WITH_PARENT

    id = graphene.ID(required=True)
    state = graphene.String(required=True)
    source_name = graphene.String(required=True)
    class_name = graphene.String(required=True)
    columns = few(RosterColumn, most=20)
    fields = few(RosterField, most=10)
    dropped_columns = graphene.List(graphene.NonNull(graphene.String), required=True)
    rows = bounded(
        lambda: RosterRow,
        default=100,
        most=100,
        description="What a person has to look at first, then the rest in the order of the file.",
    )
    ready = graphene.Int(required=True)
    decide = graphene.Int(required=True)
    skipped = graphene.Int(required=True)
    total = graphene.Int(required=True)
    classes = few(RosterClass, most=60)
    imported = few(ImportedClass, most=60, description="What became of the list, once it is imported.")
