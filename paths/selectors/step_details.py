"""One step in full: the task, why, how good work looks, what may be chosen, what has been handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from core.translated import in_language
from credentials.enums import EvidenceKind, Sensitivity
from credentials.models import Achievement, Evidence
from credentials.selectors.evidence_views import EvidenceView, evidence_view
from paths.enums import MAY_HAND_IN, Decision, SubmissionState, VerifiedBy
from paths.models import Enrollment, Review, Step, Submission
from paths.progress import choosable, used_elsewhere
from paths.selectors.quest_maps import StepNode, badge_of, badges_by_id, node
from paths.selectors.standings import Standing, standings


@dataclass(frozen=True)
class OutcomeText:
    """A learning outcome with the criteria by which it is checked."""

    text: str
    criteria: tuple[str, ...]


@dataclass(frozen=True)
class ChoiceOption:
    achievement: Achievement
    description: str
    how_to_earn: str
    workload_hours: float | None
    taken: bool
    chosen: bool


@dataclass(frozen=True)
class QuizOption:
    id: str
    text: str


@dataclass(frozen=True)
class QuizQuestion:
    id: str
    text: str
    kind: str
    options: tuple[QuizOption, ...]


@dataclass(frozen=True)
class SubmissionView:
    id: UUID
    state: str
    topic: str
    reflection: str
    hint: str
    hint_from: str
    evidence: tuple[EvidenceView, ...]
    changed_at: datetime
    may_submit: bool
    may_withdraw: bool


@dataclass(frozen=True)
class StepDetail:
    enrollment_id: UUID
    path_title: str
    group_id: UUID
    node: StepNode
    description: str
    why: str
    example: str
    estimated_hours: float
    verified_by: str
    needs_topic: bool
    evidence_kinds: tuple[str, ...]
    sensitivity: str
    who_sees: str
    kept_until: str
    choices: tuple[ChoiceOption, ...]
    outcomes: tuple[OutcomeText, ...]
    quiz: tuple[QuizQuestion, ...]
    submission: SubmissionView | None
    credential_id: UUID | None
    previous_step_id: UUID | None
    next_step_id: UUID | None


def outcomes_of(achievement: Achievement | None) -> tuple[OutcomeText, ...]:
    version = achievement.current_version if achievement else None
    if version is None:
        return ()
    return tuple(
        OutcomeText(
            in_language(outcome["text"]), tuple(in_language(words) for words in outcome.get("criteria", ()))
        )
        for outcome in version.learning_outcomes
    )


def kept_evidence(submission: Submission) -> list[Evidence]:
    return list(submission.evidence.filter(withdrawn_at=None).select_related("upload"))


def who_sees(sensitivity: str) -> str:
    if sensitivity == Sensitivity.MAY_REVEAL_OPINIONS:
        return _("Only you and your teacher see this work. What counts is how you work, not what you think.")
    return _("Only you and your teacher see this work.")


def kept_until(sensitivity: str) -> str:
    if sensitivity == Sensitivity.NORMAL:
        return _("It is deleted 30 days after the end of the school year.")
    return _("It is deleted 90 days after your teacher’s decision.")


def step_detail(enrollment: Enrollment, step_id: UUID) -> StepDetail | None:
    """The step of `enrollment` (which brings path, assignment and group along); None when the path has no such step."""
    (standing,) = standings([enrollment])
    step = standing.path.step(step_id)
    if step is None:
        return None
    spec = standing.path.spec(step_id)
    carried = badge_of(spec, standing)
    badges = badges_by_id({*spec.choices, *([carried] if carried else [])})
    order = [other.pk for other in standing.path.steps]
    at = order.index(step.pk)
    badge = badges.get(carried) if carried else None
    return StepDetail(
        enrollment_id=enrollment.pk,
        path_title=in_language(enrollment.path.title),
        group_id=enrollment.assignment.group_id,
        node=node(step, spec, standing, badges),
        description=in_language(step.description),
        why=in_language(step.why),
        example=in_language(step.example),
        estimated_hours=float(step.estimated_hours),
        verified_by=step.verified_by,
        needs_topic=step.needs_topic,
        evidence_kinds=tuple(step.evidence_kinds or EvidenceKind.values),
        sensitivity=step.sensitivity,
        who_sees=who_sees(step.sensitivity),
        kept_until=kept_until(step.sensitivity),
        choices=_choices(step, standing, badges),
        outcomes=outcomes_of(badge),
        quiz=_quiz(step.quiz),
        submission=_submission(standing, step),
        credential_id=standing.credentials.get(step.pk),
        previous_step_id=order[at - 1] if at else None,
        next_step_id=order[at + 1] if at + 1 < len(order) else None,
    )


def _choices(step: Step, standing: Standing, badges: dict[UUID, Achievement]) -> tuple[ChoiceOption, ...]:
    spec = standing.path.spec(step.pk)
    free = choosable(spec, standing.path.specs, standing.used)
    elsewhere = used_elsewhere(spec, standing.path.specs, standing.used)
    work = standing.works.get(step.pk)
    options, names = [], {}
    for pk in spec.choices:
        achievement = badges.get(pk)
        if achievement is None or achievement.current_version is None:
            continue
        version = achievement.current_version
        names[pk] = in_language(version.name)
        options.append(
            ChoiceOption(
                achievement=achievement,
                description=in_language(version.description),
                how_to_earn=in_language(version.how_to_earn),
                workload_hours=float(version.workload_hours) if version.workload_hours is not None else None,
                taken=pk not in free or (spec.distinct and pk in elsewhere),
                chosen=work is not None and work.achievement_id == pk,
            )
        )
    return tuple(sorted(options, key=lambda option: (option.taken, names[option.achievement.pk])))


def _quiz(quiz: list[dict[str, Any]]) -> tuple[QuizQuestion, ...]:
    """Without saying which options are right."""
    return tuple(
        QuizQuestion(
            str(question["id"]),
            in_language(question["text"]),
            question["kind"],
            tuple(
                QuizOption(str(option["id"]), in_language(option["text"])) for option in question["options"]
            ),
        )
        for question in quiz
    )


def _submission(standing: Standing, step: Step) -> SubmissionView | None:
    work = standing.works.get(step.pk)
    if work is None:
        return None
    submission = Submission.objects.get(pk=work.id)
    review = (
        Review.objects.filter(submission=submission)
        .select_related("reviewer")
        .order_by("-created_at")
        .first()
    )
    is_hint = (
        review is not None
        and review.decision == Decision.NOT_YET
        and submission.state == SubmissionState.NOT_YET
    )
    done = step.pk in standing.done
    return SubmissionView(
        id=submission.pk,
        state=submission.state,
        topic=submission.topic,
        reflection=submission.reflection,
        hint=review.hint if review and is_hint else "",
        hint_from=str(review.reviewer or "") if review and is_hint else "",
        evidence=tuple(evidence_view(piece) for piece in kept_evidence(submission)),
        changed_at=submission.changed_at,
        may_submit=not done
        and step.verified_by == VerifiedBy.TEACHER
        and submission.state in MAY_HAND_IN
        and not (step.needs_topic and not submission.topic),
        may_withdraw=not done and submission.state != SubmissionState.ACCEPTED,
    )
