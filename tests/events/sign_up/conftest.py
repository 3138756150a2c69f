"""An event that people sign up to, and a guardian's answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from events.models import Event, SignUp
from events.services.signing_up import sign_up
from people.models import User
from people.services import consents
from tests.factories import EventFactory


@pytest.fixture
def event_of(class_2b) -> Callable[..., Event]:
    """`event_of(capacity=2)`: an event of 2B with sign-up."""
    return lambda **changed: EventFactory(group=class_2b.group, sign_up="open", **changed)


def state(event: Event, user: User) -> str:
    return SignUp.objects.get(event=event, user=user).state


def states(event: Event, *users: User) -> list[str]:
    return [state(event, user) for user in users]


def says(event: Event, user: User, agree: bool = True) -> Any:
    """The user signs up and the guardian answers at once; the secret is answered too."""
    secret = sign_up(event, user=user).consent_url.rpartition("/")[2]
    consents.answer(secret, agree=agree, given_by="Maria Kanarek")
    return secret
