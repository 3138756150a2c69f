"""The limits of a document's shape, checked on the parsed tree before it is validated.

Every walk ends: fragments that spread themselves are found on the way (GQ-01), depth is cut where the limit
is, and a fragment that is spread many times is looked at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    Node,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    SelectionSetNode,
    StringValueNode,
)

from core.graphql.body import check_strings
from core.graphql.faults import Fault
from core.graphql.limits import Limits


def the_operation(document: DocumentNode) -> OperationDefinitionNode:
    """The one operation of a document.

    Raises Fault for more or fewer, for a second mutation, and for a subscription.
    """
    found = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    if len(found) > 1:
        raise Fault("TOO_MANY_OPERATIONS")
    if not found or found[0].operation is OperationType.SUBSCRIPTION:
        raise Fault("BAD_QUERY")
    operation = found[0]
    if operation.operation is OperationType.MUTATION and len(list(root_fields(document, operation))) > 1:
        raise Fault("TOO_MANY_OPERATIONS")
    return operation


def root_fields(document: DocumentNode, operation: OperationDefinitionNode) -> Iterator[FieldNode]:
    """The fields of the root, those inside fragments too, each once.

    Raises Fault for a fragment inside itself.
    """
    fragments = fragments_of(document)
    pending: list[SelectionNode] = list(reversed(operation.selection_set.selections))
    spread: set[str] = set()
    while pending:
        match pending.pop():
            case FieldNode() as field:
                yield field
            case InlineFragmentNode(selection_set=inside):
                pending.extend(reversed(inside.selections))
            case FragmentSpreadNode(name=name) if name.value in fragments and name.value not in spread:
                spread.add(name.value)
                pending.extend(reversed(fragments[name.value].selection_set.selections))


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """The named fragments, by name."""
    return {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}


def check_shape(document: DocumentNode, limits: Limits) -> None:
    """Raise Fault QUERY_TOO_LARGE (aliases, fragments, root fields, repeats, depth), BAD_QUERY (a fragment
    inside itself) or BAD_REQUEST (a text that no database keeps).
    """
    aliases = fragments = 0
    for node in _all_nodes(document):
        match node:
            case FieldNode(alias=alias) if alias is not None:
                aliases += 1
            case FragmentDefinitionNode() | InlineFragmentNode():
                fragments += 1
            case SelectionSetNode() if _repeats(node) > limits.repeats:
                raise Fault("QUERY_TOO_LARGE")
            case StringValueNode(value=text):
                check_strings(text)
    if aliases > limits.aliases or fragments > limits.fragments:
        raise Fault("QUERY_TOO_LARGE")
    depths = _Depths(fragments_of(document), limits.depth)
    for one in document.definitions:
        if isinstance(one, FragmentDefinitionNode):
            depths.of_fragment(one.name.value)
        elif isinstance(one, OperationDefinitionNode):
            if len(list(root_fields(document, one))) > limits.root_fields:
                raise Fault("QUERY_TOO_LARGE")
            depths.of(one.selection_set)


def _repeats(selection_set: SelectionSetNode) -> int:
    names = Counter(
        (one.alias or one.name).value if isinstance(one, FieldNode) else f"...{one.name.value}"
        for one in selection_set.selections
        if isinstance(one, FieldNode | FragmentSpreadNode)
    )
    return max(names.values(), default=0)


def _all_nodes(document: DocumentNode) -> Iterator[Node]:
    pending: list[Node] = [document]
    while pending:
        node = pending.pop()
        yield node
        for key in node.keys:
            child = getattr(node, key, None)
            if isinstance(child, Node):
                pending.append(child)
            elif isinstance(child, tuple | list):
                pending.extend(one for one in child if isinstance(one, Node))


class _Depths:
    """How many fields stand inside one another.

    Recursion is as deep as the limit and the fragments allow, no deeper.
    """

    def __init__(self, fragments: dict[str, FragmentDefinitionNode], most: int) -> None:
        self._fragments = fragments
        self._most = most
        self._known: dict[str, int] = {}
        self._open: set[str] = set()

    def of(self, selection_set: SelectionSetNode, above: int = 0) -> int:
        """The depth below here. Raises Fault QUERY_TOO_LARGE as soon as it passes the limit."""
        deepest = 0
        for selection in selection_set.selections:
            match selection:
                case FieldNode(selection_set=inside):
                    below = 1 + (self.of(inside, above + 1) if inside else 0)
                case InlineFragmentNode(selection_set=inside):
                    below = self.of(inside, above)
                case FragmentSpreadNode(name=name):
                    below = self.of_fragment(name.value)
                case _:
                    below = 0
            deepest = max(deepest, below)
            if above + deepest > self._most:
                raise Fault("QUERY_TOO_LARGE")
        return deepest

    def of_fragment(self, name: str) -> int:
        """The depth of a named fragment, worked out once. Raises Fault BAD_QUERY if it reaches itself."""
        if name in self._open:
            raise Fault("BAD_QUERY")
        if name not in self._fragments:
            return 0
        if name not in self._known:
            self._open.add(name)
            self._known[name] = self.of(self._fragments[name].selection_set)
            self._open.discard(name)
        return self._known[name]
