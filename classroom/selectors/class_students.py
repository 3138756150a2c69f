"""One student of the class as their teacher sees them: every path of the class, every badge awarded here."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from core.translated import in_language
from credentials.selectors.badges import BadgeView, badges_in
from credentials.selectors.credentials import SHELF_STATES, credentials_visible_to
from paths.models import Section
from paths.selectors.quest_maps import QuestSection, badge_ids, badges_by_id, sections, with_path
from paths.selectors.standings import standings
from paths.selectors.visibility import enrollments_visible_to
from people.models import Group, User

MOST_BADGES = 40


@dataclass(frozen=True)
class StudentPath:
    enrollment_id: UUID
    title: str
    done: int
    of: int
    sections: tuple[QuestSection, ...]


@dataclass(frozen=True)
class ClassStudent:
    id: UUID
    name: str
    group_id: UUID
    group_name: str
    paths: tuple[StudentPath, ...]
    badges: tuple[BadgeView, ...]


def class_student(group: Group, student: User, viewer: User) -> ClassStudent:
    """Badges are those awarded in groups that the viewer leads; the rest of the shelf is the student's own."""
    enrollments = with_path(enrollments_visible_to(viewer).filter(student=student, assignment__group=group))
    all_standings = standings(enrollments)
    pictures = badges_by_id(badge_ids(all_standings))
    by_path: dict[UUID, list[Section]] = {}
    for section in Section.objects.filter(path_id__in=[one.path_id for one in enrollments]):
        by_path.setdefault(section.path_id, []).append(section)
    awarded = credentials_visible_to(viewer).filter(
        recipient=student, state__in=SHELF_STATES, replaced_at=None
    )
    return ClassStudent(
        id=student.pk,
        name=student.get_full_name(),
        group_id=group.pk,
        group_name=group.name,
        paths=tuple(
            StudentPath(
                standing.enrollment.pk,
                in_language(standing.enrollment.path.title),
                standing.progress.done,
                standing.progress.of,
                sections(standing, pictures, by_path.get(standing.enrollment.path_id, ())),
            )
            for standing in all_standings
        ),
        badges=badges_in(awarded.order_by("-awarded_at", "id"), viewer, limit=MOST_BADGES),
    )
