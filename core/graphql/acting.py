"""One mutation, all or nothing, and only once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import structlog
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from graphql import ExecutionResult, GraphQLError, GraphQLSchema
from graphql.execution.values import get_argument_values

from core.graphql.context import Context
from core.graphql.documents import Prepared
from core.graphql.faults import Fault
from core.graphql.idempotency import Intent, intent_of
from core.refusals import Refusal

log = structlog.get_logger("core.graphql")
TRIES = 2


class Act:
    """The mutation of a document, about to be carried out for `context.user`."""

    def __init__(
        self, prepared: Prepared, schema: GraphQLSchema, variables: dict[str, Any], context: Context
    ) -> None:
        self._prepared = prepared
        self._context = context
        root = prepared.root
        self._operation = root.name.value
        self._name = root.alias.value if root.alias else root.name.value
        try:
            self._intent = self._read_intent(schema, variables)
        except Refusal as refusal:
            self._intent = None
            context.verdict = refusal

    def carry_out(self, run: Callable[[], ExecutionResult]) -> ExecutionResult:
        """Run the document in one transaction with its receipt.

        A broken constraint means that somebody else was first: all is undone and tried once more, so that
        the second try finds what is there; if it breaks again the answer is the problem CONFLICT.
        """
        for _attempt in range(TRIES):
            try:
                with transaction.atomic():
                    return self._once(run)
            except IntegrityError as error:
                log.info("graphql.collided", operation=self._operation, error=type(error).__name__)
        self._context.verdict = Refusal(
            "CONFLICT", _("Somebody was quicker. Refresh the page and look again.")
        )
        return run()

    def _once(self, run: Callable[[], ExecutionResult]) -> ExecutionResult:
        context, intent = self._context, self._intent
        context.refused = False
        if intent is not None:
            done = self._done_before(intent)
            if done is not None:
                return done
        result = run()
        for error in result.errors or ():
            if isinstance(error.original_error, IntegrityError):
                raise error.original_error
        if result.errors or context.refused:
            transaction.set_rollback(True)
        elif intent is not None and not context.already_done and result.data is not None:
            intent.keep(self._prepared.digest, result.data[self._name])
        return result

    def _done_before(self, intent: Intent) -> ExecutionResult | None:
        try:
            kept = intent.answered()
        except Refusal as refusal:
            self._context.verdict = refusal
            return None
        if kept is None:
            return None
        if kept.document == self._prepared.digest:
            return ExecutionResult({self._name: kept.data})
        # Another document asks for other fields: it hears that the act is done, and asks anew for the rest.
        self._context.already_done = True
        return None

    def _read_intent(self, schema: GraphQLSchema, variables: dict[str, Any]) -> Intent | None:
        root = self._prepared.root
        assert schema.mutation_type is not None
        declared = schema.mutation_type.fields.get(root.name.value)
        if declared is None:
            return None
        try:
            arguments = get_argument_values(declared, root, variables)
        except GraphQLError as error:
            raise Fault("BAD_VARIABLES", detail=error.message) from None
        return intent_of(self._context.user, root.name.value, arguments)
