"""Documents made ready once: parsed, checked, validated, and kept.

The app's own documents are registered when the front is built (`documents.json`: SHA-256 → text) and may be
larger than the limits of shape; whatever else comes is held to them.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

import structlog
from django.conf import settings
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    OperationType,
    parse,
    specified_rules,
    validate,
)

from core.graphql.faults import Fault
from core.graphql.limits import Limits
from core.graphql.scanning import asks_for_several_acts
from core.graphql.shape import check_shape, root_fields, the_operation

log = structlog.get_logger("core.graphql")
KEPT = 256
_TOO_MANY = ("contains more than", "nested too deeply")


@dataclass(frozen=True)
class Prepared:
    """A valid document with its one operation; `digest` is the SHA-256 of its text."""

    digest: str
    document: DocumentNode
    operation: OperationDefinitionNode
    registered: bool

    @property
    def is_mutation(self) -> bool:
        return self.operation.operation is OperationType.MUTATION

    @cached_property
    def root(self) -> FieldNode:
        """The first field of the root: for a mutation the only one."""
        return next(root_fields(self.document, self.operation))


class Documents:
    """Finds, makes ready and keeps documents for one schema."""

    def __init__(self, schema: GraphQLSchema, limits: Limits, registered: Path | None = None) -> None:
        self._schema = schema
        self._limits = limits
        self._path = registered
        self._stamp = 0.0
        self._texts: dict[str, str] = {}
        self._registered: dict[str, Prepared] = {}
        self._recent: OrderedDict[str, Prepared] = OrderedDict()
        self._lock = Lock()

    def by_hash(self, digest: str) -> Prepared:
        """A registered document.

        Raises Fault UNKNOWN_DOCUMENT (also for one that no longer fits the schema).
        """
        known = self._registered.get(digest)
        if known is not None:
            return known
        text = self._text_of(digest)
        try:
            self._registered[digest] = self._prepare(text, digest, registered=True)
        except Fault as fault:
            log.error("graphql.registered_document_is_wrong", document=digest, detail=fault.detail)
            raise Fault("UNKNOWN_DOCUMENT") from fault
        return self._registered[digest]

    def by_text(self, text: str) -> Prepared:
        """Any document within the limits. Raises Fault QUERY_TOO_LARGE, BAD_QUERY, TOO_MANY_OPERATIONS."""
        if len(text) > self._limits.characters:
            raise Fault("QUERY_TOO_LARGE")
        digest = digest_of(text)
        with self._lock:
            recent = self._recent.get(digest)
            if recent is not None:
                self._recent.move_to_end(digest)
                return recent
        prepared = self._prepare(text, digest, registered=False)
        with self._lock:
            self._recent[digest] = prepared
            if len(self._recent) > KEPT:
                self._recent.popitem(last=False)
        return prepared

    def check_registered(self) -> list[str]:
        """What is wrong with the registered documents, one line each; empty if all fit the schema."""
        self._read_registered()
        wrong = []
        for digest, text in self._texts.items():
            try:
                self._prepare(text, digest, registered=True)
            except Fault as fault:
                wrong.append(f"{digest}: {fault.code} {fault.detail}")
        return wrong

    def _prepare(self, text: str, digest: str, *, registered: bool) -> Prepared:
        document = self._parse(text, None if registered else self._limits.tokens)
        operation = the_operation(document)
        if not registered:
            check_shape(document, self._limits)
        rules = specified_rules if settings.DEBUG else [*specified_rules, NoSchemaIntrospectionCustomRule]
        errors = validate(self._schema, document, rules, max_errors=1)
        if errors:
            raise _bad_query(errors[0])
        return Prepared(digest, document, operation, registered)

    def _parse(self, text: str, tokens: int | None) -> DocumentNode:
        try:
            return parse(text, max_tokens=tokens)
        except GraphQLSyntaxError as error:
            if any(words in error.message for words in _TOO_MANY):
                code = "TOO_MANY_OPERATIONS" if asks_for_several_acts(text) else "QUERY_TOO_LARGE"
                raise Fault(code, detail=error.message) from None
            raise _bad_query(error) from None

    def _text_of(self, digest: str) -> str:
        if digest not in self._texts:
            self._read_registered()
        text = self._texts.get(digest)
        if text is None or digest_of(text) != digest:
            raise Fault("UNKNOWN_DOCUMENT")
        return text

    def _read_registered(self) -> None:
        # Read again only when the front has been built anew.
        if self._path is None or not self._path.exists():
            return
        stamp = self._path.stat().st_mtime
        if stamp != self._stamp:
            self._texts = json.loads(self._path.read_text("utf-8"))
            self._stamp = stamp


def digest_of(text: str) -> str:
    """SHA-256 of a document's text, 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _bad_query(error: GraphQLError) -> Fault:
    places = [(place.line, place.column) for place in error.locations or []]
    return Fault("BAD_QUERY", detail=error.message, locations=places)
