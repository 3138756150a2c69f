"""Asking the portal as a phone would: GraphQL over HTTP, with the session and the CSRF token of a person."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.test import Client

from people.models import User


@dataclass(frozen=True)
class Reply:
    """What came back. `data` is the first root field's value; `code` the first error's code, wherever it stands."""

    status: int
    body: dict[str, Any]

    @property
    def data(self) -> Any:
        fields = self.body.get("data") or {}
        return next(iter(fields.values()), None)

    @property
    def error(self) -> dict[str, Any] | None:
        for found in self.body.get("errors") or []:
            return {"code": found["extensions"]["code"], "message": found["message"]}
        data = self.data
        if isinstance(data, dict) and data.get("errors"):
            first: dict[str, Any] = data["errors"][0]
            return first
        return None

    @property
    def code(self) -> str | None:
        return self.error["code"] if self.error else None


def client_of(user: User | AnonymousUser | None) -> Client:
    """A browser in which `user` is signed in (nobody for None)."""
    client = Client()
    if user is not None and user.is_authenticated:
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def ask(user: User | AnonymousUser | None, document: str, **variables: Any) -> Reply:
    """Send one document as `user` through the real view."""
    response = client_of(user).post(
        "/graphql/",
        data=json.dumps({"query": document, "variables": variables}, default=str),
        content_type="application/json",
    )
    return Reply(response.status_code, json.loads(response.content))
