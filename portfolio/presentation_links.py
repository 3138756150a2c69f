"""The secret of a presentation page: 160 bits, made from the page's link number with a key that is not in the database.

So the learner can show link and QR code again, although only a digest is kept (security-cases.md §2).
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from core.secrets import derived_code, keyed_digest, read_code

PURPOSE = "presentation link"
# Crockford's Base32: five bits each.
LETTERS = 32


def secret_of(page_id: UUID, link: UUID) -> str:
    return read_code(derived_code(PURPOSE, f"{page_id} {link}", LETTERS))


def digest_of(secret: str) -> str:
    """What is kept of a secret, to look a page up by."""
    return keyed_digest(PURPOSE, secret)


def path_of(secret: str) -> str:
    return f"/p/{secret}"


def address_of(page_id: UUID, link: UUID) -> str:
    """The whole address that the learner hands out."""
    return f"{settings.PUBLIC_URL}{path_of(secret_of(page_id, link))}"
