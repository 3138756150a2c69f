"""The seed's thirty achievements, and a credential at each point of its life."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from credentials.models import Achievement, Credential, IssuedDocument, Issuer
from credentials.selectors.offerable import Place
from credentials.services.awarding import award
from credentials.services.issuing import issue_batch
from credentials.services.seeding import load_achievements
from people.enums import Role
from people.models import Group, User
from tests.conftest import ClassOf
from tests.factories import AchievementFactory, MembershipFactory, UserFactory


@pytest.fixture
def seed(issuer: Issuer, club: Group) -> dict[str, Achievement]:
    """All thirty, by slug."""
    return load_achievements(settings.CONTENT, issuer, club)


@pytest.fixture
def debate(seed: dict[str, Achievement]) -> Achievement:
    return seed["debata"]


@pytest.fixture
def awarded(debate: Achievement, class_2b: ClassOf) -> list[Credential]:
    """The class of three, awarded a moment ago."""
    return award(debate, class_2b.students, actor=class_2b.teacher, group=class_2b.group).credentials


def after_undo(credential: Credential) -> datetime:
    return credential.batch.undo_until + timedelta(seconds=1)


@pytest.fixture
def held(awarded: list[Credential]) -> list[Credential]:
    """The same, signed."""
    issue_batch(awarded[0].batch, now=timezone.now() + timedelta(minutes=11))
    return list(Credential.objects.filter(pk__in=[one.pk for one in awarded]).order_by("recipient__username"))


def document_of(credential: Credential) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(bytes(IssuedDocument.objects.get(credential=credential).body))
    return read


@pytest.fixture
def member(club: Group, db: None) -> User:
    """A grown-up member of the club."""
    user = UserFactory(
        username="member-k", given_name="Iga", family_name="Kanarek-k", born_on=date(1990, 5, 1)
    )
    MembershipFactory(group=club, user=user, role=Role.MEMBER)
    return user


@pytest.fixture
def badge(issuer: Issuer) -> Achievement:
    """A badge that school A's classes may award."""
    return AchievementFactory(issuer=issuer)


@pytest.fixture
def place(class_2b: ClassOf) -> Place:
    """In the name of 2B."""
    return Place(class_2b.group, None)
