"""Choices of `paths` (content/civic_paths.json, answers.md 17–19)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class StepKind(TextChoices):
    LESSON = "lesson", _("Lesson")
    TASK = "task", _("Task")
    BADGE = "badge", _("Badge")
    CHOICE = "choice", _("Choice")
    PROJECT = "project", _("Project")
    EVENT = "event", _("Event")
    REFLECTION = "reflection", _("Reflection")
    CREDENTIAL = "credential", _("Credential")


class VerifiedBy(TextChoices):
    TEACHER = "teacher", _("Teacher")
    AUTO = "auto", _("Automatically")


class Visibility(TextChoices):
    GROUP = "class", _("Assigned classes and teams only")
    PUBLIC = "public", _("Public catalogue")


class SubmissionState(TextChoices):
    """Where a piece of work stands (answers.md 17). `open` is a step without a submission."""

    CHOSEN = "chosen", _("Chosen")
    TOPIC_PROPOSED = "topic_proposed", _("Topic proposed")
    TOPIC_AGREED = "topic_agreed", _("Topic agreed")
    HANDED_IN = "handed_in", _("Handed in")
    NOT_YET = "not_yet", _("Not yet")
    ACCEPTED = "accepted", _("Accepted")


# In these states a learner may hand in, the first time or again.
MAY_HAND_IN = (
    SubmissionState.CHOSEN,
    SubmissionState.TOPIC_AGREED,
    SubmissionState.HANDED_IN,
    SubmissionState.NOT_YET,
)
WAITING_FOR_REVIEW = (SubmissionState.TOPIC_PROPOSED, SubmissionState.HANDED_IN)


class StepState(TextChoices):
    """What a learner sees on the quest map."""

    LOCKED = "locked", _("Later")
    OPEN = "open", _("Open")
    CHOSEN = "chosen", _("Chosen")
    TOPIC_PROPOSED = "topic_proposed", _("Topic proposed")
    TOPIC_AGREED = "topic_agreed", _("Topic agreed")
    HANDED_IN = "handed_in", _("Handed in")
    NOT_YET = "not_yet", _("Not yet")
    DONE = "done", _("Done")


class Decision(TextChoices):
    TOPIC_AGREED = "topic_agreed", _("Topic agreed")
    NOT_YET = "not_yet", _("Not yet")
    ACCEPTED = "accepted", _("Accepted")
    TAKEN_BACK = "taken_back", pgettext_lazy("decision", "Taken back")
