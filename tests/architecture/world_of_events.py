"""A game of 2B that is going on, with somebody at the door, teams, a printed code and a late claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from events.models import CheckInCode, Event, EventTeam, LateClaim, TeamTask
from events.services import check_in_codes
from events.services.personal_codes import my_code
from tests.conftest import ClassOf
from tests.factories import EventFactory

ABOUT_EVENTS = (
    "event", "checkInScreen", "teamBoard", "changeEvent", "cancelEvent", "signUp", "withdrawSignUp", "checkInPeople",
    "undoCheckIn", "checkInByPersonalCode", "checkInByCode", "checkInByDigits", "claimLate", "decideLateClaim",
    "makePrintedCode", "endPrintedCode", "setUpTeams", "completeTeamTask", "undoTeamTask", "eventForm", "planEvent",
)  # fmt: skip


@dataclass
class EventWorld:
    """`member` is PA1, whose team and whose claim it is."""

    event: Event
    member: Any
    code: CheckInCode
    letters: str
    claim: LateClaim
    team: EventTeam
    task: TeamTask
    # Made beforehand: showing it writes the person's key.
    personal: str

    def variables(self, operation: str) -> dict[str, Any]:
        if operation not in ABOUT_EVENTS:
            return {}
        now = timezone.now()
        planned = {
            "title": "Spacer",
            "startsAt": (now + timedelta(days=1)).isoformat(),
            "endsAt": (now + timedelta(days=1, hours=1)).isoformat(),
        }
        codes = {"checkInByPersonalCode": self.personal}
        return {
            "id": self.event.pk, "eventId": self.event.pk, "event": planned, "userId": self.member.pk,
            "userIds": [self.member.pk], "code": codes.get(operation, self.letters), "digits": "0000",
            "claimId": self.claim.pk, "accept": True, "codeId": self.code.pk, "cap": 5,
            "validFrom": now.isoformat(), "validUntil": (now + timedelta(hours=1)).isoformat(),
            "teamId": self.team.pk, "taskId": self.task.pk, "teams": [], "tasks": [],
        }  # fmt: skip


def make_event_world(class_2b: ClassOf) -> EventWorld:
    teacher, student = class_2b.teacher, class_2b.students[0]
    began = timezone.now() - timedelta(minutes=5)
    event = EventFactory(
        group=class_2b.group, kind="city_game", starts_at=began, ends_at=began + timedelta(hours=2),
        sign_up="open", created_by=teacher,
    )  # fmt: skip
    code, letters = check_in_codes.make_printed_code(
        event, cap=5, valid_from=began, valid_until=event.ends_at, actor=teacher
    )
    team = EventTeam.objects.create(event=event, name="Żubry", position=1)
    team.members.create(event=event, user=student)
    task = TeamTask.objects.create(event=event, position=1, title="Znajdź ratusz")
    claim = LateClaim.objects.create(event=event, user=class_2b.students[2])
    personal = my_code(student, timezone.now())
    return EventWorld(event, student, code, letters, claim, team, task, personal)
