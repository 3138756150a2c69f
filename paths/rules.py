"""Who may do what with paths, work and reviews."""

from __future__ import annotations

import rules

from credentials.models import Evidence
from credentials.rules import may_assess_evidence
from paths.models import Enrollment, LearningPath, PathAssignment, Submission
from paths.selectors.visibility import paths_visible_to
from people.models import User
from people.rules import leads_group
from people.selectors import groups

ASSIGN_PATH = "paths.assign_path"
UNASSIGN_PATH = "paths.unassign_path"
VIEW_PATH = "paths.view_learningpath"
VIEW_ASSIGNMENT = "paths.view_pathassignment"
VIEW_ENROLLMENT = "paths.view_enrollment"
WORK_ON_STEP = "paths.work_on_step"
WITHDRAW_WORK = "paths.withdraw_work"
TICK_STEP = "paths.tick_step"
VIEW_SUBMISSION = "paths.view_submission"
REVIEW_WORK = "paths.review_work"


@rules.predicate
def is_own_enrollment(user: User, enrollment: Enrollment | None) -> bool:
    """The learner's own, while they are on the path and in the group it was assigned to."""
    return (
        enrollment is not None
        and enrollment.ended_at is None
        and enrollment.student_id == user.pk
        and groups.belongs_to(user, enrollment.assignment.group)
    )


@rules.predicate
def leads_learner(user: User, enrollment: Enrollment | None) -> bool:
    """Leads the group in which the learner still is."""
    return (
        enrollment is not None
        and enrollment.ended_at is None
        and groups.leads(user, enrollment.assignment.group)
        and groups.belongs_to(enrollment.student, enrollment.assignment.group)
    )


@rules.predicate
def is_own_submission(user: User, submission: Submission | None) -> bool:
    return submission is not None and bool(is_own_enrollment(user, submission.enrollment))


@rules.predicate
def leads_author(user: User, submission: Submission | None) -> bool:
    return submission is not None and bool(leads_learner(user, submission.enrollment))


@rules.predicate
def leads_assigned_group(user: User, assignment: PathAssignment | None) -> bool:
    return assignment is not None and groups.leads(user, assignment.group)


@rules.predicate
def is_in_assigned_group(user: User, assignment: PathAssignment | None) -> bool:
    return assignment is not None and groups.belongs_to(user, assignment.group)


@rules.predicate
def path_is_visible(user: User, path: LearningPath | None) -> bool:
    return path is not None and paths_visible_to(user).filter(pk=path.pk).exists()


@may_assess_evidence.register
def assesses_evidence(user: User, evidence: Evidence) -> bool:
    """Whether `user` assesses the work that this evidence belongs to."""
    works = evidence.submissions.select_related("enrollment__assignment__group", "enrollment__student")
    return any(leads_author(user, work) for work in works[:5])


rules.add_perm(ASSIGN_PATH, leads_group)
rules.add_perm(UNASSIGN_PATH, leads_assigned_group)
rules.add_perm(VIEW_PATH, path_is_visible)
rules.add_perm(VIEW_ASSIGNMENT, is_in_assigned_group)
rules.add_perm(VIEW_ENROLLMENT, is_own_enrollment | leads_learner)
# A teacher acts for a student who has no phone (answers.md 20).
rules.add_perm(WORK_ON_STEP, is_own_enrollment | leads_learner)
# What a student made is theirs to take back, nobody else's.
rules.add_perm(WITHDRAW_WORK, is_own_enrollment)
rules.add_perm(TICK_STEP, leads_learner)
rules.add_perm(VIEW_SUBMISSION, is_own_submission | leads_author)
rules.add_perm(REVIEW_WORK, leads_author)
