"""Who hears of a fact. Topics are `user:<id>`, `group:<id>` (all members) and `staff:<id>` (who leads the group).

A fact about one student goes to the student and the staff, never to the class (product.md, part 4).
"""

from collections.abc import Iterable
from uuid import UUID

from core.emitting import Audience


def user_topic(user_id: UUID) -> str:
    return f"user:{user_id}"


def group_topic(group_id: UUID) -> str:
    return f"group:{group_id}"


def staff_topic(group_id: UUID) -> str:
    return f"staff:{group_id}"


def for_group(group_id: UUID, *, deliver_to: Iterable[UUID] = ()) -> Audience:
    """Everybody in the group; `deliver_to` also find it in their inbox."""
    return Audience(topics=(group_topic(group_id),), deliver_to=tuple(deliver_to), scope=group_id)


def for_student_in(student_id: UUID, group_id: UUID, *, deliver: bool = False) -> Audience:
    """The student and those who lead the group, nobody else of it."""
    return Audience(
        topics=(user_topic(student_id), staff_topic(group_id)),
        deliver_to=(student_id,) if deliver else (),
        scope=group_id,
    )


def for_staff(group_id: UUID) -> Audience:
    return Audience(topics=(staff_topic(group_id),), scope=group_id)


def for_user(user_id: UUID, *, deliver: bool = False) -> Audience:
    return Audience(topics=(user_topic(user_id),), deliver_to=(user_id,) if deliver else ())
