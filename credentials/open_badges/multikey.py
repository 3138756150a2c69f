"""Public keys and signatures as text: Multikey, JsonWebKey, multibase (Controlled Identifiers 1.0, §2.2, §2.4)."""

import base64
from collections.abc import Mapping

import base58
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_ED25519_PUBLIC = b"\xed\x01"


def encode_base58(content: bytes) -> str:
    """Multibase base58-btc: ``z`` and the digits."""
    return "z" + base58.b58encode(content).decode()


def decode_base58(text: object, length: int) -> bytes:
    """The bytes of a multibase base58-btc text. Raises ``ValueError`` unless they are exactly ``length``."""
    if not isinstance(text, str) or not text.startswith("z") or len(text) > 2 * length + 2:
        raise ValueError("not multibase base58-btc")
    content = base58.b58decode(text[1:])
    if len(content) != length:
        raise ValueError("wrong length")
    return content


def encode_public_key(key: Ed25519PublicKey) -> str:
    """``z6Mk…``, the Multikey form of an Ed25519 public key."""
    return encode_base58(_ED25519_PUBLIC + key.public_bytes_raw())


def decode_public_key(text: object) -> Ed25519PublicKey:
    """The Ed25519 key of a Multikey. Raises ``ValueError`` for any other text or kind of key."""
    content = decode_base58(text, len(_ED25519_PUBLIC) + 32)
    if not content.startswith(_ED25519_PUBLIC):
        raise ValueError("not an Ed25519 key")
    return Ed25519PublicKey.from_public_bytes(content[2:])


def encode_public_jwk(key: Ed25519PublicKey) -> dict[str, str]:
    """The key as a JSON Web Key (RFC 8037 §2)."""
    public = base64.urlsafe_b64encode(key.public_bytes_raw()).rstrip(b"=").decode()
    return {"kty": "OKP", "crv": "Ed25519", "x": public}


def decode_public_jwk(jwk: object) -> Ed25519PublicKey:
    """The Ed25519 key of a JSON Web Key. Raises ``ValueError`` for any other."""
    public = jwk.get("x") if isinstance(jwk, Mapping) else None
    if not isinstance(jwk, Mapping) or (jwk.get("kty"), jwk.get("crv")) != ("OKP", "Ed25519"):
        raise ValueError("not an Ed25519 key")
    if not isinstance(public, str) or len(public) != 43:
        raise ValueError("wrong length")
    return Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(public + "="))
