"""Subscription documents: read once, answered once for everybody who sent the same one.

The semantics are GraphQL's own (spec, October 2021, §6.2.3): a source stream of envelopes, each mapped by
executing the document's selection with the envelope as root value. The source stream is the hub.
"""

from collections import OrderedDict
from datetime import datetime
from threading import Lock
from typing import Any

import orjson
from django.conf import settings
from django.utils.module_loading import import_string
from graphql import (
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    execute_sync,
    get_operation_ast,
    parse,
    validate,
)

from core.live.letters import Envelope

MOST_CHARACTERS = 2_000
MOST_TOKENS = 100
_KEPT = 256


class Refused(Exception):
    """The document is not a subscription to `live`; `code` is stable, the text names nothing of ours."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class LiveDocument:
    """One accepted document with its variables, able to answer an envelope in bytes."""

    def __init__(self, query: str, operation_name: str | None, variables: dict[str, Any]) -> None:
        self._schema = schema()
        self._variables, self._operation_name = variables, operation_name
        if len(query) > MOST_CHARACTERS:
            raise Refused("QUERY_TOO_LARGE", "This document is too large.")
        try:
            self._document = parse(query, no_location=True, max_tokens=MOST_TOKENS)
            operation = get_operation_ast(self._document, operation_name)
        except (GraphQLError, RecursionError):
            raise Refused("BAD_REQUEST", "This document cannot be read.") from None
        if not isinstance(operation, OperationDefinitionNode):
            raise Refused("BAD_REQUEST", "This document names no operation to run.")
        if operation.operation is not OperationType.SUBSCRIPTION:
            raise Refused("SUBSCRIPTION_ONLY", "Only subscriptions travel here.")
        if validate(self._schema, self._document, max_errors=1):
            raise Refused("BAD_REQUEST", "This document does not fit the schema.")

    def answer(self, envelope: Envelope) -> bytes:
        """The execution result of one envelope, as JSON."""
        heard = envelope | {"at": datetime.fromisoformat(envelope["at"])}
        result = execute_sync(
            self._schema,
            self._document,
            root_value={"live": heard},
            variable_values=self._variables,
            operation_name=self._operation_name,
        )
        if result.errors:
            raise RuntimeError(f"live: {envelope['fact']} has no answer") from result.errors[0]
        return orjson.dumps({"data": result.data})


_documents: OrderedDict[bytes, LiveDocument] = OrderedDict()
_documents_guard = Lock()


def live_document(query: str, operation_name: str | None, variables: dict[str, Any]) -> LiveDocument:
    """The document's one shared reading in this process; raises `Refused`.

    Parsing costs up to some milliseconds, so call it from a worker thread.
    """
    key = orjson.dumps([query, operation_name, variables], option=orjson.OPT_SORT_KEYS)
    with _documents_guard:
        if key in _documents:
            _documents.move_to_end(key)
            return _documents[key]
    document = LiveDocument(query, operation_name, variables)
    with _documents_guard:
        _documents[key] = document
        while len(_documents) > _KEPT:
            _documents.popitem(last=False)
    return document


_schema: GraphQLSchema | None = None


def schema() -> GraphQLSchema:
    """The portal's schema, which `settings.GRAPHQL_SCHEMA` names by its dotted path."""
    global _schema
    if _schema is None:
        _schema = import_string(settings.GRAPHQL_SCHEMA).graphql_schema
    return _schema
