"""The class on the projector: what it has done together. No name, no failure, no single person to be found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone

from classroom.models import SchoolClass
from classroom.selectors.sign_in_windows import open_until
from core.translated import in_language
from credentials.enums import LIVING_STATES
from credentials.models import Achievement, AwardBatch, Credential
from paths.models import Enrollment, PathAssignment, Section, Step, StepCompletion
from people.models import Group
from people.selectors.groups import current_member_ids

MOST_LATEST = 6


@dataclass(frozen=True)
class ProjectorSection:
    title: str
    done: int
    of: int


@dataclass(frozen=True)
class ProjectorBadge:
    achievement: Achievement
    people: int
    at: datetime


@dataclass(frozen=True)
class Projector:
    """`steps_done` of `steps_of` counts the required steps of everybody on the newest path."""

    group_name: str
    students: int
    path_title: str
    steps_done: int
    steps_of: int
    badges: int
    sections: tuple[ProjectorSection, ...]
    latest: tuple[ProjectorBadge, ...]
    sign_in_open_until: datetime | None


def projector(group: Group) -> Projector:
    """Nine queries at any size."""
    students = current_member_ids(group.pk)
    assignment = (
        PathAssignment.objects.filter(group=group, ended_at=None)
        .select_related("path")
        .order_by("-created_at")
        .first()
    )
    sections = _sections(assignment, students) if assignment else ()
    return Projector(
        group_name=group.name,
        students=len(students),
        path_title=in_language(assignment.path.title) if assignment else "",
        steps_done=sum(section.done for section in sections),
        steps_of=sum(section.of for section in sections),
        badges=Credential.objects.living().filter(batch__group=group, recipient_id__in=students).count(),
        sections=sections,
        latest=_latest(group),
        sign_in_open_until=open_until(SchoolClass.objects.filter(group=group).first(), timezone.now()),
    )


def _sections(assignment: PathAssignment, students: Sequence[UUID]) -> tuple[ProjectorSection, ...]:
    on_path = Enrollment.objects.running().filter(path_id=assignment.path_id, student_id__in=students)
    people = on_path.count()
    steps = Step.objects.filter(path_id=assignment.path_id, required=True)
    asked = Counter(steps.values_list("section_id", flat=True))
    done = dict(
        StepCompletion.objects.standing()
        .filter(enrollment__in=on_path, step__required=True)
        .values_list("step__section_id")
        .annotate(Count("id"))
    )
    return tuple(
        ProjectorSection(in_language(section.title), done.get(section.pk, 0), asked[section.pk] * people)
        for section in Section.objects.filter(path_id=assignment.path_id)
        if asked[section.pk]
    )


def _latest(group: Group) -> tuple[ProjectorBadge, ...]:
    people = Count("credentials", filter=Q(credentials__state__in=LIVING_STATES))
    batches: Any = (
        AwardBatch.objects.filter(group=group, cancelled_at=None)
        .annotate(people=people)
        .filter(people__gt=0)
        .select_related("version__achievement__current_version")
        .order_by("-created_at", "-id")[:MOST_LATEST]
    )
    return tuple(
        ProjectorBadge(batch.version.achievement, batch.people, batch.created_at) for batch in batches
    )
