"""The same key again gets the same answer, and nothing happens twice.

A phone makes one key (a UUID) for what a person meant and sends it with every try. The answer is kept with
the act, in the same transaction. Two tries at once meet at the unique constraint of the receipt: one is
undone whole and gets the other's answer.

An answer may hold what is told once and kept nowhere else but as a digest: a link of a guardian, a code to join. So
who reads the database reads neither it nor what was asked.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import orjson
from cryptography.fernet import InvalidToken
from django.utils.translation import gettext_lazy as _

from core.access import as_uuid
from core.models import Receipt
from core.refusals import Refusal
from core.secrets import keyed_digest, sealed, unsealed

PURPOSE = "receipt"


@dataclass(frozen=True)
class Kept:
    """The answer to an act: the payload's `data` as the `document` (SHA-256) had asked for it."""

    document: str
    data: dict[str, Any]

    def as_json(self) -> dict[str, str]:
        return {"sealed": sealed(PURPOSE, orjson.dumps(asdict(self)).decode())}

    @classmethod
    def from_json(cls, kept: dict[str, str]) -> Kept:
        """Of no document when the key of the seal has changed since: that the act is done can still be said."""
        try:
            return cls(**orjson.loads(unsealed(PURPOSE, kept.get("sealed", ""))))
        except InvalidToken:
            return cls("", {})


@dataclass(frozen=True)
class Intent:
    """What a person meant: `operation` with its arguments (`fingerprint`), under `key`."""

    user_id: UUID
    key: UUID
    operation: str
    fingerprint: str

    def answered(self) -> Kept | None:
        """What was answered if it has been done already, otherwise None.

        Raises Refusal KEY_REUSED if the key stood for something else.
        """
        receipt = Receipt.objects.filter(user_id=self.user_id, key=self.key).first()
        if receipt is None:
            return None
        if (receipt.operation, receipt.fingerprint) != (self.operation, self.fingerprint):
            raise Refusal(
                "KEY_REUSED", _("This was sent before as something else. Refresh the page and try again.")
            )
        return Kept.from_json(receipt.response)

    def keep(self, document: str, data: dict[str, Any]) -> None:
        """Remember the answer. Raises IntegrityError if another try has come first."""
        Receipt.objects.create(
            user_id=self.user_id,
            key=self.key,
            operation=self.operation,
            fingerprint=self.fingerprint,
            response=Kept(document, data).as_json(),
        )


def intent_of(user: Any, operation: str, arguments: dict[str, Any]) -> Intent | None:
    """The intent, if the arguments bring a key and somebody is signed in.

    Raises Refusal KEY_INVALID if it is no UUID.
    """
    key = arguments.get("key")
    if key is None or not user.is_authenticated:
        return None
    as_key = as_uuid(key)
    if as_key is None:
        raise Refusal(
            "KEY_INVALID", _("The app sent a key that is not one. Refresh the page and try again."), "key"
        )
    rest = {name: value for name, value in arguments.items() if name != "key"}
    canonical = orjson.dumps([operation, rest], option=orjson.OPT_SORT_KEYS, default=str)
    return Intent(user.pk, as_key, operation, keyed_digest(PURPOSE, canonical.decode()))
