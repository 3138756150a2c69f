"""Codes that change by themselves: on the projector, in four digits, on a person's own phone.

HMAC-SHA-256 (RFC 2104) over the number of a time step, as one-time passwords do it (RFC 6238 §4), so the
server remembers nothing between showing a code and being shown it. Secrets never leave the server.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import date
from uuid import UUID

from core.secrets import letters_of

STEP_SECONDS = 30
# The step before is good too: whoever scans at the turn is not sent back.
STEPS_ACCEPTED = 2
DIGITS = 4
_MAC_BYTES = 8
_TOKEN_BYTES = 16 + _MAC_BYTES
TOKEN_LETTERS = _TOKEN_BYTES * 4 // 3
HANDLE_LETTERS, DAY_LETTERS = 8, 8


def step_at(moment: float) -> int:
    """The number of the step in which a moment (Unix seconds) lies."""
    return int(moment // STEP_SECONDS)


def step_ends(step: int) -> int:
    """When a step is over, in Unix seconds; its code is accepted for one more step."""
    return (step + 1) * STEP_SECONDS


def _mac(secret: bytes, *parts: object) -> bytes:
    return hmac.digest(secret, ":".join(str(part) for part in parts).encode(), hashlib.sha256)


def token(event_id: UUID, secret: bytes, step: int) -> str:
    """What the QR code carries: the event and 64 bits that only its secret makes; 32 URL-safe letters."""
    if not secret:
        raise ValueError("An event without a secret has no code.")
    return base64.urlsafe_b64encode(event_id.bytes + _mac(secret, "scan", step)[:_MAC_BYTES]).decode()


def event_of_token(text: str) -> UUID | None:
    """The event that a token speaks of, whether or not it is good; None for anything else."""
    if len(text) != TOKEN_LETTERS or not text.isascii():
        return None
    try:
        raw = base64.urlsafe_b64decode(text)
    except ValueError:
        return None
    return UUID(bytes=raw[:16]) if len(raw) == _TOKEN_BYTES else None


def is_token(text: str, event_id: UUID, secret: bytes, step: int) -> bool:
    """Whether `text` is the token of this step or of the one before. False for an event without a secret."""
    return bool(secret) and any(
        hmac.compare_digest(text.encode(), token(event_id, secret, one).encode()) for one in _accepted(step)
    )


def digits(secret: bytes, step: int) -> str:
    """Four digits for who cannot scan: another derivation, so they tell nothing of the token."""
    if not secret:
        raise ValueError("An event without a secret has no digits.")
    return f"{int.from_bytes(_mac(secret, 'digits', step)[:8]) % 10**DIGITS:0{DIGITS}d}"


def are_digits(typed: str, secret: bytes, step: int) -> bool:
    """Whether these are the digits of this step or of the one before."""
    return bool(secret) and any(
        hmac.compare_digest(typed.encode("utf-8", "replace"), digits(secret, one).encode())
        for one in _accepted(step)
    )


def personal_handle(secret: bytes) -> str:
    """The half of a person's own code that stays: 40 bits by which it is found."""
    return letters_of(_mac(secret, "handle"), HANDLE_LETTERS)


def personal_code(secret: bytes, day: date) -> str:
    """A person's own code on one day: the handle and 40 bits that change at midnight."""
    return personal_handle(secret) + letters_of(_mac(secret, "day", day.isoformat()), DAY_LETTERS)


def is_personal_code(plain: str, secret: bytes, day: date) -> bool:
    return hmac.compare_digest(plain.encode(), personal_code(secret, day).encode())


def _accepted(step: int) -> range:
    return range(step, step - STEPS_ACCEPTED, -1)
