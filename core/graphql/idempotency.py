"""The same key again gets the same answer, and nothing happens twice.

A phone makes one key (a UUID) for what a person meant and sends it with every try. The answer is kept with
the act, in the same transaction. Two tries at once meet at the unique constraint of the receipt: one is
undone whole and gets the other's answer.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import orjson
from django.utils.translation import gettext_lazy as _

from core.access import as_uuid
from core.models import Receipt
from core.refusals import Refusal


@dataclass(frozen=True)
class Kept:
    """The answer to an act: the payload's `data` as the `document` (SHA-256) had asked for it."""

    document: str
    data: dict[str, Any]


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
        return Kept(**receipt.response)

    def keep(self, document: str, data: dict[str, Any]) -> None:
        """Remember the answer. Raises IntegrityError if another try has come first."""
        Receipt.objects.create(
            user_id=self.user_id,
            key=self.key,
            operation=self.operation,
            fingerprint=self.fingerprint,
            response=asdict(Kept(document, data)),
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
    return Intent(user.pk, as_key, operation, hashlib.sha256(canonical).hexdigest())
