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
    # Not a school: a foundation, a library, a town hall that stands behind an issuer or vouches for clubs.
    ORGANISATION = "org", _("Organisation")


# Groups that stand above others: a school its classes, either the clubs it vouches for.
VOUCHING_KINDS = (GroupKind.SCHOOL, GroupKind.ORGANISATION)
# Groups of a school whose members' accounts it runs.
CLASS_KINDS = (GroupKind.SCHOOL_CLASS, GroupKind.TEAM)


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


class ConsentPurpose(TextChoices):
    """What a guardian agrees to, one purpose at a time (product.md, part 5)."""

    EVENT = "event", _("Taking part in an event")
    CLUB = "club", _("Being a member of a club")
    SHARING = "sharing", _("Sharing badges outside the class")
    PRESENTATION = "presentation", _("Showing a page about oneself to people outside")
    ACCOUNT = "account", _("Having an account of one’s own")
    HANDOVER = "handover", _("Taking over the account that the school runs")


class ReportReason(TextChoices):
    HURTFUL = "hurtful", _("It hurts or mocks somebody")
    HATE = "hate", _("It spreads hatred")
    PRIVATE = "private", _("It gives away something private")
    UNSAFE = "unsafe", _("It is dangerous, or an adult behaves oddly")
    FALSE = "false", _("It pretends to be something it is not")
    OTHER = "other", _("Something else")


# Looked at within a day; everything else within a week.
URGENT_REASONS = (ReportReason.UNSAFE, ReportReason.HATE, ReportReason.PRIVATE)


class ReportDecision(TextChoices):
    KEPT = "kept", _("It stays")
    REMOVED = "removed", _("It is taken down")


class KeptTopic(TextChoices):
    """What the data about a person is about, in the order in which people read it."""

    ACCOUNT = "account", _("Your account: name, language, sign-ins")
    GROUPS = "groups", _("Your classes, teams and clubs")
    BADGES = "badges", _("Your badges and where you show them")
    WORK = "work", _("Your paths and the work you handed in")
    EVENTS = "events", _("Events: sign-ups and presence")
    PEOPLE = "people", _("Contacts, thanks and nominations")
    PROFILE = "profile", _("Your profile and presentation pages")
    CONSENTS = "consents", _("What your guardian agreed to")
    REPORTS = "reports", _("Reports and decisions about them")
    FOR_OTHERS = "for_others", _("What you did for others: awards, reviews, events")
    TRAIL = "trail", _("The record of what you did here, with times")
