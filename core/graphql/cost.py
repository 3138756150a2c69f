"""How many objects an answer can hold, known before anything is asked of the database.

A list counts as often as its `limit` says (or its default), and everything inside it as often again:
class(1) → students(60) → badges(30) is 1 + 60 + 1,800 nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLCompositeType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_composite_type,
)

from core.graphql.bounded import Extent
from core.graphql.faults import Fault
from core.graphql.shape import fragments_of

MOST_ON_A_PAGE = 100
Extents = dict[tuple[str, str], Extent]


@dataclass(frozen=True)
class Weight:
    """The most objects (`nodes`) and the most values (`fields`) that an answer can hold."""

    nodes: int = 0
    fields: int = 0

    def __add__(self, other: Weight) -> Weight:
        return Weight(self.nodes + other.nodes, self.fields + other.fields)

    def __mul__(self, times: int) -> Weight:
        return Weight(self.nodes * times, self.fields * times)


def weigh(
    schema: GraphQLSchema,
    extents: Extents,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: dict[str, Any],
) -> Weight:
    """How much the answer can hold at most. `document` is valid; `variables` are coerced.

    Raises Fault PAGE_TOO_LARGE for a `limit` above what the list allows or below one.
    """
    root = schema.get_root_type(operation.operation)
    assert root is not None
    return _Counting(schema, extents, document, variables).inside(operation.selection_set, root)


class _Counting:
    def __init__(
        self, schema: GraphQLSchema, extents: Extents, document: DocumentNode, variables: dict[str, Any]
    ) -> None:
        self._schema = schema
        self._extents = extents
        self._fragments = fragments_of(document)
        self._variables = variables
        self._known: dict[str, Weight] = {}

    def inside(self, selection_set: SelectionSetNode, parent: GraphQLCompositeType) -> Weight:
        total = Weight()
        for selection in selection_set.selections:
            match selection:
                case FieldNode():
                    total += self._field(selection, parent)
                case InlineFragmentNode(type_condition=condition, selection_set=inner):
                    total += self.inside(inner, self._type(condition.name.value) if condition else parent)
                case FragmentSpreadNode(name=name):
                    total += self._fragment(name.value)
        return total

    def _fragment(self, name: str) -> Weight:
        if name not in self._known:
            fragment = self._fragments[name]
            self._known[name] = self.inside(
                fragment.selection_set, self._type(fragment.type_condition.name.value)
            )
        return self._known[name]

    def _field(self, node: FieldNode, parent: GraphQLCompositeType) -> Weight:
        if node.selection_set is None or not isinstance(parent, GraphQLObjectType | GraphQLInterfaceType):
            return Weight(fields=1)
        named = get_named_type(parent.fields[node.name.value].type)
        assert is_composite_type(named)
        return (self.inside(node.selection_set, named) + Weight(nodes=1)) * self._times(node, parent)

    def _times(self, node: FieldNode, parent: GraphQLCompositeType) -> int:
        extent = self._extents.get((parent.name, node.name.value))
        limit = self._limit(node)
        if extent is None:
            # An object that is a page: its own list inside is weighed with the most it can hold.
            if limit is not None and not 1 <= limit <= MOST_ON_A_PAGE:
                raise Fault("PAGE_TOO_LARGE")
            return 1
        if limit is None or not extent.asked:
            return extent.default
        if not 1 <= limit <= extent.most:
            raise Fault("PAGE_TOO_LARGE")
        return limit

    def _limit(self, node: FieldNode) -> int | None:
        for argument in node.arguments:
            if argument.name.value == "limit":
                match argument.value:
                    case IntValueNode(value=digits):
                        return int(digits)
                    case VariableNode(name=name):
                        given = self._variables.get(name.value)
                        return given if isinstance(given, int) else None
        return None

    def _type(self, name: str) -> GraphQLCompositeType:
        return cast(GraphQLCompositeType, self._schema.type_map[name])
