"""The GraphQL contract as a file, so that a review sees a change of it.

Needs the project's environment: `python -m tools.schema write | check`. Descriptions are docstrings.
"""

from __future__ import annotations

import difflib
import os
import sys

import django
from graphql import print_schema

from tools.places import FRONTEND, ROOT

FILE = FRONTEND / "schema.graphql"


def current() -> str:
    """The finished schema in the schema definition language (GraphQL, October 2021, §3)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.chosen")
    django.setup()
    from portal.schema import schema

    return print_schema(schema.graphql_schema) + "\n"


def difference(written: str, wanted: str) -> str:
    """What separates the file from the schema, as a unified diff; empty when nothing does."""
    name = str(FILE.relative_to(ROOT))
    lines = difflib.unified_diff(
        written.splitlines(), wanted.splitlines(), name, "the schema of the rooms", lineterm=""
    )
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Write the file, or compare it; 1 when it differs."""
    if arguments == ["write"]:
        FILE.write_text(current())
        return 0
    if arguments == ["check"]:
        found = difference(FILE.read_text() if FILE.exists() else "", current())
        print(f"{found}\n\n./dev schema writes it anew." if found else "the file is the schema")
        return 1 if found else 0
    print("usage: python -m tools.schema write | check", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
