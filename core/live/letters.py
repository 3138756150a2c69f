"""What processes tell each other about live connections, and its bytes on the channel layer.

A letter names facts and ids, never a name, a text, a score or a secret (architecture.md §4): sessions travel
as digests.
"""

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

import orjson

Envelope: TypeAlias = dict[str, Any]
"""`fact` (str), `about` (object of ids), `scope` (a group's id or None), `at` (ISO 8601)."""


@dataclass(frozen=True)
class Publish:
    """An envelope for everybody who hears one of the topics."""

    topics: tuple[str, ...]
    envelope: Envelope


@dataclass(frozen=True)
class Recheck:
    """What these people may hear has changed; deliver nothing to them before it is read again."""

    people: tuple[str, ...]


@dataclass(frozen=True)
class EndSession:
    """This sign-in is over: its connections close with 4401."""

    session: str


@dataclass(frozen=True)
class EndPerson:
    """All sign-ins of this person are over."""

    person: str


@dataclass(frozen=True)
class Beat:
    """A sign of life: a process that does not hear its own has lost the layer."""


Letter: TypeAlias = Publish | Recheck | EndSession | EndPerson | Beat

_KINDS: dict[str, Any] = {kind.__name__: kind for kind in (Publish, Recheck, EndSession, EndPerson, Beat)}


@dataclass(frozen=True)
class Posted:
    """A letter with its sender. `number` counts the sender's letters, so that a lost one is noticed."""

    origin: str
    number: int
    letter: Letter


def encode(posted: Posted) -> bytes:
    """JSON bytes of a posted letter."""
    fields = {"origin": posted.origin, "number": posted.number, "kind": type(posted.letter).__name__}
    return orjson.dumps(fields | asdict(posted.letter))


def decode(body: bytes) -> Posted:
    """The posted letter; raises `ValueError` or `KeyError` when the bytes are not one of ours."""
    fields = orjson.loads(body)
    origin, number, kind = fields.pop("origin"), fields.pop("number"), fields.pop("kind")
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
    return Posted(origin, number, _KINDS[kind](**values))


def plain(envelope: Envelope) -> Envelope:
    """The envelope in JSON's own types, its four keys always there, UUIDs and times as text."""
    whole: Envelope = {"fact": "", "about": {}, "scope": None, "at": datetime.now(UTC)} | envelope
    copy: Envelope = orjson.loads(orjson.dumps(whole, default=str))
    return copy


def resync() -> Envelope:
    """The envelope that says: something may have been missed, ask for everything on the screen again."""
    return plain({"fact": "core.Resync"})


def session_digest(session_key: str) -> str:
    """A name for a sign-in that signs nobody in: SHA-256 of its key, in hex."""
    return hashlib.sha256(session_key.encode()).hexdigest()
