"""The phone's door to badges."""

from credentials.graphql.mutations import Mutations
from credentials.graphql.queries import Queries

__all__ = ["Mutations", "Queries"]
