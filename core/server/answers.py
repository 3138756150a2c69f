"""Short answers that the server gives by itself, before any page is asked."""

from collections.abc import Awaitable, Callable
from http.cookies import CookieError, SimpleCookie
from typing import Any

import orjson
from django.conf import settings
from django.utils.translation import get_supported_language_variant, gettext, override
from django.utils.translation.trans_real import parse_accept_lang_header

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


def header(scope: Scope, name: bytes) -> str:
    """The header's last value, or nothing."""
    values = [value for key, value in scope["headers"] if key == name]
    return values[-1].decode("latin-1") if values else ""


async def send_json(
    send: Send, status: int, content: Any, *, close: bool = False, more: bool = False
) -> None:
    """One small JSON answer, never stored. With `more` the caller still has to send the end of the body."""
    await _send(send, status, orjson.dumps(content), b"application/json", close=close, more=more)


async def send_refusal(
    scope: Scope, send: Send, status: int, code: str, *, close: bool = False, more: bool = False
) -> None:
    """A refusal with its code: a page for who opened an address, JSON for everything else."""
    if "text/html" not in header(scope, b"accept"):
        await send_json(send, status, refusal(scope, code), close=close, more=more)
        return
    await _send(send, status, _page(scope, code), b"text/html; charset=utf-8", close=close, more=more)


def _page(scope: Scope, code: str) -> bytes:
    """As little as a server with no time to spare can draw: what happened, and one thing to do."""
    language = _language(scope)
    with override(language):
        message, again = _message(code), gettext("Try again")
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{message}</title></head>'
        f'<body><main><h1>{message}</h1><p><a href="">{again}</a></p><p><small>{code}</small></p></main></body></html>'
    ).encode()


async def _send(send: Send, status: int, body: bytes, kind: bytes, *, close: bool, more: bool) -> None:
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
        (b"referrer-policy", b"same-origin"),
    ]
    if close:
        headers.append((b"connection", b"close"))
    if status == 503:
        headers.append((b"retry-after", b"2"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": more})


def refusal(scope: Scope, code: str) -> dict[str, Any]:
    """The refusal in the person's language with its stable code, in GraphQL's error shape."""
    with override(_language(scope)):
        return {"errors": [{"message": _message(code), "extensions": {"code": code}}]}


def _message(code: str) -> str:
    match code:
        case "BODY_TOO_LARGE":
            return gettext("This is too large to send. Make it smaller and try again.")
        case "BODY_TIMEOUT":
            return gettext("Sending took too long. Check your connection and try again.")
        case "REQUEST_TIMEOUT":
            return gettext("This took too long. Please try again in a moment.")
        case "BUSY":
            return gettext("Very many people are here right now. Please try again in a moment.")
    return gettext("Something went wrong. Please try again.")


def _language(scope: Scope) -> str:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(header(scope, b"cookie"))
    except CookieError:
        jar.clear()
    chosen = jar.get(settings.LANGUAGE_COOKIE_NAME)
    wanted = [chosen.value] if chosen else []
    wanted += [language for language, _ in parse_accept_lang_header(header(scope, b"accept-language"))]
    for language in wanted:
        try:
            return get_supported_language_variant(language)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
