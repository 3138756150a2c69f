"""The subscription as the GraphQL schema shows it: `subscription { live { fact about scope at } }`."""

from typing import Any

import graphene
from graphene.types.generic import GenericScalar


class LiveEnvelope(graphene.ObjectType):
    """That something happened, and the ids of what. Whoever cares asks a query; that answer is the truth."""

    fact = graphene.String(required=True, description="The fact's name, such as `paths.StepCompleted`.")
    about = graphene.Field(GenericScalar, required=True, description="An object of ids, by their names.")
    scope = graphene.ID(description="The group in whose feed it belongs.")
    at = graphene.DateTime(required=True)


class LiveSubscription(graphene.ObjectType):
    """The portal's subscription root. Over `graphql-transport-ws` alone; what one hears, the gate decides."""

    live = graphene.Field(LiveEnvelope, required=True)

    @staticmethod
    def resolve_live(heard: Any, info: graphene.ResolveInfo) -> Any:
        return heard["live"]
