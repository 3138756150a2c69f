import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from credentials.open_badges import canonical
from credentials.open_badges.canonical import canonicalize
from credentials.open_badges.contexts import (
    CREDENTIALS_V2,
    OPEN_BADGES,
    PINNED,
    ContextRefused,
    pinned_context,
)
from credentials.open_badges.structure import Unreadable

CONTEXTS = [CREDENTIALS_V2, OPEN_BADGES]


def credential(**members: Any) -> dict[str, Any]:
    return {"@context": CONTEXTS, "id": "urn:x:1", "type": ["VerifiableCredential"], **members}


def test_meaning_becomes_sorted_lines() -> None:
    assert canonicalize(credential(name="Debata", issuer="did:web:a.example")) == (
        b"<urn:x:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
        b"<https://www.w3.org/2018/credentials#VerifiableCredential> .\n"
        b'<urn:x:1> <https://schema.org/name> "Debata" .\n'
        b"<urn:x:1> <https://www.w3.org/2018/credentials#issuer> <did:web:a.example> .\n"
    )


@pytest.mark.parametrize(
    "members",
    [
        {"unheardOf": "x"},
        {"type": ["VerifiableCredential", "UnheardOf"]},
        {"id": "no-scheme"},
        {"id": ""},
        {"id": "#part"},
        {"issuer": "../elsewhere"},
        {"issuer": {"id": "//host/path", "type": ["Profile"]}},
    ],
)
def test_what_would_be_dropped_or_made_up_is_refused(members) -> None:
    with pytest.raises(Unreadable, match="term_not_defined"):
        canonicalize(credential(**members))


@pytest.mark.parametrize(
    "contexts",
    [["https://evil.example/context"], [*CONTEXTS, "https://evil.example/context"], ["file:///etc/passwd"]],
)
def test_context_outside_the_pinned_set_is_refused_unfetched(contexts) -> None:
    with pytest.raises(ContextRefused):
        canonicalize({**credential(), "@context": contexts})


@pytest.mark.parametrize("address", PINNED)
def test_pinned_file_is_the_one_that_was_pinned(address) -> None:
    assert "@context" in pinned_context(address)


def test_changed_file_is_refused(monkeypatch) -> None:
    monkeypatch.setitem(PINNED, "https://x.example/v1", ("did-v1.json", "0" * 64))

    with pytest.raises(ContextRefused, match="not the file"):
        pinned_context("https://x.example/v1")


@pytest.mark.parametrize("address", [CREDENTIALS_V2, OPEN_BADGES])
def test_no_two_terms_of_a_scope_mean_the_same(address) -> None:
    """Otherwise a member could be renamed under the signature, and readers would no longer find it."""
    scopes = [pinned_context(address)["@context"]]
    while scopes:
        scope = scopes.pop()
        meanings = []
        for term, definition in scope.items():
            if term.startswith("@"):
                continue
            meaning = definition.get("@id") if isinstance(definition, dict) else definition
            if isinstance(definition, dict) and isinstance(definition.get("@context"), dict):
                scopes.append(definition["@context"])
            meanings.append(meaning)
        assert len(meanings) == len(set(meanings))


def clique(size: int) -> dict[str, Any]:
    """Nodes that all point to one another and look alike: telling them apart takes factorial time."""
    nodes = [
        {
            "id": f"_:n{one}",
            "type": ["Evidence"],
            "audience": [{"id": f"_:n{other}"} for other in range(size)],
        }
        for one in range(size)
    ]
    return credential(evidence=nodes)


def ring(size: int) -> dict[str, Any]:
    nodes = [
        {"id": f"_:n{one}", "type": ["Evidence"], "audience": {"id": f"_:n{(one + 1) % size}"}}
        for one in range(size)
    ]
    return credential(evidence=nodes)


@pytest.mark.parametrize("document", [clique(9), ring(230)], ids=["clique", "ring"])
def test_graph_made_to_be_hard_is_given_up_in_time(document) -> None:
    start = time.thread_time()
    with pytest.raises(Unreadable, match="too_complex"):
        canonicalize(document)

    assert time.thread_time() - start < 3


def test_documents_of_many_threads_do_not_mix(badge) -> None:
    unsigned = {key: value for key, value in badge.items() if key != "proof"}
    documents = [{**unsigned, "name": f"Odznaka {number}"} for number in range(24)]
    expected = [canonicalize(document) for document in documents]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(canonicalize, documents)) == expected


def test_what_is_kept_of_one_document_does_not_colour_the_next(badge, monkeypatch) -> None:
    """The same lines with nothing kept before, with everything, after other types, and when little fits."""
    unsigned = {key: value for key, value in badge.items() if key != "proof"}
    other = {
        **unsigned,
        "type": ["VerifiableCredential"],
        "credentialSubject": {"id": "urn:uuid:1", "type": ["Profile"]},
    }
    alone = []
    for document in (unsigned, other):
        canonical._caches.forget()
        alone.append(canonicalize(document))
    assert [canonicalize(document) for document in (other, unsigned, other)] == [alone[1], alone[0], alone[1]]
    monkeypatch.setattr(canonical, "MOST_SCOPED", 1)
    assert [canonicalize(document) for document in (unsigned, other)] == alone


def test_shape_that_pyld_stumbles_over_is_a_refusal() -> None:
    for value in ([[["x"]]], {"@value": ["x"]}, {"@value": 1, "@language": "pl"}, 7, True):
        document = json.loads(json.dumps(credential(credentialSubject=value, issuer=value, id=value)))
        with pytest.raises(Unreadable):
            canonicalize(document)
