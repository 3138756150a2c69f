"""What is kept about people in this room: who imported a class list. The list itself is emptied after a day."""

from classroom.models import RosterImport
from people.data_map import keeps
from people.enums import KeptTopic

keeps(
    RosterImport, "created_by", KeptTopic.FOR_OTHERS,
    "school__name", "class_name", "source_name", "state", "created_at", "finished_at",
)  # fmt: skip
