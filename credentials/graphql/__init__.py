"""The phone's door to badges."""

from credentials.graphql import mutations, queries
from credentials.graphql.defining_mutations import DefiningMutations
from credentials.graphql.defining_queries import DefiningQueries


class Queries(queries.Queries, DefiningQueries):
    """What may be asked about badges."""


class Mutations(mutations.Mutations, DefiningMutations):
    """What may be done with badges."""


__all__ = ["Mutations", "Queries"]
