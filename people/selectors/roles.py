"""Which of the app's faces a person sees."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from people.enums import Role
from people.models import Membership, User

# Who is several things sees the one that has the most to do; a student who leads a club stays a student.
ORDER = (Role.TEACHER, Role.COORDINATOR, Role.STUDENT, Role.LEADER, Role.HELPER, Role.MEMBER)
FACES = {
    Role.TEACHER: "teacher",
    Role.COORDINATOR: "coordinator",
    Role.LEADER: "leader",
    Role.HELPER: "student",
    Role.STUDENT: "student",
    Role.MEMBER: "student",
}


def role_of(user: User | AnonymousUser) -> str:
    """ "teacher" | "coordinator" | "leader" | "student" | "operator" | "nobody": one query."""
    if user.is_anonymous or not user.is_active:
        return "nobody"
    roles = set(Membership.objects.current().filter(user_id=user.pk).values_list("role", flat=True))
    nowhere = "operator" if user.is_superuser else "nobody"
    return next((FACES[role] for role in ORDER if role in roles), nowhere)
