"""Asking the portal as the app does: registered documents where there are any, the same view, a real session."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client

from people.models import User


class Phone:
    """A signed-in browser in this process."""

    def __init__(self, user: User) -> None:
        self.client = Client()
        self.client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    def ask(self, document: str, **variables: Any) -> dict[str, Any]:
        """The answer's `data`; raises RuntimeError for any error, so that a failing scenario never looks fast."""
        response = self.client.post(
            "/graphql/",
            data=json.dumps({"query": document, "variables": variables}, default=str),
            content_type="application/json",
        )
        body = json.loads(response.content)
        if body.get("errors"):
            raise RuntimeError(body["errors"])
        data: dict[str, Any] = body["data"]
        return data
