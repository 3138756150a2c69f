"""The students a school already has, as reading a list compares them."""

from __future__ import annotations

from classroom.rosters import KnownStudent
from classroom.rosters.cells import whole_number
from classroom.rosters.classes import read_class_name
from people.enums import GroupKind
from people.models import Membership, School


def known_students_of(school: School) -> list[KnownStudent]:
    """Everybody who learns in a class of the school now: one query."""
    learning = (
        Membership.objects.current()
        .learning()
        .filter(group__parent_id=school.group_id, group__kind=GroupKind.SCHOOL_CLASS, group__archived_at=None)
        .values_list(
            "user_id", "user__family_name", "user__given_name", "user__born_on", "group__name",
            "user__register_number",
        )
    )  # fmt: skip
    return [
        KnownStudent(str(pk), family, given, born_on, _class_name(group), whole_number(number))
        for pk, family, given, born_on, group, number in learning
    ]


def _class_name(name: str) -> str:
    read = read_class_name(name)
    return read.name if read else name
