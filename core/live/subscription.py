"""The subscription as the GraphQL schema shows it: `subscription { live { fact about scope at } }`."""

from typing import Any

import graphene

from core.graphql import SELF, WITH_PARENT, NodeType
from core.graphql.bounded import Demanding
from core.graphql.demands import demand
from core.graphql.scalars import JSON
from core.live.sign_in import LISTEN


class LiveEnvelope(NodeType):
    """That something happened, and the ids of what. Whoever cares asks a query; that answer is the truth."""

    class Meta:
        visible_to = WITH_PARENT

    fact = graphene.String(required=True, description="The fact's name, such as `paths.StepCompleted`.")
    about = graphene.Field(JSON, required=True, description="An object of ids, by their names.")
    scope = graphene.ID(description="The group in whose feed it belongs.")
    at = graphene.DateTime(required=True)


def _heard(heard: Any, info: graphene.ResolveInfo) -> Any:
    return heard["live"]


class LiveSubscription(graphene.ObjectType):
    """What may be heard, over `graphql-transport-ws` alone. The gate decides whom one hears, never the client."""

    live = Demanding(LiveEnvelope, required=True, resolver=_heard)
    # Asked at the handshake and at every check of `core.live.sign_in`, not while an envelope is answered.
    live.demand = demand("live", LISTEN, SELF, None)
