"""Data Integrity proofs with ``eddsa-rdfc-2022`` (VC Data Integrity EdDSA Cryptosuites 1.0, §3.2)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from .contexts import ContextRefused
from .did import KeyNotFound, ResolveDid, assertion_key
from .findings import CANNOT_TELL, NO, YES, Finding
from .moments import format_moment, parse_moment
from .multikey import decode_base58, encode_base58
from .structure import Unreadable, check_structure

CRYPTOSUITE = "eddsa-rdfc-2022"
#: Characters of options that are worth remembering by.
_SHORT = 2_000
#: Real suites and older proofs that are not checked here: about a badge with one of them nothing can be told.
_NOT_CHECKED_HERE = frozenset(
    {
        ("DataIntegrityProof", "ecdsa-rdfc-2019"),
        ("DataIntegrityProof", "ecdsa-jcs-2019"),
        ("DataIntegrityProof", "ecdsa-sd-2023"),
        ("DataIntegrityProof", "eddsa-jcs-2022"),
        ("DataIntegrityProof", "bbs-2023"),
        ("Ed25519Signature2020", None),
        ("JsonWebSignature2020", None),
    }
)

#: Reasons that say something about the world or about us, not about the document.
NOT_THE_DOCUMENTS_FAULT = frozenset(
    {"did_unreachable", "did_not_supported", "key_not_supported", "too_complex"}
)


@dataclass(frozen=True)
class ProofFindings:
    """What a proof shows, each for itself.

    ``signature``: these are the bytes that were signed, by the key the proof names.
    ``controller``: that key belongs to whom the document calls its issuer. ``signer``: the DID it belongs to.
    """

    signature: Finding
    controller: Finding
    signer: str = ""


def sign_data_integrity(
    document: Mapping[str, Any], private_key: Ed25519PrivateKey, verification_method: str, created: datetime
) -> dict[str, Any]:
    """A copy of the document with its proof. ``created`` has a zone; ``verification_method`` is the key's DID
    URL.

    Raises ``Unreadable`` or ``ContextRefused`` when the document has a member that the proof would not cover.
    """
    unsigned = {key: value for key, value in document.items() if key != "proof"}
    check_structure(unsigned)
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": CRYPTOSUITE,
        "created": format_moment(created),
        "verificationMethod": verification_method,
        "proofPurpose": "assertionMethod",
    }
    signature = private_key.sign(_hash_data(unsigned, proof))
    return {**unsigned, "proof": {**proof, "proofValue": encode_base58(signature)}}


def verify_data_integrity(
    document: Mapping[str, Any], *, resolve_did: ResolveDid, now: datetime | None = None
) -> ProofFindings:
    """Check the one proof of a document whose structure has been checked. Never raises for a bad document."""
    proof = document.get("proof")
    if isinstance(proof, list) and len(proof) == 1:
        proof = proof[0]
    if proof is None:
        return _failed(NO, "no_proof")
    if not isinstance(proof, dict):
        return _failed(CANNOT_TELL if isinstance(proof, list) else NO, "several_proofs")
    options = {key: value for key, value in proof.items() if key != "proofValue"}
    refusal = _refusal(options, now or datetime.now(UTC))
    if refusal:
        return refusal
    try:
        signature = decode_base58(proof.get("proofValue"), 64)
        signer, key = assertion_key(str(options["verificationMethod"]), resolve_did)
        unsigned = {name: value for name, value in document.items() if name != "proof"}
        key.verify(signature, _hash_data(unsigned, options))
    except InvalidSignature:
        return _failed(NO, "signature_wrong")
    except ContextRefused:
        return _failed(NO, "context_not_pinned")
    except (KeyNotFound, Unreadable) as error:
        return _failed(CANNOT_TELL if error.code in NOT_THE_DOCUMENTS_FAULT else NO, error.code)
    except ValueError:
        return _failed(NO, "signature_malformed")
    issuer = issuer_id(document)
    controller = Finding(YES) if issuer == signer else Finding(NO, "signed_by_another")
    return ProofFindings(Finding(YES), controller, signer)


def issuer_id(document: Mapping[str, Any]) -> str:
    """The identifier of the issuer, written as text or as a profile; empty when there is none."""
    issuer = document.get("issuer")
    identifier = issuer.get("id") if isinstance(issuer, dict) else issuer
    return identifier if isinstance(identifier, str) else ""


def _refusal(options: Mapping[str, Any], now: datetime) -> ProofFindings | None:
    kind = (options.get("type"), options.get("cryptosuite"))
    if kind != ("DataIntegrityProof", CRYPTOSUITE):
        known = all(isinstance(part, str | None) for part in kind) and kind in _NOT_CHECKED_HERE
        return _failed(CANNOT_TELL if known else NO, "proof_not_supported")
    if options.get("proofPurpose") != "assertionMethod":
        return _failed(NO, "proof_purpose")
    if not isinstance(options.get("verificationMethod"), str):
        return _failed(NO, "key_not_found")
    try:
        parse_moment(options["created"]) if "created" in options else None
        if "expires" in options and parse_moment(options["expires"]) <= now:
            return _failed(NO, "proof_expired")
    except ValueError:
        return _failed(NO, "proof_malformed")
    return None


def _failed(answer: Any, reason: str) -> ProofFindings:
    return ProofFindings(Finding(answer, reason), Finding(CANNOT_TELL, reason))


def _hash_data(unsigned: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
    """§3.3.4: the hash of the proof's options, then that of the document, both canonical."""
    configuration = json.dumps({"@context": unsigned.get("@context"), **options}, sort_keys=True)
    # What one act signs has the same options a thousand times; a stranger's long ones are not worth keeping.
    hash_options = _hash_options if len(configuration) <= _SHORT else _hash_options.__wrapped__
    return hash_options(configuration) + sha256(_canonical(dict(unsigned))).digest()


@lru_cache(maxsize=64)
def _hash_options(configuration: str) -> bytes:
    return sha256(_canonical(json.loads(configuration))).digest()


def _canonical(document: dict[str, Any]) -> bytes:
    from .canonical import canonicalize  # a start of the portal does not pay for JSON-LD

    return canonicalize(document)
