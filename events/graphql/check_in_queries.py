"""Reading the list at the door, and one's own code."""

from __future__ import annotations

from typing import Any

import graphene
from django.utils import timezone

from core.graphql import SELF, query_field
from core.qr_codes import qr_svg
from events import rules
from events.graphql import check_in_types
from events.models import Event
from events.selectors.check_in import CheckInScreen, check_in_screen
from events.services.personal_codes import my_code


class Queries:
    @query_field(
        check_in_types.CheckInScreen,
        permission=rules.CHECK_IN,
        target=Event,
        description="The leader's list at the door: who is expected, who is here.",
    )
    def check_in_screen(info: Any, target: Event) -> CheckInScreen:
        return check_in_screen(target, info.context.user, timezone.now())

    @query_field(
        graphene.NonNull(check_in_types.PersonalCode),
        permission=rules.SHOW_OWN_CODE,
        target=SELF,
        description="The person's own check-in code; it signs nobody in.",
    )
    def my_check_in_code(info, target):
        code = my_code(target, timezone.now())
        return {"code": code, "svg": str(qr_svg(code))}
