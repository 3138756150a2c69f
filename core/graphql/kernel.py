"""One request from question to answer: document → shape → variables → cost → points → execution.

Nothing reaches the database before the cost is known. A mutation runs in one transaction together with its
receipt; any refusal or error rolls all of it back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import graphene
import orjson
import structlog
from django.db import DatabaseError
from django.http import HttpRequest
from graphql import ExecutionResult, execute_sync
from graphql.execution.values import get_variable_values

from core.graphql.acting import Act
from core.graphql.body import Asked
from core.graphql.context import Context
from core.graphql.cost import weigh
from core.graphql.deadline import OutOfTime, deadline
from core.graphql.documents import Documents, Prepared
from core.graphql.faults import Fault
from core.graphql.limits import Limits
from core.graphql.operations import check_schema, extents
from core.graphql.points import Bucket
from core.graphql.presenting import fault_of, present_errors, present_fault

log = structlog.get_logger("core.graphql")


@dataclass(frozen=True)
class Answer:
    """The HTTP status, the JSON bytes, and headers beyond the usual."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ready:
    """A document with its variables, as they came and as the schema reads them."""

    prepared: Prepared
    given: dict[str, Any]
    coerced: dict[str, Any]


class Kernel:
    """Answers requests on one schema.

    Raises DeclarationMissing for a schema that leaves something undeclared.
    """

    def __init__(
        self,
        schema: graphene.Schema,
        *,
        documents: Path | None = None,
        limits: Limits | None = None,
        bucket: Bucket | None = None,
    ) -> None:
        check_schema(schema)
        self.limits = limits or Limits.from_settings()
        self.schema = schema.graphql_schema
        self.documents = Documents(self.schema, self.limits, documents)
        self._extents = extents(schema)
        self._bucket = bucket or Bucket(self.limits.points, self.limits.points_a_second)

    def answer(self, asked: Asked, context: Context, *, person: str) -> Answer:
        """Carry out what is asked. `person` names whose bucket pays: an account, or a visitor's network."""
        try:
            ready, nodes = self._weighed(asked, person)
            self._bucket.spend(person, self.limits.points_of(nodes))
            return self._carry_out(ready, context)
        except Fault as fault:
            return refusal(fault)

    def execute(
        self,
        document: str,
        variables: dict[str, Any] | None = None,
        user: Any = None,
        request: HttpRequest | None = None,
    ) -> dict[str, Any]:
        """The answer of a query as a dictionary, for the page that brings it along. Costs nobody any points.

        `document` is the SHA-256 of a registered document, or its text. Raises Fault if it is not carried
        out.
        """
        by_hash = len(document) == 64 and "{" not in document
        asked = Asked(None if by_hash else document, document if by_hash else None, variables or {})
        ready = self._ready(asked)
        self._nodes(ready)
        answer = self._carry_out(ready, Context(user=user, request=request))
        found: dict[str, Any] = orjson.loads(answer.body)
        return found

    def _weighed(self, asked: Asked, person: str) -> tuple[Ready, int]:
        try:
            ready = self._ready(asked)
            return ready, self._nodes(ready)
        except Fault:
            # Nonsense costs work too, so whoever keeps sending it runs dry.
            self._bucket.spend(person, self.limits.points_for_nonsense)
            raise

    def _ready(self, asked: Asked) -> Ready:
        if asked.document_id is not None:
            prepared = self.documents.by_hash(asked.document_id)
        else:
            prepared = self.documents.by_text(asked.query or "")
        operation = prepared.operation
        name = operation.name.value if operation.name else None
        if asked.operation_name not in (None, name):
            raise Fault("BAD_QUERY")
        coerced = get_variable_values(
            self.schema, operation.variable_definitions, asked.variables, max_errors=1, hide_suggestions=True
        )
        if isinstance(coerced, list):
            raise Fault("BAD_VARIABLES", detail=coerced[0].message)
        return Ready(prepared, asked.variables, coerced)

    def _nodes(self, ready: Ready) -> int:
        prepared = ready.prepared
        weight = weigh(self.schema, self._extents, prepared.document, prepared.operation, ready.coerced)
        if weight.nodes > self.limits.nodes or weight.fields > self.limits.fields:
            raise Fault("QUERY_TOO_COSTLY")
        return weight.nodes

    def _carry_out(self, ready: Ready, context: Context) -> Answer:
        try:
            if ready.prepared.is_mutation:
                return self._mutate(ready, context)
            return self._read(ready, context)
        except OutOfTime as error:
            raise Fault("TIMEOUT") from error
        except DatabaseError as error:
            log.error("graphql.database_failed", request_id=context.request_id, exc_info=error)
            raise fault_of(error) from error

    def _read(self, ready: Ready, context: Context) -> Answer:
        with deadline(self.limits.seconds, None if ready.prepared.registered else self.limits.statements):
            result = self._run(ready, context)
        answer = self._shown(ready, context, result.data, result)
        if len(answer.body) > self.limits.answer_bytes:
            raise Fault("QUERY_TOO_COSTLY")
        return answer

    def _mutate(self, ready: Ready, context: Context) -> Answer:
        act = Act(ready.prepared, self.schema, ready.coerced, context)
        with deadline(self.limits.seconds):
            result = act.carry_out(lambda: self._run(ready, context))
        # An error has rolled everything back, so nothing may look as if it had been done.
        return self._shown(ready, context, None if result.errors else result.data, result)

    def _run(self, ready: Ready, context: Context) -> ExecutionResult:
        return execute_sync(
            self.schema,
            ready.prepared.document,
            context_value=context,
            variable_values=ready.given,
            hide_suggestions=True,
        )

    def _shown(self, ready: Ready, context: Context, data: Any, result: ExecutionResult) -> Answer:
        body: dict[str, Any] = {"data": data}
        status = 200
        if result.errors:
            body["errors"] = present_errors(result.errors, context, ready.prepared.digest)
            codes = {error["extensions"]["code"] for error in body["errors"]}
            status = 503 if "UNAVAILABLE" in codes else 504 if "TIMEOUT" in codes else 200
        return Answer(status, orjson.dumps(body))


def refusal(fault: Fault) -> Answer:
    """The answer to a request that is not carried out."""
    headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after else {}
    return Answer(fault.status, orjson.dumps(present_fault(fault)), headers)
