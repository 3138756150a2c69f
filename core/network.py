"""From which network the request at hand came, for those who count guesses far from any request."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponseBase

_network: ContextVar[str] = ContextVar("network", default="")


def current_network() -> str:
    """The client's address (`core.server.forwarded` names the believed one); "" outside a request."""
    return _network.get()


class NetworkMiddleware:
    """Remembers the address while the request is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = _network.set(request.META.get("REMOTE_ADDR", ""))
        try:
            return self._get_response(request)
        finally:
            _network.reset(token)
