"""One set of evidence for a team, an individual reflection each (`team_evidence` of a badge, `team` of a step)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.emitting import Audience, emit
from core.refusals import Refusal
from core.text import clean_text
from credentials.services.collecting import Piece, collect
from paths.domain_events import WorkHandedIn
from paths.enums import SubmissionState
from paths.models import Enrollment, Step, Submission
from people.audiences import for_student_in, staff_topic, user_topic
from people.enums import GroupKind
from people.models import Group, User
from people.selectors.groups import students_of


@transaction.atomic
def hand_in_as_team(
    team: Group, step: Step, pieces: Sequence[Piece], *, actor: User, reflection: str
) -> list[Submission]:
    """Hand in one set of evidence for every member of `team` who is on the step's path.

    The one who hands in writes their own reflection with it; the others add theirs by `reflect`, and until then their
    work does not wait for the teacher.
    """
    if not step.team or team.kind != GroupKind.TEAM:
        raise Refusal("NOT_A_TEAM_STEP", _("This step is done by each person alone."))
    if team.parent_id is None:
        raise Refusal("TEAM_WITHOUT_CLASS", _("This team belongs to no class."))
    members = list(students_of(team))
    if actor not in members:
        raise Refusal("NOT_IN_TEAM", _("Only a member of the team hands in for it."))
    own = clean_text(reflection, field="reflection", required=True)
    enrollments = list(
        Enrollment.objects.running()
        .filter(path_id=step.path_id, student__in=members, assignment__group_id=team.parent_id)
        .select_related("assignment")
    )
    evidence = collect(
        pieces, owner=actor, actor=actor, allowed=step.evidence_kinds, sensitivity=step.sensitivity
    )
    if not evidence:
        raise Refusal("NOTHING_HANDED_IN", _("Add a text, a link or a file first."), "evidence")
    now = timezone.now()
    submissions = []
    for enrollment in enrollments:
        submission, _new = Submission.objects.select_for_update().get_or_create(
            enrollment=enrollment, step=step
        )
        if submission.state == SubmissionState.ACCEPTED:
            continue
        if enrollment.student_id == actor.pk:
            submission.reflection = own
        submission.team = team
        submission.handed_in_by = actor
        submission.state = SubmissionState.HANDED_IN if submission.reflection else SubmissionState.CHOSEN
        submission.waiting_since = now if submission.reflection else None
        submission.save()
        submission.evidence.add(*evidence)
        submissions.append(submission)
    topics = {staff_topic(e.assignment.group_id) for e in enrollments} | {
        user_topic(e.student_id) for e in enrollments
    }
    mine = next(e for e in enrollments if e.student_id == actor.pk)
    emit(
        WorkHandedIn(enrollment_id=mine.pk, step_id=step.pk),
        actor=actor,
        audience=Audience(topics=tuple(sorted(topics)), scope=mine.assignment.group_id),
    )
    return submissions


@transaction.atomic
def reflect(enrollment: Enrollment, step: Step, reflection: str, *, actor: User) -> Submission:
    """Add one's own reflection to the team's work; from then on it waits for the teacher."""
    words = clean_text(reflection, field="reflection", required=True)
    submission = Submission.objects.select_for_update().filter(enrollment=enrollment, step=step).first()
    if submission is None or submission.team_id is None:
        raise Refusal("NO_TEAM_WORK", _("Your team has not handed anything in yet."))
    if submission.state == SubmissionState.ACCEPTED:
        raise Refusal("ALREADY_ACCEPTED", _("This work is already accepted."))
    submission.reflection = words
    submission.state = SubmissionState.HANDED_IN
    submission.waiting_since = timezone.now()
    submission.save()
    announce = for_student_in(enrollment.student_id, enrollment.assignment.group_id)
    emit(WorkHandedIn(enrollment_id=enrollment.pk, step_id=step.pk), actor=actor, audience=announce)
    return submission
