"""Two small badges and a larger one that asks for both; a badge that is valid for a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.utils import timezone

from credentials.models import Achievement, AwardBatch, Credential, Issuer
from credentials.services.awarding import award
from credentials.services.issuing import issue_batch
from people.models import User
from tests.conftest import ClassOf
from tests.factories import AchievementFactory


@dataclass
class Stack:
    """`give` awards in 2B in the teacher's name; `sign` signs an act as if its ten minutes were over."""

    class_2b: ClassOf
    debate: Achievement
    petition: Achievement
    larger: Achievement

    def give(self, achievement: Achievement, *people: User) -> AwardBatch:
        done = award(achievement, people, actor=self.class_2b.teacher, group=self.class_2b.group)
        assert done.batch is not None
        return done.batch

    def of(self, person: User, achievement: Achievement) -> Credential:
        found = Credential.objects.filter(recipient=person, achievement=achievement)
        return found.select_related("batch").latest("awarded_at")

    def has(self, person: User, achievement: Achievement) -> bool:
        return Credential.objects.living().filter(recipient=person, achievement=achievement).exists()

    def sign_all(self) -> None:
        for batch in AwardBatch.objects.filter(signed_at=None, cancelled_at=None):
            issue_batch(batch, now=timezone.now() + timedelta(minutes=11))


@pytest.fixture
def stack(class_2b: ClassOf, issuer: Issuer) -> Stack:
    debate, petition = (AchievementFactory(slug=slug, issuer=issuer) for slug in ("debata", "petycja"))
    larger = AchievementFactory(
        slug="obywatel",
        issuer=issuer,
        kind="microcredential",
        version={"requires": {"all_of": ["debata", "petycja"]}},
    )
    return Stack(class_2b, debate, petition, larger)


@pytest.fixture
def yearly(issuer: Issuer) -> Achievement:
    return AchievementFactory(slug="pierwsza-pomoc", issuer=issuer, version={"validity_months": 12})
