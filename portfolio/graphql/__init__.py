"""The phone's door to what a learner shows. Each part has its own files; they come together here."""

from core.graphql import mutations
from portfolio.graphql.profile_mutations import PROFILE_MUTATIONS
from portfolio.graphql.profile_queries import ProfileQueries


class Queries(ProfileQueries):
    """Everything of the portfolio that may be asked."""


Mutations = mutations(*PROFILE_MUTATIONS)
