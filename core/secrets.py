"""Secrets handed to people, and what is kept of them.

The database keeps a keyed digest only. The key comes from `settings.SECRET_DIGEST_KEY`, which is not in the
database, so a copy of the database opens nothing.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from cryptography.fernet import Fernet
from django.conf import settings

# Crockford's Base32: no I, L, O, U; https://www.crockford.com/base32.html
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
CODE_LETTERS = 8
MAX_CODE_INPUT = 40


def new_secret(bits: int = 160) -> str:
    """A random secret of at least `bits` bits for links and offers, in URL-safe Base64 without padding."""
    return secrets.token_urlsafe(-(-bits // 8))


def new_code(letters: int = CODE_LETTERS) -> str:
    """A code that people type: `letters` of Crockford's Base32 (5 bits each), in groups of four: "K7QW-3MZX".

    Raises ValueError below 8 letters (40 bits).
    """
    if letters < CODE_LETTERS:
        raise ValueError(f"{letters} letters hold {letters * 5} bits; a code needs 40.")
    return group_code("".join(secrets.choice(ALPHABET) for _ in range(letters)))


def derived_code(purpose: str, value: object, letters: int = CODE_LETTERS) -> str:
    """A code that can be made again from what it belongs to, with a key that is not in the database.

    Shaped as `new_code`. So that a code can be shown once more although only its digest is kept.
    """
    return group_code(letters_of(bytes.fromhex(keyed_digest(f"{purpose} derived", str(value))), letters))


def letters_of(raw: bytes, count: int) -> str:
    """The last `count` times five bits of `raw` in letters that people type (Crockford's Base32)."""
    bits = int.from_bytes(raw)
    return "".join(ALPHABET[bits >> (5 * at) & 31] for at in range(count))


def group_code(code: str) -> str:
    """A code as it is printed: groups of four with a hyphen."""
    plain = read_code(code)
    return "-".join(plain[at : at + 4] for at in range(0, len(plain), 4))


def read_code(typed: str) -> str:
    """What a person meant by a typed code, in capitals without hyphens and spaces.

    O is read as 0, I and L as 1. Whatever cannot be a code makes "", never an error.
    """
    plain = "".join(typed[:MAX_CODE_INPUT].upper().replace("-", "").replace("–", "").split()).translate(
        _READ_AS
    )
    return plain if plain and all(letter in ALPHABET for letter in plain) else ""


def keyed_digest(purpose: str, value: str) -> str:
    """HMAC-SHA-256 of `value` (RFC 2104), 64 hex digits.

    Each `purpose` ("sign-in card") has a key of its own.
    """
    root: str = settings.SECRET_DIGEST_KEY
    key = hmac.digest(root.encode(), purpose.encode(), hashlib.sha256)
    return hmac.new(key, value.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def digest_matches(purpose: str, value: str, digest: str) -> bool:
    """Whether `digest` is that of `value`, in time that does not depend on where they differ."""
    return hmac.compare_digest(keyed_digest(purpose, value).encode(), digest.encode())


def sealed(purpose: str, text: str) -> str:
    """`text` encrypted and signed (Fernet: AES-128-CBC and HMAC-SHA-256) for the database, with a key outside it.

    For the few secrets that have to be read again, such as those of second factors; all others are kept as digests.
    """
    return _seal(purpose).encrypt(text.encode()).decode()


def unsealed(purpose: str, text: str) -> str:
    """What `sealed` took. Raises `cryptography.fernet.InvalidToken` for anything else."""
    return _seal(purpose).decrypt(text.encode()).decode()


def _seal(purpose: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(bytes.fromhex(keyed_digest("seal", purpose))))
