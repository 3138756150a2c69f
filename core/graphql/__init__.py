"""How the API is built, once.

Operations that demand a permission, lists that end, errors as data, bounded requests.
"""

from core.graphql.bounded import bounded, few
from core.graphql.context import Context
from core.graphql.demands import SELF, DeclarationMissing
from core.graphql.mutation import Mutation, mutations
from core.graphql.node_type import WITH_PARENT, NodeType
from core.graphql.operations import Operation, check_schema, operations
from core.graphql.problems import Problem
from core.graphql.query_field import query_field

__all__ = [
    "SELF",
    "WITH_PARENT",
    "Context",
    "DeclarationMissing",
    "Mutation",
    "NodeType",
    "Operation",
    "Problem",
    "bounded",
    "check_schema",
    "few",
    "mutations",
    "operations",
    "query_field",
]
