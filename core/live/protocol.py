"""Messages of `graphql-transport-ws`, read and written. Pure.

https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md — the names of close codes are its own.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import orjson

SUBPROTOCOL = "graphql-transport-ws"
MOST_ID_CHARACTERS = 128
ACKNOWLEDGED = b'{"type":"connection_ack"}'
PONG = b'{"type":"pong"}'


class Close(IntEnum):
    """Close codes a client may see, with what it should do next."""

    TRY_LATER = 1013
    BAD_REQUEST = 4400
    UNAUTHORIZED = 4401
    FORBIDDEN = 4403
    SUBPROTOCOL_NOT_ACCEPTABLE = 4406
    INITIALISATION_TIMEOUT = 4408
    SUBSCRIBER_EXISTS = 4409
    TOO_MANY_REQUESTS = 4429
    INTERNAL_ERROR = 4500


class Malformed(ValueError):
    """The message is none of the protocol's; its text is safe to send back as a close reason."""


@dataclass(frozen=True)
class Init:
    """The client opens the conversation."""


@dataclass(frozen=True)
class Ping:
    """The client asks for a sign of life."""


@dataclass(frozen=True)
class Pong:
    """The client answers one."""


@dataclass(frozen=True)
class Subscribe:
    """The client wants to hear the answers to a document."""

    id: str
    query: str
    operation_name: str | None
    variables: dict[str, Any]


@dataclass(frozen=True)
class Complete:
    """The client no longer wants to hear them."""

    id: str


Message = Init | Ping | Pong | Subscribe | Complete
_BARE: dict[str, Message] = {"connection_init": Init(), "ping": Ping(), "pong": Pong()}


def read(text: str) -> Message:
    """The message in one text frame; raises `Malformed`."""
    try:
        fields = orjson.loads(text)
    except ValueError:
        raise Malformed("Not JSON") from None
    if not isinstance(fields, dict):
        raise Malformed("Not an object")
    match fields.get("type"):
        case "connection_init" | "ping" | "pong" as kind:
            if not isinstance(fields.get("payload"), dict | None):
                raise Malformed("Bad payload")
            return _BARE[kind]
        case "subscribe":
            return _subscribe(_id(fields), fields.get("payload"))
        case "complete":
            return Complete(_id(fields))
    raise Malformed("Unknown type")


def _id(fields: dict[str, Any]) -> str:
    value = fields.get("id")
    if not isinstance(value, str) or not 0 < len(value) <= MOST_ID_CHARACTERS:
        raise Malformed("Bad id")
    return value


def _subscribe(subscription: str, payload: Any) -> Subscribe:
    if not isinstance(payload, dict) or not isinstance(payload.get("query"), str):
        raise Malformed("Missing query")
    name, variables = payload.get("operationName"), payload.get("variables")
    if not isinstance(name, str | None) or not isinstance(variables, dict | None):
        raise Malformed("Bad payload")
    if not isinstance(payload.get("extensions"), dict | None):
        raise Malformed("Bad payload")
    return Subscribe(subscription, payload["query"], name, variables or {})


def next_prefix(subscription: str) -> bytes:
    """The bytes of a `next` message up to its payload; the payload and `}` follow."""
    return b'{"id":' + orjson.dumps(subscription) + b',"type":"next","payload":'


def error(subscription: str, message: str, code: str) -> bytes:
    """An `error` message: this subscription is refused or over, the connection stays."""
    problem = {"message": message, "extensions": {"code": code}}
    return orjson.dumps({"id": subscription, "type": "error", "payload": [problem]})
