"""The phone's door to what a learner shows. Each part has its own files; they come together here."""

from core.graphql import mutations
from portfolio.graphql.presentation_mutations import PRESENTATION_MUTATIONS
from portfolio.graphql.presentation_queries import PresentationQueries
from portfolio.graphql.profile_mutations import PROFILE_MUTATIONS
from portfolio.graphql.profile_queries import ProfileQueries


class Queries(ProfileQueries, PresentationQueries):
    """Everything of the portfolio that may be asked."""


Mutations = mutations(*PROFILE_MUTATIONS, *PRESENTATION_MUTATIONS)
