"""Work that waits for an assessor, one piece at a time with everything beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from core.paging import page
from core.translated import in_language
from credentials.models import Achievement, Evidence
from credentials.selectors.evidence_views import EvidenceView, evidence_view
from paths.enums import Decision
from paths.models import Review, Submission
from paths.selectors.step_details import OutcomeText, outcomes_of
from paths.selectors.visibility import submissions_visible_to
from people.models import Group, User
from people.selectors.groups import groups_led_by


@dataclass(frozen=True)
class ReviewNote:
    decision: str
    hint: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ReviewItem:
    """A piece of work beside its task and criteria."""

    submission_id: UUID
    enrollment_id: UUID
    step_id: UUID
    group_id: UUID
    group_name: str
    student_id: UUID
    student_name: str
    path_title: str
    step_title: str
    state: str
    topic: str
    reflection: str
    waiting_since: datetime | None
    task: str
    example: str
    outcomes: tuple[OutcomeText, ...]
    assessor_note: str
    sensitivity: str
    badge: Achievement | None
    evidence: tuple[EvidenceView, ...]
    history: tuple[ReviewNote, ...]


def with_everything(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Three queries for any number of pieces."""
    return submissions.select_related(
        "step__achievement__current_version", "step__achievement__issuer", "achievement__current_version",
        "achievement__issuer", "enrollment__path", "enrollment__assignment__group", "enrollment__student",
    ).prefetch_related(
        Prefetch(
            "evidence",
            queryset=Evidence.objects.filter(withdrawn_at=None).select_related("upload"),
            to_attr="pieces",
        ),
        Prefetch("reviews", queryset=Review.objects.select_related("reviewer"), to_attr="said"),
    )  # fmt: skip


def waiting_for(user: User, groups: Sequence[Group] | None = None) -> QuerySet[Submission]:
    """What waits for this teacher, the oldest first."""
    led = groups_led_by(user) if groups is None else groups
    return (
        submissions_visible_to(user)
        .to_review()  # type: ignore[attr-defined]
        .filter(enrollment__assignment__group__in=led)
        .exclude(enrollment__student_id=user.pk)
        .order_by("waiting_since", "id")
    )


def review_item(submission: Submission) -> ReviewItem:
    """From a submission loaded by `with_everything`."""
    step, enrollment = submission.step, submission.enrollment
    badge = submission.achievement or step.achievement
    version = badge.current_version if badge else None
    return ReviewItem(
        submission_id=submission.pk,
        enrollment_id=enrollment.pk,
        step_id=step.pk,
        group_id=enrollment.assignment.group_id,
        group_name=enrollment.assignment.group.name,
        student_id=enrollment.student_id,
        student_name=enrollment.student.get_full_name(),
        path_title=in_language(enrollment.path.title),
        step_title=in_language(step.title),
        state=submission.state,
        topic=submission.topic,
        reflection=submission.reflection,
        waiting_since=submission.waiting_since,
        task=in_language(step.description),
        example=in_language(step.example),
        outcomes=outcomes_of(badge),
        assessor_note=in_language(version.assessor_note) if version else "",
        sensitivity=step.sensitivity,
        badge=badge,
        evidence=tuple(evidence_view(piece) for piece in submission.pieces),  # type: ignore[attr-defined]
        history=tuple(
            ReviewNote(
                str(Decision(review.decision).label),
                review.hint,
                str(review.reviewer or ""),
                review.created_at,
            )
            for review in submission.said  # type: ignore[attr-defined]
        ),
    )


@dataclass(frozen=True)
class ReviewPage:
    items: tuple[ReviewItem, ...]
    next: UUID | None
    total: int


def page_of_reviews(waiting: QuerySet[Submission], *, limit: int, after: object = None) -> ReviewPage:
    """One page of waiting work. `after` is the last one seen; work decided meanwhile simply is no longer there."""
    limit = max(1, min(limit, 50))
    rows = page(with_everything(waiting), limit=limit + 1, after=after)
    following = rows[limit - 1].pk if len(rows) > limit else None
    return ReviewPage(tuple(review_item(row) for row in rows[:limit]), following, waiting.count())
