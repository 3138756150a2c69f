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
