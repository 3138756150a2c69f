"""The phone's door to events."""

from events.graphql import mutations, queries


class Queries(queries.Queries):
    """Everything of events that may be asked."""


class Mutations(mutations.Mutations):  # type: ignore[misc, valid-type]
    """Everything of events that may be done."""
