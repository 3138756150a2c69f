"""Who stands behind a connection, and what they may hear now. Runs in worker threads, with the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib import auth
from django.db import close_old_connections
from django.http import HttpRequest

from core.access import may
from core.live.letters import session_digest
from core.live.topics import topics_of

LISTEN = "core.listen"


@dataclass(frozen=True)
class Standing:
    """A valid sign-in at one moment."""

    person: str
    session_key: str
    session: str
    topics: frozenset[str]


def session_key_in(cookie_headers: Iterable[str]) -> str | None:
    """The session key among the cookies of a handshake."""
    jar: SimpleCookie = SimpleCookie()
    for header in cookie_headers:
        try:
            jar.load(header)
        except CookieError:
            return None
    morsel = jar.get(settings.SESSION_COOKIE_NAME)
    return morsel.value if morsel and morsel.value else None


def standing_of(session_key: str | None) -> Standing | None:
    """The person signed in under this key and their topics; None when the sign-in is missing or over.

    Asks the same as a page does: the session lives, its authentication hash fits, the account is active.
    """
    if not session_key:
        return None
    close_old_connections()
    try:
        user = signed_in(session_key)
        if not may(user, LISTEN, user):
            return None
        return Standing(str(user.pk), session_key, session_digest(session_key), topics_of(user))
    finally:
        close_old_connections()


def signed_in(session_key: str) -> Any:
    """The person of a sign-in as a page would know them; nobody (`AnonymousUser`) when it is over."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    return auth.get_user(request)
