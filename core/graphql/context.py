"""What a resolver finds in `info.context`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.http import HttpRequest

from core.refusals import Refusal


@dataclass
class Context:
    """`user` asks (perhaps a visitor); `request` is None when the first answer is made for a page.

    The rest is between the kernel and a mutation: `refused` says that it said no and must leave nothing
    behind, `verdict` is a refusal known before it runs, `already_done` that its key has been used for this
    very act.
    """

    user: Any
    request: HttpRequest | None = None
    request_id: str = field(default_factory=lambda: uuid4().hex)
    refused: bool = False
    verdict: Refusal | None = None
    already_done: bool = False
    _read: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, read: Callable[[], Any]) -> Any:
        """What `read` answers, read once for all fields of a question that need it. Not for what a mutation changes."""
        if name not in self._read:
            self._read[name] = read()
        return self._read[name]
