"""The one place where anything is signed: one log line a signature."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import structlog
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from credentials.addresses import issuer_did, verification_method
from credentials.models import SigningKey
from credentials.open_badges.baking import compact_json
from credentials.open_badges.compact_jws import sign_jws
from credentials.open_badges.did import JWK_ENDING
from credentials.open_badges.proofs import issuer_id, sign_data_integrity
from credentials.services.keys import private_key

log = structlog.get_logger("credentials.signing")


class SigningRefused(RuntimeError):
    """Nothing may be signed under this address: it would be wrong for life."""


def sign(document: Mapping[str, Any], key: SigningKey, created: datetime) -> bytes:
    """The signed document as the bytes to store and serve: the same input gives the same bytes.

    It is signed in the name of the issuer it names. Raises SigningRefused when that is not whom the key signs for,
    and in production unless PUBLIC_URL is https and not loopback; KeyUnusable without a key.
    """
    signed = sign_data_integrity(document, *_key_for(document, key), created)
    log.info("signed", document=signed["id"], key=str(key.pk))
    return compact_json(signed).encode()


def sign_token(document: Mapping[str, Any], key: SigningKey) -> bytes:
    """The same as VC-JWT (Open Badges 3.0 §8.2). Raises as `sign`."""
    private, method = _key_for(document, key)
    token = sign_jws(document, private, f"{method}{JWK_ENDING}")
    log.info("signed", document=document["id"], key=str(key.pk), form="jwt")
    return token


def _key_for(document: Mapping[str, Any], key: SigningKey) -> tuple[Ed25519PrivateKey, str]:
    """The private key and its name in the DID document of the issuer that `document` names."""
    refuse_passing_address()
    did = issuer_id(document)
    if not _signs_for(key, did):
        raise SigningRefused(f"The key {key.pk} does not sign for {did}.")
    return private_key(key), verification_method(key, did)


def _signs_for(key: SigningKey, did: str) -> bool:
    """An issuer's key signs for the issuer; the portal's for the portal and for clubs."""
    own = issuer_did(key.issuer)
    return did == own or (key.issuer_id is None and did.startswith(f"{own}:clubs:"))


def refuse_passing_address() -> None:
    """Raise SigningRefused when documents would carry an address that nobody else can reach (answers.md 2)."""
    if settings.SETTINGS_LAYER != "production":
        return
    scheme, _, rest = settings.PUBLIC_URL.partition("://")
    host = rest.partition("/")[0].rpartition(":")[0] or rest.partition("/")[0]
    if scheme != "https" or host in {"localhost", "127.0.0.1", "[::1]", ""}:
        raise SigningRefused("Set PUBLIC_URL to the portal's https address: documents carry it for life.")
