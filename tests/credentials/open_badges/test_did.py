import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from credentials.open_badges.did import (
    KeyNotFound,
    assertion_key,
    build_did_document,
    did_document_address,
    did_web,
)
from credentials.open_badges.multikey import decode_public_key, encode_public_key

DID = "did:web:odznaki.example:issuers:lo-1"


@pytest.mark.parametrize(
    ("address", "did", "document"),
    [
        (
            "https://odznaki.example",
            "did:web:odznaki.example",
            "https://odznaki.example/.well-known/did.json",
        ),
        ("https://odznaki.example/issuers/lo-1/", DID, "https://odznaki.example/issuers/lo-1/did.json"),
        ("https://a.example:8443/x", "did:web:a.example%3A8443:x", "https://a.example:8443/x/did.json"),
        ("http://localhost:8000", "did:web:localhost%3A8000", "http://localhost:8000/.well-known/did.json"),
    ],
)
def test_did_of_an_address_leads_to_its_document(address, did, document) -> None:
    assert did_web(address) == did
    assert did_document_address(did) == document


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example", "https://", "https://u:p@a.example", "https://a.example/?q", "https://a.example/ą"],
)
def test_address_that_has_no_did_is_refused(address) -> None:
    with pytest.raises(ValueError, match="no did:web"):
        did_web(address)


@pytest.mark.parametrize(
    "did",
    [
        "did:web:a.example/../x",
        "did:web:a.example:..:x",
        "did:web:u@a.example",
        "did:web:a.example#k",
        "did:web:a.example%2Fx",
        "did:web:",
        "did:key:z6Mk",
        "https://a.example",
        "did:web:a.example\n",
    ],
)
def test_did_that_would_lead_astray_is_refused(did) -> None:
    with pytest.raises(ValueError, match="not a did:web"):
        did_document_address(did)


def test_rotated_key_stays_usable() -> None:
    old, new = Ed25519PrivateKey.generate().public_key(), Ed25519PrivateKey.generate().public_key()
    document = build_did_document(DID, [("key-2", new), ("key-1", old)])

    names = ["key-2", "key-2-jwk", "key-1", "key-1-jwk"]
    assert document["assertionMethod"] == [f"{DID}#{name}" for name in names]
    for name, key in zip(names, (new, new, old, old), strict=True):
        assert assertion_key(f"{DID}#{name}", {DID: document}.get) == (DID, key)


def document_with(**changes):
    key = Ed25519PrivateKey.generate().public_key()
    return {**build_did_document(DID, [("key-1", key)]), **changes}


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (None, "did_unreachable"),
        (document_with(id="did:web:evil.example"), "did_mismatch"),
        (document_with(verificationMethod=[], assertionMethod=[]), "key_not_found"),
        (document_with(verificationMethod="x"), "key_not_found"),
        (document_with(assertionMethod=[]), "key_not_for_assertions"),
        (document_with(assertionMethod=f"{DID}#key-1"), "key_not_for_assertions"),
        (
            document_with(verificationMethod=[{"id": f"{DID}#key-1", "controller": "did:web:e"}]),
            "did_mismatch",
        ),
        (
            document_with(
                verificationMethod=[{"id": "#key-1", "controller": DID, "publicKeyMultibase": "zDnaerDaTF5B"}]
            ),
            "key_not_supported",
        ),
    ],
)
def test_key_that_is_not_the_issuers_to_use_is_refused(document, code) -> None:
    with pytest.raises(KeyNotFound) as refusal:
        assertion_key(f"{DID}#key-1", {DID: document}.get)

    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("method", "code"),
    [
        ("did:ion:abc#key-1", "did_not_supported"),
        ("http://a.example/key", "did_not_supported"),
        ("https://a.example/key", "did_unreachable"),
        ("did:web:a.example:..#key-1", "did_unreachable"),
        ("did:key:zzz#zzz", "key_not_supported"),
        ("did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp#other", "key_not_found"),
    ],
)
def test_identifier_that_leads_nowhere_is_refused(method, code) -> None:
    with pytest.raises(KeyNotFound) as refusal:
        assertion_key(method, {}.get)

    assert refusal.value.code == code


def test_key_describes_itself_as_the_specification_shows() -> None:
    # did:key method, example 1
    encoded = "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"

    assert encode_public_key(decode_public_key(encoded)) == encoded
    assert assertion_key(f"did:key:{encoded}#{encoded}", {}.get)[0] == f"did:key:{encoded}"


@pytest.mark.parametrize("text", ["", "z", "u6Mk", "z" * 60, "z0OIl", None, 7, "z" + "1" * 46])
def test_text_that_is_no_key_is_refused(text) -> None:
    with pytest.raises(ValueError, match=r"multibase|length|Invalid character|Ed25519"):
        decode_public_key(text)
