"""Who may do what with people and groups. The single law that every door obeys (architecture.md §3)."""

from __future__ import annotations

import rules

from people.enums import GroupKind
from people.models import Group, JoinRequest, Report, School, User
from people.selectors import groups as selectors
from people.selectors.persons import persons_visible_to
from people.selectors.reports import decides_reports, reports_in_care_of

VIEW_GROUP = "people.view_group"
MANAGE_GROUP = "people.manage_group"
LEAD_GROUP = "people.lead_group"
VIEW_SCHOOL = "people.view_school"
MANAGE_SCHOOL = "people.manage_school"
VIEW_PERSON = "people.view_user"
MANAGE_STUDENT = "people.manage_student"
CHANGE_SELF = "people.change_self"
JOIN = "people.join"
VIEW_JOIN_REQUEST = "people.view_joinrequest"
DECIDE_JOIN = "people.decide_join"
SHARE_JOIN_CODE = "people.share_join_code"
MANAGE_MEMBERS = "people.manage_members"
LEAVE_GROUP = "people.leave_group"
ASK_CONSENT = "people.ask_consent"
REPORT = "people.report"
SEE_DECISIONS = "people.see_decisions"
SEE_REPORT_QUEUE = "people.see_report_queue"
VIEW_REPORT = "people.view_report"
DECIDE_REPORT = "people.decide_report"
APPEAL_DECISION = "people.appeal_decision"


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


@rules.predicate
def is_open_kind(user: User, group: Group | None) -> bool:
    """People join and leave clubs by themselves; a school decides who is in its classes."""
    return group is not None and group.kind == GroupKind.CLUB


@rules.predicate
def asked_to_join(user: User, request: JoinRequest | None) -> bool:
    return request is not None and user.is_active and request.user_id == user.pk


@rules.predicate
def leads_group_asked(user: User, request: JoinRequest | None) -> bool:
    return request is not None and selectors.leads(user, request.group)


@rules.predicate
def decides_somewhere(user: User, person: User | None) -> bool:
    return person is not None and user.pk == person.pk and decides_reports(user)


@rules.predicate
def has_in_care(user: User, report: Report | None) -> bool:
    return report is not None and reports_in_care_of(user).filter(pk=report.pk).exists()


@rules.predicate
def wrote_what_was_reported(user: User, report: Report | None) -> bool:
    return report is not None and user.is_active and report.author_id == user.pk


@rules.predicate
def may_decide_now(user: User, report: Report | None) -> bool:
    """An appeal is looked at by somebody else than who decided first."""
    return report is not None and not (report.appealed_at and report.decided_by_id == user.pk)


rules.add_perm(VIEW_GROUP, belongs_to_group | coordinates_school_of)
rules.add_perm(LEAD_GROUP, leads_group)
rules.add_perm(MANAGE_GROUP, leads_group | coordinates_school_of)
rules.add_perm(VIEW_SCHOOL, works_at_school)
rules.add_perm(MANAGE_SCHOOL, works_at_school)
rules.add_perm(VIEW_PERSON, may_know)
# A student is managed by those who manage a class they are in; teachers and other staff are not students.
rules.add_perm(MANAGE_STUDENT, may_know & ~is_oneself)
rules.add_perm(CHANGE_SELF, is_oneself)
rules.add_perm(JOIN, is_oneself)
rules.add_perm(VIEW_JOIN_REQUEST, asked_to_join | leads_group_asked)
rules.add_perm(DECIDE_JOIN, leads_group_asked)
rules.add_perm(SHARE_JOIN_CODE, leads_group & is_open_kind)
rules.add_perm(MANAGE_MEMBERS, leads_group & is_open_kind)
rules.add_perm(LEAVE_GROUP, belongs_to_group & is_open_kind)
rules.add_perm(ASK_CONSENT, is_oneself)
rules.add_perm(REPORT, is_oneself)
rules.add_perm(SEE_DECISIONS, is_oneself)
rules.add_perm(SEE_REPORT_QUEUE, decides_somewhere)
rules.add_perm(VIEW_REPORT, has_in_care | wrote_what_was_reported)
rules.add_perm(DECIDE_REPORT, has_in_care & may_decide_now)
rules.add_perm(APPEAL_DECISION, wrote_what_was_reported)
