"""The phone's door to what a learner shows. Each part has its own files; they come together here."""


class Queries:
    """Everything of the portfolio that may be asked."""


class Mutations:
    """Everything of the portfolio that may be done."""
