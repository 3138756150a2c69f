"""Errors as the outside sees them: a sentence and a code. What really happened goes to the log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError
from graphql import GraphQLError

from core.graphql.context import Context
from core.graphql.deadline import OutOfTime, TooManyStatements
from core.graphql.faults import Fault
from core.graphql.problems import REFUSALS, problems_of

log = structlog.get_logger("core.graphql")


def present_fault(fault: Fault) -> dict[str, Any]:
    """The body for a request that is not carried out."""
    error: dict[str, Any] = {"message": fault.sentence, "extensions": {"code": fault.code}}
    if fault.locations:
        error["locations"] = [{"line": line, "column": column} for line, column in fault.locations]
    if settings.DEBUG and fault.detail:
        error["extensions"]["detail"] = fault.detail
    return {"errors": [error]}


def present_errors(errors: Sequence[GraphQLError], context: Context, document: str) -> list[dict[str, Any]]:
    """The `errors` of an answer. Whatever was not expected is INTERNAL and logged with the request's id."""
    return [_present(error, context, document) for error in errors]


def _present(error: GraphQLError, context: Context, document: str) -> dict[str, Any]:
    cause = error.original_error
    shown: dict[str, Any]
    if isinstance(cause, REFUSALS):
        problem = problems_of(cause)[0]
        shown = {"message": problem.message, "extensions": {"code": problem.code}}
    else:
        fault = fault_of(cause)
        if fault.code == "INTERNAL":
            log.error(
                "graphql.resolver_failed",
                request_id=context.request_id,
                document=document,
                path=error.path,
                exc_info=cause or error,
            )
        else:
            log.warning("graphql.stopped", request_id=context.request_id, document=document, code=fault.code)
        shown = {
            "message": fault.sentence,
            "extensions": {"code": fault.code, "requestId": context.request_id},
        }
    if error.path:
        shown["path"] = error.path
    return shown


def fault_of(cause: BaseException | None) -> Fault:
    """Which fault an exception amounts to."""
    match cause:
        case Fault():
            return cause
        case OutOfTime():
            return Fault("TIMEOUT")
        case TooManyStatements():
            return Fault("QUERY_TOO_COSTLY")
        case OperationalError() | InterfaceError():
            return Fault("UNAVAILABLE")
    return Fault("INTERNAL")
