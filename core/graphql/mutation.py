"""A mutation says who may do it and to what, does one act through one service, and answers errors as data.

    class CompleteStep(Mutation):
        \"\"\"Tell that a step is done.\"\"\"

        class Meta:
            permission = "paths.complete_step"
            target = Enrollment                      # adds the argument `enrollmentId: ID!`

        class Input:
            step_id = graphene.ID(required=True)

        enrollment = graphene.Field(EnrollmentType)  # the payload; nullable: a refusal leaves it empty

        @classmethod
        def act(cls, actor, target, *, step_id):
            step = access(actor, "paths.view_step", Step, step_id)
            return {"enrollment": complete_step(actor, enrollment=target, step=step)}

Every mutation takes an optional `key: ID`, a UUID the client makes once for what the person meant: the same
key again gets the same answer and nothing happens twice (`core.graphql.idempotency`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import graphene
from django.utils import timezone
from graphene.types.mutation import MutationOptions
from graphene.utils.props import props
from graphql import GraphQLResolveInfo

from core.graphql.bounded import Bounded, Few, few
from core.graphql.context import Context
from core.graphql.demands import DeclarationMissing, Demand, demand, snake
from core.graphql.problems import REFUSALS, Problem, problems_of
from core.refusals import RefusedAndTold

MOST_PROBLEMS = 20


class _Options(MutationOptions):
    demand: Demand | None = None


class Mutation(graphene.Mutation):
    """Base of every mutation; see the module."""

    class Meta:
        abstract = True

    errors = few(Problem, most=MOST_PROBLEMS, description="Empty when the act was done.")

    @classmethod
    def __init_subclass_with_meta__(
        cls,
        permission: str | None = None,
        target: object = None,
        target_argument: str | None = None,
        name: str | None = None,
        **options: Any,
    ) -> None:
        demanded = demand(cls.__qualname__, permission, target, target_argument)
        if "act" not in cls.__dict__:
            raise DeclarationMissing(f"{cls.__qualname__} does nothing: define act(cls, actor, target, …).")
        inputs = props(cls.Input) if "Input" in cls.__dict__ else {}
        reserved = {"key", demanded.argument} & inputs.keys()
        if reserved:
            raise DeclarationMissing(f"{cls.__qualname__}.Input repeats {', '.join(map(str, reserved))}.")
        meta = _Options(cls)
        meta.demand = demanded
        super().__init_subclass_with_meta__(
            _meta=meta,
            name=name or f"{cls.__name__}Payload",
            arguments={**demanded.arguments(), **inputs, "key": graphene.Argument(graphene.ID)},
            resolver=cls._resolve,
            **options,
        )
        for field_name, field in meta.fields.items():
            # A list is empty after a refusal, anything else has to be able to be null.
            if isinstance(field.type, graphene.NonNull) and not isinstance(field, Bounded | Few):
                raise DeclarationMissing(
                    f"{cls.__qualname__}.{field_name} must be nullable: a refusal leaves it empty."
                )

    @classmethod
    def demanded(cls) -> Demand:
        """Who may do it, and to what."""
        found: Demand = cls._meta.demand
        return found

    @classmethod
    def act(cls, actor: Any, target: Any, **inputs: Any) -> dict[str, Any] | None:
        """Call one service and answer the payload's fields.

        Raises Refusal, ValidationError or NotFound to say no.
        """
        raise NotImplementedError

    @classmethod
    def _resolve(cls, root: object, info: GraphQLResolveInfo, **inputs: Any) -> dict[str, Any]:
        inputs.pop("key", None)
        demanded = cls.demanded()
        context: Context = info.context
        actor = context.user
        if context.already_done:
            return {"errors": []}
        if context.verdict is not None:
            context.refused = True
            return {"errors": problems_of(context.verdict)}
        try:
            target = demanded.resolve(actor, inputs)
        except REFUSALS as error:
            context.refused = True
            return {"errors": problems_of(error, field=demanded.argument or "")}
        try:
            payload = cls.act(actor, target, **_zoned(inputs)) or {}
        except REFUSALS as error:
            context.refused = not isinstance(error, RefusedAndTold)
            return {"errors": problems_of(error)}
        unknown = payload.keys() - cls._meta.fields.keys()
        if unknown:
            raise TypeError(
                f"{cls.__qualname__} answered {', '.join(unknown)}, which its payload does not have."
            )
        return {**payload, "errors": []}


def _zoned(value: Any) -> Any:
    """The same input, each moment without a zone being read on the portal's clock: only zoned ones compare."""
    if isinstance(value, dict):
        # In place: an input object is a dict with a class of its own.
        for name, one in value.items():
            value[name] = _zoned(one)
    elif isinstance(value, list):
        return [_zoned(one) for one in value]
    elif isinstance(value, datetime) and timezone.is_naive(value):
        return timezone.make_aware(value)
    return value


def mutations(*classes: type[Mutation]) -> type:
    """A mixin for the root: each mutation as a field named after its class ("AssignPath" → `assignPath`)."""
    return type("Mutations", (), {snake(cls.__name__): cls.Field() for cls in classes})
