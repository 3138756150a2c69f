"""Choices of `portfolio`."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PageFor(TextChoices):
    """Whom a presentation page is made for: the learner’s own name of it to begin with."""

    UNIVERSITY = "university", _("For a university")
    JOB = "job", _("For a job")
    OTHER = "other", _("For somebody else")


class Look(TextChoices):
    """How a presentation page looks."""

    PAPER = "paper", _("Paper")
    NIGHT = "night", _("Night")
    ROSETTE = "rosette", _("Rosette")
    FOREST = "forest", _("Forest")


class PageState(TextChoices):
    """How a page stands; computed from its link and the clock, never stored."""

    DRAFT = "draft", _("Nobody sees it yet")
    OPEN = "open", _("Open by its link")
    WITHDRAWN = "withdrawn", _("Taken down")
    EXPIRED = "expired", _("Its time is over")
    HIDDEN = "hidden", _("Hidden: somebody reported it")


class SkillLayer(TextChoices):
    """By whose word a skill stands on the skills map, the most formal first."""

    FORMAL = "formal", _("Microcredentials")
    SCHOOL = "school", _("Digital badges")
    CLUB = "club", _("Club badges")
    OWN = "own", _("My own words")


class LanguageLevel(TextChoices):
    """How well somebody speaks a language: levels of the Common European Framework of Reference (2001), in words."""

    A1 = "a1", _("a few phrases (A1)")
    A2 = "a2", _("simple matters (A2)")
    B1 = "b1", _("everyday matters (B1)")
    B2 = "b2", _("fluently (B2)")
    C1 = "c1", _("very well (C1)")
    C2 = "c2", _("like a native speaker (C2)")
    FIRST = "first", _("my first language")
