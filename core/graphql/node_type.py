"""Object types say who may see them.

For example:

    class GroupType(NodeType):
        class Meta:
            name = "Group"
            visible_to = Group                # the selector registered with @visible(Group)

    class BoardRow(NodeType):
        class Meta:
            visible_to = WITH_PARENT          # a part of something: whoever may see the whole may see it
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import graphene
from django.db.models import Model, QuerySet
from graphene.types.objecttype import ObjectTypeOptions

from core.access import NotFound, as_uuid, visible_to
from core.graphql.demands import DeclarationMissing


class _WithParent:
    def __repr__(self) -> str:
        return "WITH_PARENT"


WITH_PARENT = _WithParent()
VisibleTo = type[Model] | Callable[[Any], "QuerySet[Any]"] | _WithParent


class _Options(ObjectTypeOptions):
    visible_to: VisibleTo | None = None


class NodeType(graphene.ObjectType):
    """Base of every object type. `Meta.visible_to` is a model, a selector `fn(user)`, or WITH_PARENT."""

    class Meta:
        abstract = True

    @classmethod
    def __init_subclass_with_meta__(cls, visible_to: VisibleTo | None = None, **options: Any) -> None:
        named = isinstance(visible_to, type) and issubclass(visible_to, Model)
        if not (named or isinstance(visible_to, _WithParent) or (callable(visible_to) and not named)):
            raise DeclarationMissing(f"{cls.__qualname__} does not say who may see it (Meta.visible_to).")
        meta = _Options(cls)
        meta.visible_to = visible_to
        super().__init_subclass_with_meta__(_meta=meta, **options)

    @classmethod
    def rows_for(cls, user: Any) -> QuerySet[Any]:
        """All that `user` may see of this type. Raises LookupError for a part (WITH_PARENT)."""
        selector = cls._meta.visible_to
        if isinstance(selector, _WithParent):
            raise LookupError(f"{cls.__qualname__} is a part and is reached through its whole.")
        return visible_to(user, selector) if isinstance(selector, type) else selector(user)

    @classmethod
    def row_for(cls, user: Any, id: object) -> Any:
        """The one with this id, or NotFound if it is missing, malformed or not visible to `user`."""
        key = as_uuid(id)
        row = cls.rows_for(user).filter(pk=key).first() if key else None
        if row is None:
            raise NotFound
        return row
