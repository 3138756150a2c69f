"""Who really asks: forwarded addresses are believed from named proxies alone (`TRUSTED_PROXIES`)."""

from collections.abc import Awaitable, Callable
from typing import Any

from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from core.server.answers import Receive, Scope, Send

AsgiApplication = Callable[[Scope, Receive, Send], Awaitable[None]]


def behind_proxies(application: AsgiApplication, proxies: list[str]) -> AsgiApplication:
    """Set client and scheme from `X-Forwarded-For` and `-Proto` of these proxies, then drop such headers.

    Names with an underscore are dropped too: WSGI could not tell `x_forwarded_for` from `x-forwarded-for`.
    """

    async def without_claims(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "lifespan":
            scope["headers"] = [pair for pair in scope["headers"] if not _claims(pair[0])]
        await application(scope, receive, send)

    if not proxies:
        return without_claims
    believing: Any = ProxyHeadersMiddleware(without_claims, trusted_hosts=proxies)  # type: ignore[arg-type]
    return believing


def _claims(name: bytes) -> bool:
    return name.startswith(b"x-forwarded-") or name in (b"forwarded", b"x-real-ip") or b"_" in name
