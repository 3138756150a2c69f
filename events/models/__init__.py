from events.models.attendance_rule import AttendanceRule
from events.models.attending import Attendance, CheckInCode, LateClaim, PersonalCheckIn, SignUp
from events.models.calendar_feed import CalendarFeed
from events.models.event import Event, EventSeries
from events.models.place import Place
from events.models.team import EventTeam, EventTeamMember, TeamTask, TeamTaskCompletion

__all__ = [
    "Attendance", "AttendanceRule", "CalendarFeed", "CheckInCode", "Event", "EventSeries", "EventTeam",
    "EventTeamMember", "LateClaim", "PersonalCheckIn", "Place", "SignUp", "TeamTask", "TeamTaskCompletion",
]  # fmt: skip
