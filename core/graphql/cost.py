"""How many objects an answer can hold, known before anything is asked of the database.

A list counts as often as its `limit` says (or its default), and everything inside it as often again:
class(1) → students(60) → badges(30) is 1 + 60 + 1,800 nodes.
"""

from __future__ import annotations

from typing import Any

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

Extents = dict[tuple[str, str], Extent]


def count_nodes(
    schema: GraphQLSchema,
    extents: Extents,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: dict[str, Any],
) -> int:
    """The most objects the answer can hold. `document` is valid; `variables` are coerced.

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
        self._known: dict[str, int] = {}

    def inside(self, selection_set: SelectionSetNode, parent: GraphQLCompositeType) -> int:
        total = 0
        for selection in selection_set.selections:
            match selection:
                case FieldNode():
                    total += self._field(selection, parent)
                case InlineFragmentNode(type_condition=condition, selection_set=inner):
                    total += self.inside(inner, self._type(condition.name.value) if condition else parent)
                case FragmentSpreadNode(name=name):
                    total += self._fragment(name.value)
        return total

    def _fragment(self, name: str) -> int:
        if name not in self._known:
            fragment = self._fragments[name]
            self._known[name] = self.inside(
                fragment.selection_set, self._type(fragment.type_condition.name.value)
            )
        return self._known[name]

    def _field(self, node: FieldNode, parent: GraphQLCompositeType) -> int:
        if not isinstance(parent, GraphQLObjectType | GraphQLInterfaceType):
            return 0
        field = parent.fields.get(node.name.value)
        named = get_named_type(field.type) if field else None
        if node.selection_set is None or named is None or not is_composite_type(named):
            return 0
        return self._times(node, parent) * (1 + self.inside(node.selection_set, named))

    def _times(self, node: FieldNode, parent: GraphQLCompositeType) -> int:
        extent = self._extents.get((parent.name, node.name.value))
        if extent is None:
            return 1
        limit = self._limit(node)
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
        found = self._schema.type_map[name]
        assert is_composite_type(found)
        return found
