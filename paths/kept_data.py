"""What is kept about people in this room: paths they work through, and what was said about their work."""

from paths.models import Enrollment, PathAssignment, Review, StepCompletion, Submission
from people.data_map import does_not_hand_out, keeps
from people.enums import KeptTopic

keeps(
    Enrollment, "student", KeptTopic.WORK,
    "path__slug", "path__title", "created_at", "active_at", "completed_at", "ended_at",
)  # fmt: skip
keeps(
    StepCompletion, "enrollment__student", KeptTopic.WORK,
    "step__key", "step__title", "enrollment__path__slug", "created_at", "taken_back_at",
)  # fmt: skip
keeps(
    Submission, "enrollment__student", KeptTopic.WORK,
    "id", "step__key", "step__title", "enrollment__path__slug", "state", "topic", "reflection", "created_at",
    "changed_at",
)  # fmt: skip
keeps(
    Review, "submission__enrollment__student", KeptTopic.WORK, "submission", "decision", "hint", "created_at"
)
keeps(
    PathAssignment, "assigned_by", KeptTopic.FOR_OTHERS, "path__slug", "group__name", "due_on", "created_at"
)
keeps(Review, "reviewer", KeptTopic.FOR_OTHERS, "decision", "hint", "created_at")
keeps(StepCompletion, "completed_by", KeptTopic.FOR_OTHERS, "step__key", "created_at", "taken_back_at")
keeps(Submission, "handed_in_by", KeptTopic.FOR_OTHERS, "step__key", "created_at")
keeps(
    PathAssignment.only_for.through, "user", KeptTopic.WORK,
    "pathassignment__path__slug", "pathassignment__group__name",
)  # fmt: skip
does_not_hand_out(PathAssignment, "only_for", why="The rows of this list are handed out themselves.")
