"""Who needs the teacher, and why (answers.md 17): work or a topic waits, somebody is stuck, somebody is ready."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from core.translated import in_language
from paths.enums import SubmissionState
from paths.selectors.boards import Thresholds, is_stuck
from paths.selectors.standings import Standing

REVIEW, TOPIC, STUCK, READY = "review", "topic", "stuck", "ready"


@dataclass(frozen=True)
class NeedsMeItem:
    """One line of the teacher's day. `kind` is review, topic, stuck or ready; `achievement_id` only with ready."""

    kind: str
    group_id: UUID
    group_name: str
    student_id: UUID
    student_name: str
    step_title: str
    path_title: str
    submission_id: UUID | None
    enrollment_id: UUID
    since: datetime
    line: str
    achievement_id: UUID | None

    @property
    def id(self) -> str:
        """Stable while the reason stands."""
        return f"{self.enrollment_id}:{self.kind}:{self.submission_id or ''}"


def needs_of(standing: Standing, limits: Thresholds) -> Iterator[NeedsMeItem]:
    """What one learner on one path asks of the teacher now."""
    for step_id in standing.waiting:
        work = standing.works[step_id]
        is_topic = work.state == SubmissionState.TOPIC_PROPOSED
        yield _item(
            standing,
            TOPIC if is_topic else REVIEW,
            step_id,
            submission_id=work.id,
            since=work.waiting_since or standing.enrollment.active_at,
            line=_("proposes the topic: %(topic)s") % {"topic": work.topic}
            if is_topic
            else _("has handed in work"),
        )
    if standing.is_ready:
        gated = next(one for one in standing.path.specs if one.gated and one.id not in standing.done)
        yield _item(
            standing,
            READY,
            gated.id,
            since=standing.enrollment.active_at,
            line=_("has met every requirement"),
            achievement_id=gated.achievement,
        )
    elif is_stuck(standing, limits):
        yield _stuck(standing)


def _stuck(standing: Standing) -> NeedsMeItem:
    hinted = [
        (work.waiting_since, step_id)
        for step_id, work in standing.works.items()
        if work.state == SubmissionState.NOT_YET and work.waiting_since and step_id not in standing.done
    ]
    if hinted:
        since, step_id = min(hinted)
        return _item(standing, STUCK, step_id, since=since, line=_("has not answered the hint yet"))
    following = standing.next
    return _item(
        standing,
        STUCK,
        following.id if following else None,
        since=standing.enrollment.active_at,
        line=_("nothing new for a while"),
    )


def _item(
    standing: Standing,
    kind: str,
    step_id: UUID | None,
    *,
    since: datetime,
    line: str,
    submission_id: UUID | None = None,
    achievement_id: UUID | None = None,
) -> NeedsMeItem:
    enrollment = standing.enrollment
    step = standing.path.step(step_id) if step_id else None
    return NeedsMeItem(
        kind=kind,
        group_id=enrollment.assignment.group_id,
        group_name=enrollment.assignment.group.name,
        student_id=enrollment.student_id,
        student_name=enrollment.student.get_full_name(),
        step_title=in_language(step.title) if step else "",
        path_title=in_language(enrollment.path.title),
        submission_id=submission_id,
        enrollment_id=enrollment.pk,
        since=since,
        line=line,
        achievement_id=achievement_id,
    )
