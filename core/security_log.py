"""Security events go to one logger, as names and ids; never a secret, a name or what a person typed."""

from __future__ import annotations

from typing import Any

import structlog

_log = structlog.get_logger("core.security")


def security_event(event: str, *, user: Any = None, **ids: object) -> None:
    """Log `event` ("access.refused") with ids only. `user` may be anonymous."""
    _log.warning(
        event,
        user=str(user.pk) if user is not None and user.pk else None,
        **{k: str(v) for k, v in ids.items()},
    )
