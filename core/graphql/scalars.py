"""Scalars that GraphQL lacks."""

from graphene.types.generic import GenericScalar


class JSON(GenericScalar):
    """A JSON value: object, list, string, number, boolean or null."""
