"""Documents registered when the front is built."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from core.graphql.documents import Documents, digest_of
from core.graphql.faults import Fault
from core.graphql.kernel import Kernel
from core.graphql.limits import Limits
from people.models import User
from tests.conftest import ClassOf
from tests.core.graphql.schema import kernel, schema

# More aliases than an unknown document may have.
LARGE = "query Large($id:ID!){group(groupId:$id){" + " ".join(f"a{n}:name" for n in range(40)) + "}}"


def registered(tmp_path: Path, *texts: str) -> Path:
    path = tmp_path / "documents.json"
    path.write_text(json.dumps({digest_of(text): text for text in texts}))
    return path


def test_a_registered_document_may_be_larger(tmp_path: Path, teacher: User, class_2b: ClassOf) -> None:
    front = Kernel(schema, documents=registered(tmp_path, LARGE))
    variables: dict[str, Any] = {"id": str(class_2b.group.pk)}
    assert front.execute(digest_of(LARGE), variables, user=teacher)["data"]["group"]["a39"] == "2B"
    with pytest.raises(Fault, match="QUERY_TOO_LARGE"):
        front.execute(LARGE, variables, user=teacher)


def test_an_unknown_hash_is_said_to_be_unknown(tmp_path: Path) -> None:
    documents = Documents(kernel.schema, Limits(), registered(tmp_path, LARGE))
    for digest in ("0" * 64, digest_of("{hello}")):
        with pytest.raises(Fault, match="UNKNOWN_DOCUMENT"):
            documents.by_hash(digest)
    with pytest.raises(Fault, match="UNKNOWN_DOCUMENT"):
        Documents(kernel.schema, Limits(), tmp_path / "missing.json").by_hash("0" * 64)


def test_a_text_under_a_foreign_hash_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "documents.json"
    path.write_text(json.dumps({"0" * 64: "{secret}"}))
    with pytest.raises(Fault, match="UNKNOWN_DOCUMENT"):
        Documents(kernel.schema, Limits(), path).by_hash("0" * 64)


def test_the_list_is_read_again_after_a_new_build(tmp_path: Path) -> None:
    path = registered(tmp_path, LARGE)
    documents = Documents(kernel.schema, Limits(), path)
    assert documents.by_hash(digest_of(LARGE)) is documents.by_hash(digest_of(LARGE))
    path.write_text(json.dumps({digest_of("{hello}"): "{hello}"}))
    os.utime(path, (1, 1))
    assert documents.by_hash(digest_of("{hello}")).registered is True


def test_documents_that_do_not_fit_the_schema_are_named(tmp_path: Path) -> None:
    wrong = "{gone}"
    documents = Documents(kernel.schema, Limits(), registered(tmp_path, LARGE, wrong))
    assert [line.partition(" ")[0] for line in documents.check_registered()] == [f"{digest_of(wrong)}:"]
    with pytest.raises(Fault, match="UNKNOWN_DOCUMENT"):
        documents.by_hash(digest_of(wrong))


@pytest.mark.parametrize(
    "text", ["subscription{hello}", "fragment A on Query{hello}", "", "{", "type A{b:Int}"]
)
def test_only_one_query_or_mutation_is_a_document(text: str) -> None:
    with pytest.raises(Fault, match="BAD_QUERY"):
        Documents(kernel.schema, Limits()).by_text(text)
