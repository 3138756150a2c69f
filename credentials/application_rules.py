"""Who may apply for a badge, and who answers. Names are those of `credentials.rules`."""

from __future__ import annotations

import rules

from credentials.enums import LearnerApplicationState
from credentials.models import ApplicationDesk, Evidence, LearnerApplication
from credentials.rules import may_assess_evidence
from credentials.selectors.applications import desks_visible_to
from credentials.selectors.issuer_people import works_for
from people.models import User
from people.rules import is_oneself
from people.selectors.groups import groups_led_by

VIEW_DESK = "credentials.view_applicationdesk"
OPEN_DESK = "credentials.open_desk"
CLOSE_DESK = "credentials.close_desk"
APPLY = "credentials.apply"
SEE_APPLICATIONS = "credentials.see_applications"
VIEW_APPLICATION = "credentials.view_learnerapplication"
CHANGE_APPLICATION = "credentials.change_application"
ANSWER_APPLICATION = "credentials.answer_application"


@rules.predicate
def sees_desk(user: User, desk: ApplicationDesk | None) -> bool:
    return desk is not None and desks_visible_to(user).filter(pk=desk.pk).exists()


@rules.predicate
def assesses_at(user: User, desk: ApplicationDesk | None) -> bool:
    if desk is None or user.is_anonymous or not user.is_active:
        return False
    if desk.group_id is not None:
        return groups_led_by(user).filter(pk=desk.group_id).exists()
    return works_for(user, desk.achievement.issuer, "may_award")


@rules.predicate
def applied(user: User, application: LearnerApplication | None) -> bool:
    return application is not None and user.is_active and application.applicant_id == user.pk


@rules.predicate
def assesses(user: User, application: LearnerApplication | None) -> bool:
    """Nobody answers their own, nor what was taken back."""
    if application is None or application.applicant_id == user.pk:
        return False
    taken_back = application.state == LearnerApplicationState.WITHDRAWN
    return not taken_back and bool(assesses_at(user, application.desk))


@may_assess_evidence.register
def assesses_evidence(user: User, evidence: Evidence) -> bool:
    """Whether the piece was handed in with an application that `user` assesses."""
    found = evidence.learner_applications.select_related("desk__achievement__issuer")
    return any(assesses(user, application) for application in found[:5])


rules.add_perm(VIEW_DESK, sees_desk)
rules.add_perm(OPEN_DESK, is_oneself)
rules.add_perm(CLOSE_DESK, assesses_at)
rules.add_perm(APPLY, sees_desk)
rules.add_perm(SEE_APPLICATIONS, is_oneself)
rules.add_perm(VIEW_APPLICATION, applied | assesses)
rules.add_perm(CHANGE_APPLICATION, applied)
rules.add_perm(ANSWER_APPLICATION, assesses)
