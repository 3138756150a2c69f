"""Who sends a large body, asked before any of it is read: a stranger who sends slowly would keep out whom it is for."""

import logging
from collections.abc import Callable
from typing import Any

from django.db import close_old_connections

from core.live.sign_in import session_key_in, signed_in
from core.server.answers import Scope

logger = logging.getLogger(__name__)


def is_meant_for(scope: Scope, whom: Callable[[Any], bool]) -> bool:
    """Whether the person signed in is one of those."""
    key = session_key_in(text.decode("latin-1") for name, text in scope["headers"] if name == b"cookie")
    return key is not None and whom(signed_in(key))


def asked_in_a_thread(scope: Scope, whom: Callable[[Any], bool]) -> bool:
    """The same outside the loop; nobody when the database cannot say."""
    close_old_connections()
    try:
        return is_meant_for(scope, whom)
    except Exception:
        logger.exception("Nobody could say whom a large body comes from")
        return False
    finally:
        close_old_connections()
