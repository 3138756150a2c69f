"""How second factors are kept: sealed, so that who reads the database cannot make codes from it."""

from __future__ import annotations

from allauth.mfa.adapter import DefaultMFAAdapter

from core.portal_name import portal_name
from core.secrets import sealed, unsealed

PURPOSE = "second factor"


class SealingAdapter(DefaultMFAAdapter):
    """allauth asks it whenever it writes or reads the secret of a factor or the seed of recovery codes."""

    def get_totp_issuer(self) -> str:
        """What the authenticator app calls the account."""
        return portal_name()

    def encrypt(self, text: str) -> str:
        return sealed(PURPOSE, text)

    def decrypt(self, encrypted_text: str) -> str:
        return unsealed(PURPOSE, encrypted_text)
