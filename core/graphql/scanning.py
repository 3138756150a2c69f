"""What can be said of a document that is too long to be parsed."""

from __future__ import annotations

import re

# A block string, a string, a comment, a bracket or a name (GraphQL specification, October 2021, §2.1).
_TOKEN = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*+"""|"(?:[^"\\\n]|\\.)*+"|#[^\n]*|[{}()]|[A-Za-z_]\w*')


def asks_for_several_acts(text: str) -> bool:
    """Whether a document holds more than one mutation: in several operations, or as several fields of one.

    One pass without a tree, so it costs no more than the text is long. A field of a mutation is told by its
    braces.
    """
    braces = parentheses = acts = operations = 0
    mutating = False
    for match in _TOKEN.finditer(text):
        match match[0]:
            case "{":
                braces += 1
                acts += mutating and braces == 2 and not parentheses
            case "}":
                braces -= 1
            case "(":
                parentheses += 1
            case ")":
                parentheses -= 1
            case "mutation" | "query" | "fragment" | "subscription" as keyword if (
                not braces and not parentheses
            ):
                mutating = keyword == "mutation"
                operations += mutating
    return acts > 1 or operations > 1
