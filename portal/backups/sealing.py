"""Sealing a file with a passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM (NIST SP 800-38D) seals.

File: the four letters `KOT1`, 16 bytes of salt, 12 bytes of nonce, then the sealed bytes with their tag.
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC = b"KOT1"
SHORTEST_PASSPHRASE = 12
_SALT, _NONCE = 16, 12


class NotOpened(Exception):
    """The passphrase is another one, or the file was changed."""


def seal(content: bytes, passphrase: str) -> bytes:
    """ValueError when the passphrase has fewer than twelve characters."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise ValueError(f"The passphrase needs at least {SHORTEST_PASSPHRASE} characters.")
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    return MAGIC + salt + nonce + AESGCM(_key(passphrase, salt)).encrypt(nonce, content, MAGIC)


def unseal(sealed: bytes, passphrase: str) -> bytes:
    """What was sealed; NotOpened."""
    start = len(MAGIC)
    if not sealed.startswith(MAGIC):
        raise NotOpened
    salt, nonce = sealed[start : start + _SALT], sealed[start + _SALT : start + _SALT + _NONCE]
    try:
        return AESGCM(_key(passphrase, salt)).decrypt(nonce, sealed[start + _SALT + _NONCE :], MAGIC)
    except (InvalidTag, ValueError) as error:
        raise NotOpened from error


def _key(passphrase: str, salt: bytes) -> bytes:
    # 2^15 · 8 · 1: 32 MB and a tenth of a second a try.
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode())
