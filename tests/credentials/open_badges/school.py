"""A school that issues, and the world in which a verifier can find what it published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from credentials.open_badges.baking import compact_json
from credentials.open_badges.did import build_did_document
from credentials.open_badges.proofs import sign_data_integrity
from credentials.open_badges.status import build_status_list, new_bits, set_bit
from credentials.open_badges.verification import Verdict, verify

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SITE = "https://odznaki.example"
SCHOOL = "did:web:odznaki.example:issuers:lo-1"
LIST_URL = f"{SITE}/status/1"


@dataclass
class World:
    """Everything a verifier can reach: DID documents and status lists, by address. Nothing else exists."""

    did_documents: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    status_lists: dict[str, bytes] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    now: datetime = NOW

    def verify(self, badge: bytes | Mapping[str, Any]) -> Verdict:
        return verify(
            badge,
            resolve_did=self.did_documents.get,
            fetch_status=self.status_lists.get,
            known_issuer=self.known.__contains__,
            now=self.now,
        )


@dataclass
class School:
    """An issuer with one fixed key, so that documents come out the same in every run."""

    did: str = SCHOOL
    key: Ed25519PrivateKey = field(default_factory=lambda: Ed25519PrivateKey.from_private_bytes(b"k" * 32))
    list_url: str = LIST_URL
    now: datetime = NOW

    @property
    def method(self) -> str:
        return f"{self.did}#key-1"

    def sign(self, document: Mapping[str, Any]) -> dict[str, Any]:
        return sign_data_integrity(document, self.key, self.method, self.now)

    def status_list(self, *revoked: int) -> bytes:
        bits = new_bits()
        for index in revoked:
            set_bit(bits, index)
        unsigned = build_status_list(self.list_url, self.did, bits, self.now, self.now + timedelta(days=2))
        return compact_json(self.sign(unsigned)).encode()

    def did_document(self) -> dict[str, Any]:
        return build_did_document(self.did, [("key-1", self.key.public_key())])
