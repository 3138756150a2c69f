"""Choices of `people`, with the groups of them that rules and screens ask for."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AccountKind(TextChoices):
    """Who runs the account (product.md, part 5)."""

    SCHOOL_MANAGED = "school_managed", _("Run by the school")
    PERSONAL = "personal", _("Personal")


class SchoolType(TextChoices):
    """Types of Polish secondary school, as in `content/curriculum.json`."""

    LO = "LO", _("General upper-secondary school")
    T = "T", _("Technical upper-secondary school")
    BS1 = "BS1", _("Stage I sectoral vocational school")


class GroupKind(TextChoices):
    SCHOOL = "school", _("School")
    SCHOOL_CLASS = "class", _("Class")
    TEAM = "team", _("Team")
    CLUB = "club", _("Club")


class Role(TextChoices):
    """What a person is in one group. A school's own group holds its coordinator and teachers."""

    STUDENT = "student", _("Student")
    TEACHER = "teacher", _("Teacher")
    COORDINATOR = "coordinator", _("School coordinator")
    LEADER = "leader", _("Leader")
    HELPER = "helper", _("Helper")
    MEMBER = "member", _("Member")


LEARNING_ROLES = (Role.STUDENT, Role.MEMBER)
LEADING_ROLES = (Role.TEACHER, Role.LEADER)
