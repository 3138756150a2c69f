"""Errors of a mutation are data: `errors { field code message }`, in the language of the person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import graphene
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from core.access import NotFound
from core.camel_case import camel
from core.graphql.demands import NotSignedIn
from core.refusals import Refusal, Refusals

REFUSALS = (Refusal, Refusals, ValidationError, NotFound, NotSignedIn)


class Problem(graphene.ObjectType):
    """One thing that stands in the way. Nothing has changed."""

    field = graphene.String(required=True, description="The argument it is about, or an empty string.")
    code = graphene.String(required=True, description="Stable, in capitals; for programs.")
    message = graphene.String(required=True, description="For people, in their language.")


@dataclass(frozen=True)
class ProblemData:
    """What `Problem` shows."""

    field: str
    code: str
    message: str


def problems_of(error: Exception, *, field: str = "") -> list[ProblemData]:
    """The problems that an expected exception stands for; `field` (snake_case) is the target's argument."""
    return list(_problems(error, field))


def _problems(error: Exception, field: str) -> Iterator[ProblemData]:
    match error:
        case Refusals():
            for refusal in error.refusals:
                yield from _problems(refusal, field)
        case Refusal():
            yield ProblemData(camel(error.field), error.code, str(error))
        case NotFound():
            yield ProblemData(camel(field), "NOT_FOUND", not_found())
        case NotSignedIn():
            yield ProblemData("", "NOT_SIGNED_IN", not_signed_in())
        case ValidationError():
            for name, errors in _by_field(error):
                for one in errors:
                    code = (one.code or "invalid").upper()
                    yield ProblemData(camel(name), code, " ".join(map(str, one.messages)))
        case _:
            raise TypeError(f"{type(error).__name__} is not a refusal.")


def _by_field(error: ValidationError) -> Iterator[tuple[str, list[ValidationError]]]:
    if hasattr(error, "error_dict"):
        for name, errors in error.error_dict.items():
            yield ("" if name == NON_FIELD_ERRORS else name), errors
    else:
        yield "", error.error_list


def not_found() -> str:
    """The one sentence for missing, malformed and forbidden."""
    return _("We cannot find this, or it is not open to you. Go back and refresh the page.")


def not_signed_in() -> str:
    return _("Sign in first.")
