"""Who a badge is for, without saying so to strangers (Open Badges 3.0, ``IdentityHash``)."""

import hmac
from hashlib import sha256

_ALGORITHM = "sha256$"


def identity_hash(identifier: str, salt: str) -> str:
    """``sha256$`` and the hexadecimal digest of the identifier followed by the salt, both as UTF-8.

    The identifier must be random (a learner number): a hashed e-mail address can be guessed, and PESEL is
    never used.
    """
    return _ALGORITHM + sha256((identifier + salt).encode()).hexdigest()


def matches_identity(hashed: str, identifier: str, salt: str) -> bool:
    """Whether the hash was made of this identifier and salt. Compares in constant time."""
    return hmac.compare_digest(hashed, identity_hash(identifier, salt))
