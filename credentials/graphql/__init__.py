"""The phone's door to badges."""

from credentials.graphql import mutations, queries
from credentials.graphql.afterwards_mutations import AfterwardsMutations
from credentials.graphql.afterwards_queries import AfterwardsQueries
from credentials.graphql.applications import ApplicationMutations, ApplicationQueries
from credentials.graphql.defining_mutations import DefiningMutations
from credentials.graphql.defining_queries import DefiningQueries
from credentials.graphql.issuer_mutations import IssuerMutations
from credentials.graphql.issuer_queries import IssuerQueries
from credentials.graphql.offers import OfferMutations, OfferQueries


class Queries(
    queries.Queries,
    AfterwardsQueries,
    ApplicationQueries,
    DefiningQueries,
    IssuerQueries,
    OfferQueries,
):
    """What may be asked about badges."""


class Mutations(
    mutations.Mutations,  # type: ignore[misc, valid-type]
    AfterwardsMutations,  # type: ignore[misc, valid-type]
    ApplicationMutations,
    DefiningMutations,  # type: ignore[misc, valid-type]
    IssuerMutations,  # type: ignore[misc, valid-type]
    OfferMutations,
):
    """What may be done with badges."""


__all__ = ["Mutations", "Queries"]
