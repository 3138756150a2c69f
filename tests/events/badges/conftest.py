from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from events.models import AttendanceRule, Event
from tests.factories import AchievementFactory, EventFactory, PlaceFactory


@pytest.fixture
def meeting(class_2b) -> Event:
    began = timezone.now() - timedelta(minutes=10)
    return EventFactory(
        group=class_2b.group, kind="cleanup", starts_at=began, ends_at=began + timedelta(hours=1),
        created_by=class_2b.teacher, place=PlaceFactory(),
    )  # fmt: skip


@pytest.fixture
def badge(issuer):
    return AchievementFactory(slug="sprzatamy", issuer=issuer)


@pytest.fixture
def rule(meeting, badge, class_2b) -> AttendanceRule:
    return AttendanceRule.objects.create(
        achievement=badge, group=class_2b.group, event=meeting, created_by=class_2b.teacher,
        count_from=timezone.now() - timedelta(days=1),
    )  # fmt: skip
