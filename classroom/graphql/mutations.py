"""What may be done in a class: awarding, importing a list, reading a notice; running it is in `class_mutations`."""

from __future__ import annotations

import graphene
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from classroom import rules
from classroom.graphql import class_mutations, roster_types
from classroom.models import RosterImport
from classroom.selectors.imports import import_view
from classroom.services import applying, importing, notices, recognising
from core.graphql import SELF, Mutation, mutations
from core.graphql.scalars import JSON
from core.refusals import Refusal
from credentials.enums import LIVING_STATES
from credentials.models import AwardBatch
from credentials.rules import UNDO_AWARD
from people.models import Group


def told(batch, people):
    """The payload of everything that changes an act of awarding."""
    return {
        "batch_id": batch.pk,
        "people": people,
        "undo_until": batch.undo_until,
        "cancelled": batch.cancelled_at is not None,
    }


class StudentResult(graphene.InputObjectType):
    """The grade of one student, on the scale of the badge."""

    student_id = graphene.ID(required=True)
    value = graphene.String(required=True)


class AwardBadge(Mutation):
    """The one act of awarding: 1 to 100 students of the group.

    Students who hold it already are left as they are.
    """

    class Meta:
        permission = rules.AWARD
        target = Group

    class Input:
        achievement_id = graphene.ID(required=True)
        student_ids = graphene.List(graphene.NonNull(graphene.ID), required=True)
        note = graphene.String()
        results = graphene.List(graphene.NonNull(StudentResult))

    batch_id = graphene.ID()
    people = graphene.Int()
    undo_until = graphene.DateTime()
    cancelled = graphene.Boolean()

    @classmethod
    def act(cls, actor, target, *, achievement_id, student_ids, note=None, results=None):
        grades = {one["student_id"]: one["value"] for one in (results or [])[: recognising.MOST_AT_ONCE]}
        awarded = recognising.award_badge(
            target, achievement_id, student_ids, actor=actor, note=note or "", results=grades
        )
        if awarded.batch is None:
            return {"people": 0}
        return told(awarded.batch, len(awarded.credentials))


class UndoAward(Mutation):
    """Within ten minutes: the badges are gone, and so are the steps that they alone had completed."""

    class Meta:
        permission = UNDO_AWARD
        target = AwardBatch
        target_argument = "batch_id"

    batch_id = graphene.ID()
    people = graphene.Int()
    undo_until = graphene.DateTime()
    cancelled = graphene.Boolean()

    @classmethod
    def act(cls, actor, target):
        return told(recognising.undo_award(target, actor=actor), 0)


class ReleaseAward(Mutation):
    """Ends the ten minutes: sign now."""

    class Meta:
        permission = UNDO_AWARD
        target = AwardBatch
        target_argument = "batch_id"

    batch_id = graphene.ID()
    people = graphene.Int()
    undo_until = graphene.DateTime()
    cancelled = graphene.Boolean()

    @classmethod
    def act(cls, actor, target):
        released = recognising.release_award(target, actor=actor)
        return told(released, released.credentials.filter(Q(state__in=LIVING_STATES)).count())


class MapRoster(Mutation):
    """Reads an uploaded file (POST /rosters/) again with another mapping; nothing is imported."""

    class Meta:
        permission = rules.VIEW_IMPORT
        target = RosterImport
        target_argument = "import_id"

    class Input:
        mapping = JSON(required=True)
        class_name = graphene.String()
        decisions = JSON()

    roster_import = graphene.Field(roster_types.RosterImport, name="import")

    @classmethod
    def act(cls, actor, target, *, mapping, class_name=None, decisions=None):
        for name, value in (("mapping", mapping), ("decisions", decisions)):
            if value is not None and not isinstance(value, dict):
                raise Refusal("MAPPING", _("This cannot be read."), name)
        mapped = importing.map_import(target, mapping=mapping, class_name=class_name, decisions=decisions)
        return {"roster_import": import_view(mapped, actor)}


class ApplyRoster(Mutation):
    """Imports the list: all of it, or nothing."""

    class Meta:
        permission = rules.VIEW_IMPORT
        target = RosterImport
        target_argument = "import_id"

    roster_import = graphene.Field(roster_types.RosterImport, name="import")

    @classmethod
    def act(cls, actor, target):
        applying.apply_import(target, actor=actor)
        target.refresh_from_db()
        return {"roster_import": import_view(target, actor)}


class DropRoster(Mutation):
    """Gives the list up; its rows are emptied at once."""

    class Meta:
        permission = rules.VIEW_IMPORT
        target = RosterImport
        target_argument = "import_id"

    @classmethod
    def act(cls, actor, target):
        importing.drop_import(target)


class ReadNotices(Mutation):
    """The person has read these calm lines of their home."""

    class Meta:
        permission = rules.READ_NOTICES
        target = SELF

    class Input:
        notice_ids = graphene.List(graphene.NonNull(graphene.ID), required=True)

    @classmethod
    def act(cls, actor, target, *, notice_ids):
        notices.read_notices(target, notice_ids)


Mutations = mutations(
    AwardBadge,
    UndoAward,
    ReleaseAward,
    MapRoster,
    ApplyRoster,
    DropRoster,
    ReadNotices,
    class_mutations.CreateClass,
    class_mutations.PreviewStudents,
    class_mutations.AddStudent,
    class_mutations.RenameStudent,
    class_mutations.RemoveStudent,
    class_mutations.OpenSignIn,
    class_mutations.CloseSignIn,
    class_mutations.EndStudentSignIns,
)
