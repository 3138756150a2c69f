"""Importing a list that has been read and mapped: all of it, or nothing, in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from classroom.domain_events import RosterImported
from classroom.enums import ImportState
from classroom.models import RosterImport
from classroom.rosters import IssueCode, RosterRow, RowAction, RowState
from classroom.rosters.classes import read_class_name
from classroom.services.classes import new_student, open_class
from classroom.services.importing import finish, report_of
from core.emitting import emit
from core.refusals import Refusal
from people.audiences import for_user
from people.enums import AccountKind, GroupKind, Role
from people.models import Group, Membership, User
from people.services.accounts import make_students
from people.services.memberships import join_many, leave
from people.services.names import cleaned_name

# Who somebody is, is never guessed (answers.md 27); how a name is split has a proposal.
_ABOUT_IDENTITY = frozenset(
    {IssueCode.POSSIBLE_DUPLICATE, IssueCode.POSSIBLY_KNOWN_STUDENT, IssueCode.KNOWN_IN_ANOTHER_CLASS}
)


@transaction.atomic
def apply_import(roster_import: RosterImport, *, actor: User) -> list[UUID]:
    """Make or match the classes of the list and their students. Answers the ids of the classes.

    Raises Refusal IMPORT_OVER, NO_STUDENTS, or DECISIONS_MISSING while rows wait for a person.
    """
    locked = RosterImport.objects.select_for_update().get(pk=roster_import.pk)
    report = report_of(locked) if locked.state == ImportState.DRY_RUN else None
    if locked.state != ImportState.DRY_RUN:
        raise Refusal("IMPORT_OVER", _("This list is already imported or dropped."))
    rows = [row for row in report.rows if row.state is not RowState.SKIP] if report else []
    if not rows:
        raise Refusal("NO_STUDENTS", _("There is nobody in this list yet."))
    undecided = sum(not _ABOUT_IDENTITY.isdisjoint(issue.code for issue in row.issues) for row in rows)
    if undecided:
        raise Refusal(
            "DECISIONS_MISSING",
            ngettext_lazy(
                "Decide about %(count)d row first: is it the same person?",
                "Decide about %(count)d rows first: is it the same person?",
                "count",
            ),
            "decisions",
            count=undecided,
        )
    groups = _groups(locked, rows, actor=actor)
    _create([row for row in rows if row.action is RowAction.CREATE], groups, actor=actor)
    _update([row for row in rows if row.student_id is not None], groups, actor=actor)
    locked.report["outcome"] = {"class_ids": [str(group.pk) for group in groups.values()]}
    finish(locked, ImportState.DONE)
    emit(RosterImported(import_id=locked.pk), actor=actor, audience=for_user(actor.pk))
    return [group.pk for group in groups.values()]


def _groups(roster_import: RosterImport, rows: Sequence[RosterRow], *, actor: User) -> dict[str, Group]:
    """The classes of the list by name: those the school has, and the rest made."""
    school = roster_import.school
    known = Group.objects.open().filter(parent_id=school.group_id, kind=GroupKind.SCHOOL_CLASS)
    by_name = {}
    for group in known:
        read = read_class_name(group.name)
        by_name[read.name if read else group.name] = group
    wanted = sorted({row.class_name for row in rows if row.class_name})
    return {name: by_name.get(name) or open_class(school, name, actor=actor) for name in wanted}


def _create(rows: Sequence[RosterRow], groups: dict[str, Group], *, actor: User) -> None:
    users = make_students(new_student(row) for row in rows)
    by_class: dict[str, list[User]] = defaultdict(list)
    for row, user in zip(rows, users, strict=True):
        by_class[row.class_name or ""].append(user)
    for name, joiners in by_class.items():
        join_many(groups[name], joiners, Role.STUDENT, actor=actor)


def _update(rows: Sequence[RosterRow], groups: dict[str, Group], *, actor: User) -> None:
    """Students the school has: what the list says of them, and the class it puts them in."""
    users = User.objects.in_bulk([UUID(row.student_id) for row in rows if row.student_id])
    present = _classes_of(users)
    changed, moved = [], defaultdict(list)
    for row in rows:
        user = users[UUID(row.student_id or "")]
        group = groups[row.class_name or ""]
        # An account that its student has taken over is not the school's to rename.
        if row.action is RowAction.UPDATE and user.kind == AccountKind.SCHOOL_MANAGED:
            user.given_name = cleaned_name(row.given_name, field="given_name")
            user.family_name = cleaned_name(row.family_name, field="family_name")
            user.born_on = row.birth_date or user.born_on
            user.register_number = str(row.register_number or "") or user.register_number
            changed.append(user)
        if group.pk not in {old.pk for old in present[user.pk]}:
            for old in present[user.pk]:
                leave(old, user, actor=actor)
            moved[group].append(user)
    User.objects.bulk_update(
        changed, ["given_name", "family_name", "born_on", "register_number"], batch_size=100
    )
    for group, joiners in moved.items():
        join_many(group, joiners, Role.STUDENT, actor=actor)


def _classes_of(user_ids: Iterable[UUID]) -> dict[UUID, list[Group]]:
    classes: dict[UUID, list[Group]] = defaultdict(list)
    memberships = (
        Membership.objects.current()
        .learning()
        .filter(user_id__in=list(user_ids), group__kind=GroupKind.SCHOOL_CLASS)
    )
    for membership in memberships.select_related("group"):
        classes[membership.user_id].append(membership.group)
    return classes
