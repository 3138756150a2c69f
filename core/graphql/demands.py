"""What an operation demands before it runs: a permission, and the thing that the permission is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import graphene
from django.db.models import Model

from core.access import NotFound, access, may
from core.security_log import security_event


class DeclarationMissing(TypeError):
    """An operation or a type does not say who may use it. Raised while its module is imported."""


class NotSignedIn(Exception):
    """A visitor asked for something that only a signed-in person may have."""


class _Self:
    """The person who asks is what the act is about."""

    def __repr__(self) -> str:
        return "SELF"


SELF = _Self()
Target = type[Model] | _Self


@dataclass(frozen=True)
class Demand:
    """`permission` (the name of a rule) about `target`.

    `argument` (snake_case) brings the id, unless the target is SELF.
    """

    permission: str
    target: Target
    argument: str | None

    def arguments(self) -> dict[str, graphene.Argument]:
        """The argument that the demand itself adds to the operation."""
        if self.argument is None:
            return {}
        return {self.argument: graphene.Argument(graphene.ID, required=True)}

    def resolve(self, actor: Any, inputs: dict[str, Any]) -> Any:
        """Take the id out of `inputs` and answer the target.

        Raises NotFound, or NotSignedIn for every visitor.
        """
        try:
            if isinstance(self.target, _Self) or self.argument is None:
                if not may(actor, self.permission, actor):
                    security_event("access.refused", user=actor, permission=self.permission, model="self")
                    raise NotFound
                return actor
            return access(actor, self.permission, self.target, inputs.pop(self.argument))
        except NotFound:
            if not actor.is_authenticated:
                raise NotSignedIn from None
            raise


def demand(where: str, permission: object, target: object, target_argument: str | None) -> Demand:
    """A checked Demand.

    Raises DeclarationMissing, naming `where`, if a part of it is missing or of the wrong kind.
    """
    if not isinstance(permission, str) or "." not in permission:
        raise DeclarationMissing(f'{where} names no permission (Meta.permission = "room.verb").')
    if isinstance(target, _Self):
        if target_argument:
            raise DeclarationMissing(f"{where} acts on the person who asks and takes no {target_argument}.")
        return Demand(permission, target, None)
    if not (isinstance(target, type) and issubclass(target, Model)):
        raise DeclarationMissing(
            f"{where} names no target (Meta.target = a model, or SELF for acts on oneself)."
        )
    return Demand(permission, target, target_argument or f"{snake(target.__name__)}_id")


def snake(name: str) -> str:
    """ "PathAssignment" → "path_assignment"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
