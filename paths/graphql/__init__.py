"""The phone's door to paths."""

from paths.graphql.mutations import Mutations
from paths.graphql.queries import Queries

__all__ = ["Mutations", "Queries"]
