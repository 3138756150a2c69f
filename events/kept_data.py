"""What is kept about people in this room: who meant to come and who was there; never where they were."""

from events.models import (
    Attendance,
    AttendanceRule,
    CalendarFeed,
    CheckInCode,
    Event,
    EventTeamMember,
    LateClaim,
    PersonalCheckIn,
    SignUp,
    TeamTaskCompletion,
)
from people.data_map import does_not_hand_out, keeps
from people.enums import KeptTopic

keeps(SignUp, "user", KeptTopic.EVENTS, "event__title", "event__starts_at", "state", "since")
keeps(Attendance, "user", KeptTopic.EVENTS, "event__title", "event__starts_at", "method", "checked_in_at")
keeps(LateClaim, "user", KeptTopic.EVENTS, "event__title", "note", "asked_at", "decided_at", "accepted")
keeps(EventTeamMember, "user", KeptTopic.EVENTS, "event__title", "team__name")
keeps(Event.invited_people.through, "user", KeptTopic.EVENTS, "event__title", "event__starts_at")
keeps(PersonalCheckIn, "user", KeptTopic.EVENTS, "renewed_at")
keeps(CalendarFeed, "user", KeptTopic.EVENTS, "made_at")
keeps(Attendance, "recorded_by", KeptTopic.FOR_OTHERS, "event__title", "method", "checked_in_at")
keeps(AttendanceRule, "created_by", KeptTopic.FOR_OTHERS, "achievement__slug", "kind", "count", "ended_at")
keeps(CheckInCode, "created_by", KeptTopic.FOR_OTHERS, "event__title", "created_at", "ended_at")
keeps(LateClaim, "decided_by", KeptTopic.FOR_OTHERS, "event__title", "decided_at", "accepted")
keeps(
    Event,
    "created_by",
    KeptTopic.FOR_OTHERS,
    "title",
    "description",
    "starts_at",
    "created_at",
    "cancelled_at",
)
keeps(TeamTaskCompletion, "done_by", KeptTopic.EVENTS, "task__title", "done_at")
does_not_hand_out(Event, "invited_people", why="The rows of this list are handed out themselves.")
