"""An organisation new to the portal, the one who manages it, and somebody who decides."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from core.refusals import Refusal
from credentials.issuer_criteria import CRITERIA, REQUIRED
from credentials.models import Issuer, IssuerApplication
from credentials.services import accrediting, applying
from credentials.services.standings import Agreement
from people.models import User
from tests.factories import UserFactory

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
AGREEMENT = Agreement("ORE/2026/7", date(2026, 11, 1), date(2028, 10, 31))
ANSWERS = {one.code: {"text": f"Odpowiedź: {one.code}", "link": "https://example.org/"} for one in CRITERIA}
ALL_MET: dict[str, dict[str, Any]] = {code: {"met": True, "note": ""} for code in REQUIRED}


def three(text: str) -> dict[str, str]:
    return {"pl": text, "en": f"{text} (en)", "uk": f"{text} (uk)"}


@contextmanager
def refused(code: str) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    """The act inside is refused with this code."""
    with pytest.raises(Refusal) as caught:
        yield caught
    assert caught.value.code == code


@pytest.fixture
def founder(db: None) -> User:
    """Grown up, with an account of their own, working nowhere here."""
    return UserFactory(username="zalozycielka", born_on=date(1980, 5, 5))


@pytest.fixture
def application(founder: User) -> IssuerApplication:
    return applying.start_issuer(founder, name="Fundacja Żywa Wieś")


@pytest.fixture
def sent(application: IssuerApplication, founder: User) -> IssuerApplication:
    """Everything said, every question answered, and sent."""
    applying.describe_issuer(
        application.issuer,
        {
            "description": three("Uczymy"),
            "quality_assurance": three("Rada programowa"),
            "email": "biuro@example.org",
            "url": "https://example.org",
        },
        actor=founder,
    )
    applying.save_answers(application, ANSWERS, actor=founder)
    return applying.send_application(application, actor=founder, now=NOW)


@pytest.fixture
def accredited(sent: IssuerApplication, operator: User) -> Issuer:
    accrediting.accept(sent, AGREEMENT, ALL_MET, actor=operator, now=NOW + timedelta(hours=1))
    return sent.issuer
