"""The JSON-LD contexts a document may name, pinned by hash. Nothing is ever fetched.

A proof signs what the JSON means under its contexts, so a context that changes, or that a stranger serves,
changes what was signed. The table is the whole world: any other address is refused. Captured from w3.org,
w3id.org and purl.imsglobal.org; the hashes of the first three stand in VC Data Model 2.0, appendix B.1, and
VC Data Integrity 1.0.
"""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"
CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1"
DATA_INTEGRITY_V2 = "https://w3id.org/security/data-integrity/v2"
MULTIKEY_V1 = "https://w3id.org/security/multikey/v1"
DID_V1 = "https://www.w3.org/ns/did/v1"
#: Named in DID documents, which are read as plain JSON: nothing here is ever expanded by it.
JWK_V1 = "https://w3id.org/security/jwk/v1"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

_OB = "https://purl.imsglobal.org/spec/ob/v3p0"

#: address → (file in this folder, sha256 of its bytes)
PINNED: dict[str, tuple[str, str]] = {
    CREDENTIALS_V2: (
        "credentials-v2.json",
        "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
    ),
    DATA_INTEGRITY_V2: (
        "security-data-integrity-v2.json",
        "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4",
    ),
    MULTIKEY_V1: (
        "security-multikey-v1.json",
        "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597",
    ),
    DID_V1: ("did-v1.json", "62c1054bf404d6dd3a4b26b64f830fd72095f6a26edc4469908c94351352ce5f"),
    OPEN_BADGES: (
        "ob-v3p0-context-3.0.3.json",
        "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
    ),
    f"{_OB}/context.json": (
        "ob-v3p0-context-3.0.3.json",
        "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
    ),
    f"{_OB}/context-3.0.2.json": (
        "ob-v3p0-context-3.0.2.json",
        "00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53",
    ),
    f"{_OB}/context-3.0.1.json": (
        "ob-v3p0-context-3.0.1.json",
        "5f3d9dd6288ef437ff8286cf95ffbff609c748a66f24a1e9450c45ca64be1571",
    ),
    f"{_OB}/extensions.json": (
        "ob-v3p0-extensions.json",
        "87c06c81bc2317663bf288d740d94fddd2818c4342b186270ff6371dfaa63f93",
    ),
}

#: What may stand at ``@context[1]`` of an Open Badge (OB 3.0 §8.1; our own documents use the first alone).
OPEN_BADGES_VERSIONS = frozenset(
    {
        OPEN_BADGES,
        f"{_OB}/context.json",
        f"{_OB}/context-3.0.2.json",
        f"{_OB}/context-3.0.1.json",
    }
)


class ContextRefused(ValueError):
    """A document names a context outside the pinned set, or a pinned file is not the one that was pinned."""


@cache
def pinned_context(address: str) -> dict[str, Any]:
    """The context document pinned for this address.

    Raises ``ContextRefused`` for any other address, and when the file's bytes do not have the pinned hash.
    """
    if address not in PINNED:
        raise ContextRefused(address)
    name, digest = PINNED[address]
    content = Path(__file__).with_name(name).read_bytes()
    if sha256(content).hexdigest() != digest:
        raise ContextRefused(f"{name} is not the file that was pinned")
    context: dict[str, Any] = json.loads(content)
    return context


def load_pinned(address: str, _options: object = None) -> dict[str, Any]:
    """A ``pyld`` document loader over the pinned set.

    The tag ``static`` lets the resolved context be kept between documents: canonicalising takes a third of
    the time.
    """
    return {
        "contextUrl": None,
        "documentUrl": address,
        "document": pinned_context(address),
        "contentType": "application/ld+json",
        "tag": "static",
    }
