"""The GraphQL root: every room's queries and mutations, and the one subscription."""
