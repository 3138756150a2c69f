"""GQ-01, GQ-02, GQ-03 and the published limits of a document's shape."""

from __future__ import annotations

import time

import pytest

from core.graphql.body import Asked
from core.graphql.documents import Documents
from core.graphql.faults import Fault
from core.graphql.limits import Limits
from tests.core.graphql.conftest import Send, code_of
from tests.core.graphql.schema import kernel

LIMITS = Limits()
documents = Documents(kernel.schema, LIMITS)


def code(text: str) -> str:
    """What a document is refused with, or "" if it is taken."""
    try:
        documents.by_text(text)
    except Fault as fault:
        return fault.code
    return ""


@pytest.mark.parametrize(
    "text",
    [
        "{...A} fragment A on Query{...A}",
        "query{...A} fragment A on Query{...B} fragment B on Query{...A}",
        "query{...A} fragment A on Query{...B} fragment B on Query{...C} fragment C on Query{hello ...B}",
        "{hello} fragment A on Query{group(groupId:1){...B}} fragment B on Group{people{groups{...B}}}",
    ],
)
def test_gq_01_a_fragment_inside_itself_is_refused(text: str) -> None:
    assert code(text) == "BAD_QUERY"


@pytest.mark.django_db
def test_gq_01_answers_400_over_http(send: Send) -> None:
    response = send({"query": "query{...A} fragment A on Query{...B} fragment B on Query{...A}"})
    assert (response.status_code, code_of(response)) == (400, "BAD_QUERY")


@pytest.mark.django_db
def test_gq_02_twenty_thousand_aliases_cost_nothing(send: Send) -> None:
    body = {"query": "{" + " ".join(f"a{n}:hello" for n in range(20_000)) + "}"}
    send({"query": "{hello}"})
    before = time.process_time()
    response = send(body)
    assert time.process_time() - before < 0.05
    assert (response.status_code, code_of(response)) == (413, "BODY_TOO_LARGE")


@pytest.mark.parametrize("many", [2_000, 20_000])
def test_gq_02_aliases_stop_at_the_characters_and_tokens(many: int) -> None:
    before = time.process_time()
    assert code("{" + " ".join(f"a{n}:hello" for n in range(many)) + "}") == "QUERY_TOO_LARGE"
    assert time.process_time() - before < 0.05


@pytest.mark.parametrize(
    "text",
    [
        "{" + "hello " * 800 + "}",
        "{" + "...on Query{hello}" * 100 + "}",
        "{" + "...on Query{...on Query{hello}}" * 30 + "}",
        "#\n" * 4_000 + "{hello}",
        "{group" * 250 + "}" * 250,
        "{hello(text:" + "[" * 500 + "}",
    ],
    ids=["same field", "inline fragments", "nested inline fragments", "comments", "braces", "brackets"],
)
def test_gq_03_quadratic_validation_is_never_reached(text: str) -> None:
    before = time.process_time()
    assert code(text) == "QUERY_TOO_LARGE"
    assert time.process_time() - before < 0.25


def test_gq_03_the_worst_document_within_the_limits_is_cheap() -> None:
    # Fragments that spread one another as often as the tokens allow, and equal fields spread over inline
    # ones: both make validation compare each with each.
    spreads = "".join(
        f"fragment F{n} on Group{{people{{groups{{name}}}} "
        + " ".join(f"...F{m}" for m in range(n + 1, 14))
        + "}"
        for n in range(14)
    )
    inline = ("...on Group{" + "name " * 20 + "}") * 20
    for text in ("{group(groupId:1){...F0}}" + spreads, "{group(groupId:1){" + inline + "}}"):
        before = time.process_time()
        assert code(text) == ""
        assert time.process_time() - before < 0.25


def field_at(depth: int) -> str:
    """A query whose deepest field stands at `depth` (even)."""
    pairs = depth // 2 - 1
    return "{group(groupId:1){" + "people{groups{" * pairs + "name" + "}}" * pairs + "}}"


@pytest.mark.parametrize(
    "within, above",
    [
        (f'{{hello(text:"{"x" * (10_000 - 16)}")}}', f'{{hello(text:"{"x" * (10_000 - 15)}")}}'),
        ("{" + "hello " * 598 + "}", "{" + "hello " * 599 + "}"),
        (field_at(10), field_at(12)),
        (
            "{group(groupId:1){" + " ".join(f"a{n}:name" for n in range(30)) + "}}",
            "{group(groupId:1){" + " ".join(f"a{n}:name" for n in range(31)) + "}}",
        ),
        (
            "{" + " ".join(f"a{n}:hello" for n in range(10)) + "}",
            "{" + " ".join(f"a{n}:hello" for n in range(11)) + "}",
        ),
        (
            "{group(groupId:1){" + "...on Group{name}" * 20 + "}}",
            "{group(groupId:1){" + "...on Group{name}" * 21 + "}}",
        ),
        ("{group(groupId:1){" + "name " * 20 + "}}", "{group(groupId:1){" + "name " * 21 + "}}"),
    ],
    ids=["characters", "tokens", "depth", "aliases", "root fields", "fragments", "repeats"],
)
def test_each_limit_holds_at_and_one_above(within: str, above: str) -> None:
    # Six hundred tokens alone are a document of many fields, so they are tried with the other limits out of
    # the way.
    limits = Limits(root_fields=1_000, repeats=1_000) if within.startswith("{hello ") else LIMITS
    for text, expected in ((within, ""), (above, "QUERY_TOO_LARGE")):
        try:
            Documents(kernel.schema, limits).by_text(text)
            found = ""
        except Fault as fault:
            found = fault.code
        assert found == expected


def test_a_depth_hidden_in_fragments_is_seen() -> None:
    text = (
        "{group(groupId:1){...A}} fragment A on Group{people{groups{...B}}}"
        "fragment B on Group{people{groups{people{groups{people{groups{people{nickname}}}}}}}}"
    )
    assert code(text) == "QUERY_TOO_LARGE"


def test_root_fields_inside_fragments_count() -> None:
    fields = " ".join(f"a{n}:hello" for n in range(11))
    assert code(f"{{...A}} fragment A on Query{{{fields}}}") == "QUERY_TOO_LARGE"


def test_a_valid_document_is_made_ready_once() -> None:
    assert documents.by_text("{hello}") is documents.by_text("{hello}")


def test_an_operation_name_has_to_fit() -> None:
    with pytest.raises(Fault, match="BAD_QUERY"):
        kernel._ready(Asked(query="query A{hello}", operation_name="B"))
    assert kernel._ready(Asked(query="query A{hello}", operation_name="A")).coerced == {}
