"""Questions to GraphQL from a page that is signed in: for what a test needs before its story begins."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

_FETCH = """async ([query, variables]) => {
  const token = document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? ''
  const answer = await fetch('/graphql/', {
    method: 'POST', headers: {'Content-Type': 'application/json', 'X-CSRFToken': token},
    body: JSON.stringify({query, variables}),
  })
  return await answer.json()
}"""


def ask(page: Page, query: str, **variables: object) -> Any:
    """The `data` of the answer. A question that is wrong fails at once, and so does a refused mutation."""
    answer = page.evaluate(_FETCH, [query, variables])
    assert "errors" not in answer, answer["errors"]
    for part in answer["data"].values():
        assert not (isinstance(part, dict) and part.get("errors")), part
    return answer["data"]
