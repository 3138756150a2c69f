"""The GraphQL root: every room's queries and mutations, and the one subscription."""

from __future__ import annotations

import graphene
from django.conf import settings

from classroom import graphql as classroom
from clubs import graphql as clubs
from core.graphql.kernel import Kernel
from core.live.subscription import LiveSubscription
from credentials import graphql as credentials
from events import graphql as events
from paths import graphql as paths
from people import graphql as people
from portfolio import graphql as portfolio


class Query(
    people.Queries,
    credentials.Queries,
    paths.Queries,
    events.Queries,
    portfolio.Queries,
    classroom.Queries,
    clubs.Queries,
    graphene.ObjectType,
):
    """What may be asked."""


class Mutation(
    people.Mutations,
    credentials.Mutations,
    paths.Mutations,
    events.Mutations,
    portfolio.Mutations,
    classroom.Mutations,
    clubs.Mutations,
    graphene.ObjectType,
):
    """What may be done: one act a request."""


schema = graphene.Schema(query=Query, mutation=Mutation, subscription=LiveSubscription)
kernel = Kernel(schema, documents=settings.FRONTEND_DIST / "documents.json")
