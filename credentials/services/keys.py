"""Keys that sign: the private half encrypted on disk, the public half in the database (credentials.md §5)."""

from __future__ import annotations

import os
import stat
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from credentials.enums import Standing
from credentials.models import Issuer, SigningKey
from credentials.open_badges.multikey import encode_public_key


class KeyUnusable(RuntimeError):
    """A signing key is missing, unprotected or does not open. The text says what to do about it."""


def key_file(key_id: UUID) -> Path:
    return Path(settings.KEYS_DIR) / f"{key_id}.pem"


def signing_key_of(issuer: Issuer | None) -> SigningKey:
    """The key that signs for an issuer now; for the portal itself with None.

    Outside production it is made on first need. Raises KeyUnusable in production when there is none.
    """
    found = SigningKey.objects.filter(issuer=issuer, retired_at=None).select_related("issuer").first()
    if found is not None:
        return found
    if settings.SETTINGS_LAYER == "production":
        name = issuer.slug if issuer else "the portal"
        raise KeyUnusable(f"There is no signing key for {name}. Make one: ./dev manage signing_keys make")
    return make_key(issuer)


def make_key(issuer: Issuer | None) -> SigningKey:
    """Make the first key of an issuer. Two processes that start together end with one and the same."""
    key, path = _new_key(issuer)
    try:
        with transaction.atomic():
            key.save(force_insert=True)
    except IntegrityError:
        path.unlink()
        return SigningKey.objects.select_related("issuer").get(issuer=issuer, retired_at=None)
    return key


def rotate_key(issuer: Issuer | None, *, now: datetime) -> SigningKey:
    """Make a new key. The old one signs no more and stays in the DID document, so what it signed still
    verifies.
    """
    key, path = _new_key(issuer)
    try:
        with transaction.atomic():
            SigningKey.objects.filter(issuer=issuer, retired_at=None).update(retired_at=now)
            key.save(force_insert=True)
    except Exception:
        path.unlink()
        raise
    return key


def compromise_key(key: SigningKey, *, since: datetime, now: datetime) -> SigningKey:
    """Mark a key as compromised; the key that signs from now on. The whole act is `withdrawing_keys.withdraw`."""
    SigningKey.objects.filter(pk=key.pk).update(compromised_from=since)
    key.refresh_from_db()
    if key.retired_at:
        return signing_key_of(key.issuer)
    return rotate_key(key.issuer, now=now)


def private_key(key: SigningKey) -> Ed25519PrivateKey:
    """The private half. Raises KeyUnusable when the file is missing, open to others (production), or does not
    open.
    """
    path = key_file(key.pk)
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError as error:
        raise KeyUnusable(f"The signing key {key.pk} is missing from {path.parent}. Restore it.") from error
    if mode & 0o077 and settings.SETTINGS_LAYER == "production":
        raise KeyUnusable(f"Others may read {path}. chmod 600 {path}")
    private = _opened(path, settings.KEYS_PASSPHRASE)
    if encode_public_key(private.public_key()) != key.public_key_multibase:
        raise KeyUnusable(f"{path} holds another key than the database says. Restore the right one.")
    return private


def check_keys() -> None:
    """Raise KeyUnusable unless every key that signs now opens."""
    for key in SigningKey.objects.filter(retired_at=None):
        private_key(key)


def issuers_without_key() -> QuerySet[Issuer]:
    """Accredited issuers for which nothing can be signed: in production nobody makes a key unasked."""
    return (
        Issuer.objects.filter(standing=Standing.ACCREDITED)
        .exclude(signing_keys__in=SigningKey.objects.filter(retired_at=None))
        .order_by("slug")
    )


@lru_cache(maxsize=256)
def _opened(path: Path, passphrase: str) -> Ed25519PrivateKey:
    # A key file never changes; opening it costs a deliberately slow key derivation.
    try:
        private = load_pem_private_key(path.read_bytes(), passphrase.encode())
    except (OSError, ValueError, TypeError) as error:
        raise KeyUnusable(f"{path} does not open. Is KEYS_PASSPHRASE the right one?") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyUnusable(f"{path} holds no Ed25519 key.")
    return private


def _new_key(issuer: Issuer | None) -> tuple[SigningKey, Path]:
    private = Ed25519PrivateKey.generate()
    key = SigningKey(id=uuid4(), issuer=issuer, public_key_multibase=encode_public_key(private.public_key()))
    path = key_file(key.pk)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    sealed = private.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(settings.KEYS_PASSPHRASE.encode())
    )
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    return key, path
