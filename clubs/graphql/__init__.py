"""The phone's door to clubs."""

from clubs.graphql.mutations import Mutations
from clubs.graphql.queries import Queries

__all__ = ["Mutations", "Queries"]
