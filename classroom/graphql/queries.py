"""Reading a class. Each field names its permission; the selectors do the reading."""

from __future__ import annotations

from typing import Any

import graphene
from django.utils import timezone

from classroom import rules
from classroom.graphql import class_types, home_types, roster_types
from classroom.models import RosterImport
from classroom.selectors.award_screens import AwardScreen, award_screen
from classroom.selectors.class_boards import class_board
from classroom.selectors.class_rosters import ClassRoster, class_roster
from classroom.selectors.class_students import ClassStudent, class_student
from classroom.selectors.feeds import class_feed
from classroom.selectors.imports import ImportView, import_view
from classroom.selectors.notices import notices_of
from classroom.selectors.projectors import projector
from classroom.selectors.student_homes import StudentHome, student_home
from classroom.selectors.teacher_homes import TeacherHome, teacher_home
from core.access import NotFound, as_uuid
from core.graphql import SELF, few, query_field
from people.models import Group, User
from people.selectors.groups import students_of
from people.selectors.oneself import memberships_of


def found(value):
    """What is not there is refused like what is not theirs."""
    if value is None:
        raise NotFound
    return value


def wanted(id):
    """A UUID; NotFound for anything that cannot be one."""
    return found(as_uuid(id))


def student_in(group, student_id):
    """A current student of the group, or NotFound."""
    return found(students_of(group).filter(pk=wanted(student_id)).first())


class Queries:
    @query_field(graphene.NonNull(home_types.StudentHome), permission=rules.SEE_HOME, target=SELF)
    def student_home(info: Any, target: User) -> StudentHome:
        memberships = info.context.once("memberships", lambda: memberships_of(target))
        return student_home(target, memberships)

    @query_field(graphene.NonNull(home_types.TeacherHome), permission=rules.SEE_HOME, target=SELF)
    def teacher_home(info: Any, target: User) -> TeacherHome:
        memberships = info.context.once("memberships", lambda: memberships_of(target))
        return teacher_home(target, timezone.now(), memberships)

    @query_field(
        few(home_types.Notice, most=10),
        permission=rules.SEE_HOME,
        target=SELF,
        description="Calm lines for who teaches or leads, to be read once: what was decided, what was handed on.",
    )
    def my_notices(info, target):
        return notices_of(target)

    @query_field(
        home_types.FeedPage,
        permission=rules.VIEW_FEED,
        target=Group,
        limit=graphene.Int(default_value=30),
        after=graphene.ID(),
        description="Class feed: one line an event, newest first. Aggregated: no failures, no ranking.",
    )
    def class_feed(info, target, limit=30, after=None):
        return class_feed(target, limit=limit, after=after)

    @query_field(
        class_types.ClassBoard,
        permission=rules.VIEW_BOARD,
        target=Group,
        path_id=graphene.ID(),
        description="Rows and cells of the class on one path (default: the newest assigned).",
    )
    def class_board(info, target, path_id=None):
        return found(class_board(target, wanted(path_id) if path_id is not None else None))

    @query_field(
        class_types.ClassRoster,
        permission=rules.VIEW_ROSTER,
        target=Group,
        description="Class list for managing: students, cards, presence. No progress.",
    )
    def class_roster(info: Any, target: Group) -> ClassRoster:
        return found(class_roster(target, info.context.user))

    @query_field(
        class_types.ClassStudent,
        permission=rules.VIEW_STUDENT,
        target=Group,
        student_id=graphene.ID(required=True),
        description="Everything the teacher knows of one student of the class.",
    )
    def class_student(info: Any, target: Group, student_id: str) -> ClassStudent:
        return class_student(target, student_in(target, student_id), info.context.user)

    @query_field(
        class_types.Projector,
        permission=rules.PROJECT,
        target=Group,
        description="Projector: the class without names or failures.",
    )
    def projector(info, target):
        return projector(target)

    @query_field(
        roster_types.RosterImport, permission=rules.VIEW_IMPORT, target=RosterImport, target_argument="id"
    )
    def roster_import(info: Any, target: RosterImport) -> ImportView:
        return import_view(target, info.context.user)

    @query_field(
        class_types.AwardScreen,
        permission=rules.AWARD,
        target=Group,
        achievement_id=graphene.ID(),
        description="The award screen of a group: recent badges first; who may get the chosen one.",
    )
    def award_screen(info: Any, target: Group, achievement_id: str | None = None) -> AwardScreen:
        chosen = wanted(achievement_id) if achievement_id is not None else None
        return found(award_screen(target, info.context.user, chosen))
