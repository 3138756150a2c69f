from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from people.models import User


@pytest.fixture(autouse=True)
def _urls(settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.core.graphql.urls"


Send = Callable[..., HttpResponse]


@pytest.fixture
def send() -> Send:
    """Post one body, as `user` if given; a dictionary is written as JSON, bytes go as they are."""

    def post(body: Any, user: User | None = None, **headers: Any) -> HttpResponse:
        client = Client()
        if user is not None:
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        return client.post("/graphql/", data=raw, content_type="application/json", **headers)

    return post


def code_of(response: HttpResponse) -> str | None:
    """The code of the first error."""
    errors = json.loads(response.content).get("errors")
    return errors[0]["extensions"]["code"] if errors else None


def data_of(response: HttpResponse) -> Any:
    return json.loads(response.content)["data"]
