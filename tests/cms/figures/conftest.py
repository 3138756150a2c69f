"""A school whose classes got badges in the first term of 2026/2027, each with a way of its own to its owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from credentials.models import Achievement, AwardBatch, Credential, Issuer
from people.enums import Role
from people.models import Group, User
from tests.factories import AchievementFactory, MembershipFactory, StudentFactory

AUTUMN = datetime(2026, 10, 5, 9, 15, tzinfo=UTC)
LONG_AGO = datetime(2016, 9, 1, tzinfo=UTC)
SPRING = datetime(2026, 4, 13, 9, 15, tzinfo=UTC)


def give(
    achievement: Achievement,
    group: Group,
    people: list[User],
    *,
    at: datetime = AUTUMN,
    seen_after: timedelta | None = timedelta(minutes=4),
    signed_after: timedelta | None = None,
    state: str = "held",
) -> AwardBatch:
    """One act for all of `people`, as it stands in the database some time later."""
    batch = AwardBatch.objects.create(
        version=achievement.current_version, group=group, created_at=at, undo_until=at + timedelta(minutes=10),
        signed_at=at + signed_after if signed_after is not None else None,
    )  # fmt: skip
    Credential.objects.bulk_create(
        Credential(
            batch=batch, version=batch.version, achievement=achievement, recipient=person, state=state,
            awarded_at=at, celebrated_at=at + seen_after if seen_after is not None else None,
        )
        for person in people
    )  # fmt: skip
    return batch


def pupils(group: Group, how_many: int, prefix: str) -> list[User]:
    made = [StudentFactory(username=f"{prefix}-{n}") for n in range(how_many)]
    for one in made:
        MembershipFactory(group=group, user=one, role=Role.STUDENT)
    return made


@dataclass
class Lesson:
    """Twenty students of 2B; `debate` and `petition` belong to the school's issuer."""

    group: Group
    students: list[User]
    debate: Achievement
    petition: Achievement


@pytest.fixture
def lesson(class_2b, issuer: Issuer) -> Lesson:
    debate = AchievementFactory(slug="debata", issuer=issuer)
    petition = AchievementFactory(slug="petycja", issuer=issuer, kind="microcredential")
    # Made long ago, so that no term of the tests has them among what was created.
    Achievement.objects.update(created_at=LONG_AGO)
    return Lesson(class_2b.group, pupils(class_2b.group, 20, "figures"), debate, petition)
