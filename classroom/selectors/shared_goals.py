"""What a class has done together on its paths: one sum for everybody, never a person (product.md, part 4)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from core.translated import in_language
from paths.models import Enrollment
from paths.selectors.standings import Standing, standings
from people.models import Membership

MOST_PATHS = 5
# In a smaller group a sum would tell what one person has done.
FEWEST_PEOPLE = 5


@dataclass(frozen=True)
class ClassProgress:
    """Required steps done by all who work through the path, of all such steps."""

    path_id: UUID
    title: str
    done: int
    of: int


def class_progress(group_id: UUID) -> tuple[ClassProgress, ...]:
    """The running paths that the whole group works through, the newest first. Five queries."""
    here = Membership.objects.current().learning().filter(group_id=group_id, user__is_active=True)
    enrollments = (
        Enrollment.objects.running()
        .filter(
            assignment__group_id=group_id,
            assignment__ended_at=None,
            assignment__for_everybody=True,
            student_id__in=here.values("user_id"),
        )
        .select_related("path", "assignment")
        .order_by("-assignment__created_at", "id")
    )
    by_path: dict[UUID, list[Standing]] = {}
    for standing in standings(list(enrollments), with_choices=False):
        by_path.setdefault(standing.enrollment.path_id, []).append(standing)
    sums = [
        _sum(path_id, all_of_it) for path_id, all_of_it in by_path.items() if len(all_of_it) >= FEWEST_PEOPLE
    ]
    return tuple(sums[:MOST_PATHS])


def _sum(path_id: UUID, all_of_it: list[Standing]) -> ClassProgress:
    counted = [standing.progress for standing in all_of_it]
    return ClassProgress(
        path_id=path_id,
        title=in_language(all_of_it[0].enrollment.path.title),
        done=sum(one.done for one in counted),
        of=sum(one.of for one in counted),
    )
