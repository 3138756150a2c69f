"""Who may do what with people and groups. The single law that every door obeys (architecture.md §3)."""

from __future__ import annotations

import rules

from people.models import Group, School, User
from people.selectors import groups as selectors
from people.selectors.persons import persons_visible_to

VIEW_GROUP = "people.view_group"
MANAGE_GROUP = "people.manage_group"
LEAD_GROUP = "people.lead_group"
VIEW_SCHOOL = "people.view_school"
MANAGE_SCHOOL = "people.manage_school"
VIEW_PERSON = "people.view_user"
MANAGE_STUDENT = "people.manage_student"
CHANGE_SELF = "people.change_self"


@rules.predicate
def leads_group(user: User, group: Group | None) -> bool:
    return group is not None and selectors.leads(user, group)


@rules.predicate
def coordinates_school_of(user: User, group: Group | None) -> bool:
    return group is not None and selectors.coordinates(user, group)


@rules.predicate
def belongs_to_group(user: User, group: Group | None) -> bool:
    return group is not None and selectors.belongs_to(user, group)


@rules.predicate
def works_at_school(user: User, school: School | None) -> bool:
    return school is not None and selectors.schools_of_staff(user).filter(pk=school.pk).exists()


@rules.predicate
def coordinates_school(user: User, school: School | None) -> bool:
    return school is not None and selectors.coordinates(user, school.group)


@rules.predicate
def is_oneself(user: User, person: User | None) -> bool:
    return person is not None and user.is_active and user.pk == person.pk


@rules.predicate
def may_know(user: User, person: User | None) -> bool:
    return person is not None and persons_visible_to(user).filter(pk=person.pk).exists()


rules.add_perm(VIEW_GROUP, belongs_to_group | coordinates_school_of)
rules.add_perm(LEAD_GROUP, leads_group)
rules.add_perm(MANAGE_GROUP, leads_group | coordinates_school_of)
rules.add_perm(VIEW_SCHOOL, works_at_school)
rules.add_perm(MANAGE_SCHOOL, works_at_school)
rules.add_perm(VIEW_PERSON, may_know)
# A student is managed by those who manage a class they are in; teachers and other staff are not students.
rules.add_perm(MANAGE_STUDENT, may_know & ~is_oneself)
rules.add_perm(CHANGE_SELF, is_oneself)
