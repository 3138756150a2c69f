"""The two secrets of an offer: a link of 160 bits and a code of 60 that can be typed.

Both are made again from the row, its generation and the digest key, which is not in the database; the database keeps
their digests alone. A new generation ends the old ones.
"""

from __future__ import annotations

from django.conf import settings

from core.secrets import derived_code, keyed_digest, read_code
from credentials.models import Offer

LINK, CODE = "offer link", "offer code"
# Five bits a letter.
LINK_LETTERS, CODE_LETTERS = 32, 12


def secret_of(offer: Offer) -> str:
    return read_code(derived_code(LINK, _seed(offer), LINK_LETTERS))


def code_of(offer: Offer) -> str:
    """As it is typed: "K7QW-3MZX-9ABC"."""
    return derived_code(CODE, _seed(offer), CODE_LETTERS)


def address_of(offer: Offer) -> str:
    return f"{settings.PUBLIC_URL}/o/{secret_of(offer)}"


def quiet_address_of(offer: Offer) -> str:
    """Where one asks for no more letters about it."""
    return f"{address_of(offer)}/quiet"


def set_digests(offer: Offer) -> None:
    """Fill in both digests of a row for its present generation."""
    offer.digest = keyed_digest(LINK, secret_of(offer))
    offer.code_digest = keyed_digest(CODE, read_code(code_of(offer)))


def digests_of(typed: str) -> dict[str, str]:
    """By which column a secret or a code is found; empty for what can be neither."""
    plain = read_code(typed)
    if len(plain) == LINK_LETTERS:
        return {"digest": keyed_digest(LINK, plain)}
    if len(plain) == CODE_LETTERS:
        return {"code_digest": keyed_digest(CODE, plain)}
    return {}


def _seed(offer: Offer) -> str:
    return f"{offer.pk}:{offer.generation}"
