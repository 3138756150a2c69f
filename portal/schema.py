"""The GraphQL root: every room's queries and mutations, and the one subscription."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import graphene
from django.conf import settings

from core.graphql.kernel import Kernel
from core.live.subscription import LiveSubscription

ROOMS = [room for room in ("people", "credentials", "paths", "classroom") if find_spec(f"{room}.graphql")]
_doors = []
for _room in ROOMS:
    try:
        _doors.append(import_module(f"{_room}.graphql"))
    except ModuleNotFoundError:
        continue


class Query(*[door.Queries for door in _doors if hasattr(door, "Queries")], graphene.ObjectType):
    """What may be asked."""


class Mutation(*[door.Mutations for door in _doors if hasattr(door, "Mutations")], graphene.ObjectType):
    """What may be done: one act a request."""


if Query._meta.fields:
    schema = graphene.Schema(
        query=Query, mutation=Mutation if Mutation._meta.fields else None, subscription=LiveSubscription
    )
    kernel = Kernel(schema, documents=settings.FRONTEND_DIST / "documents.json")
else:
    schema = kernel = None
