"""Whether letters can leave this portal at all."""

from __future__ import annotations

from django.conf import settings


def sends_none() -> bool:
    """True while `EMAIL_URL` is not set: what is handed to the mail backend then goes nowhere."""
    return bool(settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"))
