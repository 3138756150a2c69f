"""The one gate. Every door asks here; missing, malformed and forbidden are one answer.

Predicates live in each room's `rules.py` (django-rules), selectors in its `selectors/`; both register here
or with django-rules, and default is nothing: a model without a selector and a permission without a rule
raise LookupError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

import rules
from django.db.models import Model, QuerySet

from core.security_log import security_event

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from people.models import User

M = TypeVar("M", bound=Model)
Selector = Callable[[Any], "QuerySet[Any]"]
_selectors: dict[type[Model], Selector] = {}


class NotFound(Exception):
    """There is no such thing for this person: it does not exist, or is not theirs to see or to change."""


def visible(model: type[M]) -> Callable[[Selector], Selector]:
    """Register the selector of `model`: `fn(user) -> QuerySet` of all that the person may see."""

    def register(selector: Selector) -> Selector:
        known = _selectors.get(model)
        if known is not None and known.__module__ != selector.__module__:
            raise LookupError(f"{model._meta.label} already has a selector in {known.__module__}.")
        _selectors[model] = selector
        return selector

    return register


def visible_models() -> frozenset[type[Model]]:
    """The models that have a selector."""
    return frozenset(_selectors)


def visible_to(user: User | AnonymousUser, model: type[M]) -> QuerySet[M]:
    """All rows of `model` that `user` may see. Raises LookupError for a model without a selector."""
    try:
        selector = _selectors[model]
    except KeyError:
        raise LookupError(f"{model._meta.label} has no selector: nobody may see it.") from None
    return selector(user)


def may(user: User | AnonymousUser, permission: str, obj: object) -> bool:
    """Whether the rule `permission` holds. The rules alone decide: an administrator has no way round them.

    Raises LookupError for a permission that no rule defines.
    """
    if not rules.perm_exists(permission):
        raise LookupError(f"No rule is called {permission}.")
    if user.is_authenticated and not user.is_active:
        return False
    return bool(rules.has_perm(permission, user, obj))


def access(user: User | AnonymousUser, permission: str, model: type[M], id: object) -> M:
    """The object, if `user` may see it and `permission` holds for it; otherwise NotFound."""
    key = as_uuid(id)
    found = visible_to(user, model).filter(pk=key).first() if key is not None else None
    if found is None or not may(user, permission, found):
        security_event("access.refused", user=user, permission=permission, model=model._meta.label)
        raise NotFound
    return found


def access_all(user: User | AnonymousUser, permission: str, model: type[M], ids: Iterable[object]) -> list[M]:
    """The objects in the order of `ids` (repeated ids once), or NotFound if one of them is missing or
    forbidden.

    One query, however many ids.
    """
    keys = dict.fromkeys(as_uuid(id) for id in ids)
    found = visible_to(user, model).in_bulk([key for key in keys if key is not None]) if keys else {}
    if len(found) != len(keys) or not all(may(user, permission, obj) for obj in found.values()):
        security_event("access.refused", user=user, permission=permission, model=model._meta.label)
        raise NotFound
    return [found[key] for key in keys]


def as_uuid(value: object) -> UUID | None:
    """A UUID from its canonical text; None for anything else (braces, urn:, 5,000 digits, other types)."""
    if isinstance(value, UUID):
        return value
    if not isinstance(value, str) or len(value) != 36:
        return None
    try:
        key = UUID(value)
    except ValueError:
        return None
    return key if str(key) == value.lower() else None
