"""How a service says no: a stable code for the machine, a sentence for the person."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.functional import Promise


class Refusal(Exception):
    """The act is not possible in the present state. Nothing has changed.

    `code` is stable and in capitals ("STEP_ALREADY_ACCEPTED"); `message` is a lazy translation that may hold
    `%(name)s` placeholders filled from `params`; `field` is the input (snake_case) it is about, or "".
    """

    def __init__(self, code: str, message: str | Promise, field: str = "", **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.field = field
        self.params = params

    def __str__(self) -> str:
        """The sentence in the language active now."""
        return str(self.message % self.params) if self.params else str(self.message)


class RefusedAndTold(Refusal):
    """No, and somebody hears that it was tried: what was written for them before stays."""


class Refusals(Exception):
    """Several refusals at once: every wrong field of a form."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__(", ".join(refusal.code for refusal in self.refusals))
