"""The issuer of school A is writing a badge; its coordinator describes in its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from credentials.models import Achievement, AchievementDraft, Issuer, Upload
from credentials.services import drafting
from credentials.services.uploading import store_upload
from people.models import User
from tests.security.canaries import picture_with


@dataclass
class DraftWorld:
    issuer: Issuer
    draft: AchievementDraft
    source: Achievement
    # What the author would make its picture.
    upload: Upload

    def variables(self, operation: str) -> dict[str, Any]:
        found: dict[str, Any] = {
            "issuerId": self.issuer.pk, "draftId": self.draft.pk, "sourceId": self.source.pk, "revision": 1,
            "changes": {"tags": ["sąsiedzi"]}, "older": 1, "newer": 1,
            "uploadId": self.upload.pk,
        }  # fmt: skip
        return found | ({"kind": "digital_badge"} if operation == "beginBadge" else {})


def make_draft_world(source: Achievement, author: User) -> DraftWorld:
    issuer = source.issuer
    assert issuer is not None
    draft = drafting.begin(issuer, kind="digital_badge", name="Nowa odznaka", language="pl", actor=author)
    upload = store_upload(author, key=uuid4(), content=picture_with("odznaka"))
    return DraftWorld(issuer, draft, source, upload)
