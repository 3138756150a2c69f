"""The issuer of school A is writing a badge; its coordinator describes in its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credentials.models import Achievement, AchievementDraft, Issuer
from credentials.services import drafting
from people.models import User


@dataclass
class DraftWorld:
    issuer: Issuer
    draft: AchievementDraft
    source: Achievement

    def variables(self, operation: str) -> dict[str, Any]:
        found: dict[str, Any] = {
            "issuerId": self.issuer.pk, "draftId": self.draft.pk, "sourceId": self.source.pk, "revision": 1,
            "changes": {"tags": ["sąsiedzi"]}, "older": 1, "newer": 1,
        }  # fmt: skip
        return found | ({"kind": "digital_badge"} if operation == "beginBadge" else {})


def make_draft_world(source: Achievement, author: User) -> DraftWorld:
    issuer = source.issuer
    assert issuer is not None
    draft = drafting.begin(issuer, kind="digital_badge", name="Nowa odznaka", language="pl", actor=author)
    return DraftWorld(issuer, draft, source)
