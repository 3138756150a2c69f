"""The phone's door to events."""

from events.graphql import (
    check_in_mutations,
    check_in_queries,
    mutations,
    queries,
    team_mutations,
    team_queries,
)


class Queries(queries.Queries, check_in_queries.Queries, team_queries.Queries):
    """Everything of events that may be asked."""


class Mutations(
    mutations.Mutations,  # type: ignore[misc, valid-type]
    check_in_mutations.Mutations,
    team_mutations.Mutations,
):
    """Everything of events that may be done."""
