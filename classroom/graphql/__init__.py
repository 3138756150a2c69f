"""The phone's door to a class at work."""

from classroom.graphql.mutations import Mutations
from classroom.graphql.queries import Queries

__all__ = ["Mutations", "Queries"]
