"""Who may do what with a class. The single law that every door obeys (architecture.md §3)."""

from __future__ import annotations

import rules

from classroom.models import RosterImport
from people.enums import CLASS_KINDS
from people.models import Group, User
from people.rules import (
    belongs_to_group,
    coordinates_school_of,
    is_oneself,
    leads_group,
    works_at_school,
)
from people.selectors.groups import schools_of_staff

SEE_HOME = "classroom.see_home"
READ_NOTICES = "classroom.read_notices"
CREATE_CLASS = "classroom.create_class"
IMPORT_ROSTER = "classroom.import_roster"
VIEW_IMPORT = "classroom.view_rosterimport"
VIEW_FEED = "classroom.view_feed"
VIEW_BOARD = "classroom.view_board"
VIEW_STUDENT = "classroom.view_student"
VIEW_ROSTER = "classroom.view_roster"
MANAGE_STUDENTS = "classroom.manage_students"
PRINT_CARDS = "classroom.print_cards"
OPEN_SIGN_IN = "classroom.open_sign_in"
PROJECT = "classroom.project"
AWARD = "classroom.award"


@rules.predicate
def brought_it_in(user: User, roster_import: RosterImport | None) -> bool:
    """Who uploaded the list, while still on the school's staff: others never read its rows."""
    return (
        roster_import is not None
        and roster_import.created_by_id == user.pk
        and schools_of_staff(user).filter(pk=roster_import.school_id).exists()
    )


@rules.predicate
def is_school_class(user: User, group: Group | None) -> bool:
    """A school runs the accounts of its classes. Who leads a club has no say over its members' accounts."""
    return group is not None and group.kind in CLASS_KINDS


rules.add_perm(SEE_HOME, is_oneself)
rules.add_perm(READ_NOTICES, is_oneself)
rules.add_perm(CREATE_CLASS, works_at_school)
rules.add_perm(IMPORT_ROSTER, works_at_school)
rules.add_perm(VIEW_IMPORT, brought_it_in)
rules.add_perm(VIEW_FEED, belongs_to_group)
# How students fare is for those who teach them; a coordinator runs the list and the cards.
rules.add_perm(VIEW_BOARD, leads_group)
rules.add_perm(VIEW_STUDENT, leads_group & is_school_class)
rules.add_perm(PROJECT, leads_group)
rules.add_perm(AWARD, leads_group)
rules.add_perm(VIEW_ROSTER, (leads_group | coordinates_school_of) & is_school_class)
rules.add_perm(MANAGE_STUDENTS, (leads_group | coordinates_school_of) & is_school_class)
rules.add_perm(PRINT_CARDS, (leads_group | coordinates_school_of) & is_school_class)
rules.add_perm(OPEN_SIGN_IN, (leads_group | coordinates_school_of) & is_school_class)
