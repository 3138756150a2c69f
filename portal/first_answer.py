"""The answer of the first screen, written into the page so that a phone needs no second round trip."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from graphql import OperationDefinitionNode, parse

from people.models import User
from portal.schema import kernel

# The home screen of each face and the operation it asks; other addresses ask for themselves.
HOMES = {
    "student": "StudentHome", "nobody": "StudentHome", "teacher": "TeacherHome", "coordinator": "TeacherHome",
    "leader": "LedClubs",
}  # fmt: skip


@lru_cache(maxsize=2)
def _names(changed: float) -> dict[str, str]:
    documents = json.loads((settings.FRONTEND_DIST / "documents.json").read_text(encoding="utf-8"))
    named = {}
    for digest, text in documents.items():
        for definition in parse(text).definitions:
            if isinstance(definition, OperationDefinitionNode) and definition.name:
                named[definition.name.value] = digest
    return named


def first_answer(user: User, role: str, path: str) -> dict[str, Any] | None:
    """`{operationName, variables, data, user}` for the app's home; without `data` elsewhere."""
    person = {"id": str(user.pk), "role": role, "language": user.language}
    documents = settings.FRONTEND_DIST / "documents.json"
    name = HOMES.get(role) if path == "/app/" and documents.is_file() else None
    digest = _names(documents.stat().st_mtime).get(name) if name else None
    answer = kernel.execute(digest, {}, user=user) if digest else {}
    if not answer.get("data") or answer.get("errors"):
        return {"operationName": "", "variables": {}, "data": None, "user": person}
    return {"operationName": name, "variables": {}, "data": answer["data"], "user": person}
