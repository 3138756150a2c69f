"""The phone's door to people."""

from people.graphql.mutations import Mutations
from people.graphql.queries import Queries

__all__ = ["Mutations", "Queries"]
