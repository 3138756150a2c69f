"""Asking the portal as the app does: the documents that its front registered, the same view, a real session."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.models import User

_NAME = re.compile(r"^(?:query|mutation) (\w+)")


@cache
def document_id(name: str) -> str:
    """The hash under which the built front registered its operation `name`. Raises LookupError without a build."""
    path = settings.FRONTEND_DIST / "documents.json"
    texts: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    for digest, text in texts.items():
        if (match := _NAME.match(text)) and match[1] == name:
            return digest
    raise LookupError(f"The built front has no operation {name}: build it with ./dev setup.")


TRANSACTIONS = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


class Phone:
    """A signed-in browser in this process."""

    def __init__(self, user: User) -> None:
        self.client = Client()
        self.client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    def body(self, operation: str, **variables: Any) -> bytes:
        """The answer's bytes."""
        response = self.client.post(
            "/graphql/",
            data=json.dumps({"documentId": document_id(operation), "variables": variables}, default=str),
            content_type="application/json",
        )
        return response.content

    def ask(self, operation: str, **variables: Any) -> dict[str, Any]:
        """The answer's `data`; raises RuntimeError for any error, so that a failing scenario never looks fast."""
        answer = json.loads(self.body(operation, **variables))
        if answer.get("errors"):
            raise RuntimeError(answer["errors"])
        data: dict[str, Any] = answer["data"]
        return data

    def statements(self, operation: str, **variables: Any) -> int:
        """How many SQL statements the operation takes, with those of session and gate.

        What only begins or ends a transaction reads and writes nothing, and is not counted.
        """
        with CaptureQueriesContext(connection) as caught:
            self.ask(operation, **variables)
        return sum(not one["sql"].startswith(TRANSACTIONS) for one in caught.captured_queries)
