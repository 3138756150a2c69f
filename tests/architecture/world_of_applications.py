"""PA1 has applied for a badge at the desk of 2B."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from credentials.models import ApplicationDesk, LearnerApplication
from credentials.selectors.offerable import Place
from credentials.services.application_desks import open_desk
from credentials.services.applications import apply
from credentials.services.collecting import Piece
from people.models import Group, User
from tests.factories import AchievementFactory


@dataclass
class ApplicationWorld:
    desk: ApplicationDesk
    application: LearnerApplication

    def variables(self) -> dict[str, Any]:
        return {
            "deskId": self.desk.pk, "applicationId": self.application.pk, "placeId": self.desk.group_id,
            "statement": "Umiem to",
        }  # fmt: skip


def make_application_world(group: Group, teacher: User, student: User) -> ApplicationWorld:
    issuer = group.issuers_to_award_for.first() or group.parent.issuers_to_award_for.get()
    desk = open_desk(Place(group, None), AchievementFactory(slug="umiem-juz", issuer=issuer), actor=teacher)
    work = [Piece("text", text="Prowadzę debaty")]
    return ApplicationWorld(desk, apply(desk, "Umiem to", work, actor=student, now=timezone.now()))
