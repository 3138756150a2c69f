"""A student of sixteen with two signed badges, and a page about them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from credentials.models import Achievement, Credential, Evidence, Issuer
from credentials.services.awarding import award
from credentials.services.issuing import issue_batch
from people.models import User
from portfolio.models import PresentationPage
from portfolio.services.composing import compose
from tests.conftest import ClassOf
from tests.factories import AchievementFactory


@pytest.fixture
def learner(class_2b: ClassOf) -> User:
    """PA1, old enough to decide alone."""
    return class_2b.students[0]


@pytest.fixture
def young(class_2b: ClassOf) -> User:
    """PA2, fifteen this year."""
    student = class_2b.students[1]
    student.born_on = date(timezone.localdate().year - 15, 1, 1)
    student.save()
    return student


@pytest.fixture
def achievements(issuer: Issuer) -> list[Achievement]:
    return [AchievementFactory(slug=slug, issuer=issuer) for slug in ("debata", "petycja")]


def give(achievement: Achievement, to: User, by: ClassOf, *, signed: bool = True) -> Credential:
    """Awarded in the class; signed as if the time to undo were over."""
    (given,) = award(achievement, [to], actor=by.teacher, group=by.group).credentials
    if signed:
        issue_batch(given.batch, now=timezone.now() + timedelta(minutes=11))
    given.refresh_from_db()
    return given


@pytest.fixture
def badges(achievements: list[Achievement], learner: User, class_2b: ClassOf) -> list[Credential]:
    return [give(one, learner, class_2b) for one in achievements]


@pytest.fixture
def draft(badges: list[Credential], learner: User) -> PresentationPage:
    return compose(learner, "university", now=timezone.now())


@pytest.fixture
def work(badges: list[Credential], learner: User) -> Evidence:
    """A text that the first badge was awarded for."""
    piece = Evidence.objects.create(owner=learner, kind="text", text="Moja petycja o ławki")
    badges[0].evidence.add(piece)
    return piece
