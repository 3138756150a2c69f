"""Asking other people's sites what the verdict over their badge depends on, beside the request (case SS-02).

A few threads do it and a few requests may wait for them; nobody else's request is held up. What was sent and what was
had is kept for five minutes under a secret of the asker's, for the page with the answer.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from threading import BoundedSemaphore
from typing import Any

import structlog
from django.core.cache import cache
from django.utils import timezone

from core.outside import SECONDS, Unreachable, fetch
from core.secrets import keyed_digest, new_secret
from credentials.open_badges.pdf import PDF_SIGNATURE, extract_pdf
from credentials.open_badges.structure import MAX_BYTES, Unreadable
from credentials.open_badges.verification import unpack, verify
from credentials.selectors.elsewhere import (
    did_address,
    did_document_elsewhere,
    is_ours,
    list_address,
    list_elsewhere,
)

log = structlog.get_logger("credentials.elsewhere")

KEPT_SECONDS = 300
#: The whole of one check: a link, two DIDs and a list, five seconds each at most, and never more than this.
TOGETHER_SECONDS = 15.0
MOST_ADDRESSES = 4
AT_ONCE = 4
MOST_WAITING = 16
ACCEPT = (
    "application/vc+ld+json, application/vc, application/ld+json, application/json, application/did+json, "
    "application/vc+jwt;q=0.9, image/png;q=0.5, image/svg+xml;q=0.5"
)

_workers = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="elsewhere")
_places = BoundedSemaphore(AT_ONCE + MOST_WAITING)


@dataclass(frozen=True)
class Check:
    """One check. `content` is the credential itself, empty while (or when) its link gave nothing.

    `had`: what stood at each address that was asked, empty bytes for nothing. `reason`: why there is no content.
    """

    begun_at: float
    content: bytes = b""
    had: Mapping[str, bytes] = field(default_factory=dict)
    reason: str = ""
    done: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more is to be awaited, also when the process that asked has died."""
        return self.done or time.time() - self.begun_at > TOGETHER_SECONDS + SECONDS


def begin(*, content: bytes = b"", link: str = "") -> str | None:
    """Ask about a badge, or about what stands at a link. The secret of its answer; None when too many wait."""
    places = _places
    if not places.acquire(blocking=False):
        return None
    secret = new_secret(160)
    check = Check(time.time(), content)
    cache.set(_key(secret), check, KEPT_SECONDS)
    running: Future[None] = _workers.submit(_ask, secret, check, link)
    running.add_done_callback(lambda _: places.release())
    return secret


def check_of(secret: str) -> Check | None:
    """The check with this secret, while it is kept."""
    found = cache.get(_key(secret[:100]))
    return found if isinstance(found, Check) else None


def _ask(secret: str, check: Check, link: str) -> None:
    content, reason, asking = check.content, "", _Asking()
    try:
        if link:
            content, reason = _behind(link)
        if content:
            verify(
                content,
                resolve_did=asking.did_document,
                fetch_status=asking.status_list,
                known_issuer=lambda _: False,
                now=timezone.now(),
            )
    except Exception:
        log.exception("check.failed")
    cache.set(_key(secret), Check(check.begun_at, content, asking.had, reason, done=True), KEPT_SECONDS)


def _behind(link: str) -> tuple[bytes, str]:
    """The credential at a link, or why there is none."""
    try:
        found = b"" if is_ours(link) else fetch(link, accept=ACCEPT)
    except Unreachable:
        found = b""
    if not found:
        return b"", "link_unreachable"
    if found.lstrip()[:9].lower().startswith((b"<!doctype", b"<html")):
        return b"", "link_no_badge"
    try:
        return unpack(extract_pdf(found) if found.startswith(PDF_SIGNATURE) else found)[1], ""
    except Unreadable as error:
        return b"", error.code


class _Asking:
    """Fetches each address once, as long as there is time."""

    def __init__(self) -> None:
        self.had: dict[str, bytes] = {}
        self._until = time.monotonic() + TOGETHER_SECONDS

    def did_document(self, did: str) -> Mapping[str, Any] | None:
        self._have(did_address(did))
        return did_document_elsewhere(did, self.had)

    def status_list(self, url: str) -> bytes | None:
        self._have(list_address(url))
        return list_elsewhere(url, self.had)

    def _have(self, address: str | None) -> None:
        if address is None or address in self.had or len(self.had) == MOST_ADDRESSES:
            return
        left = self._until - time.monotonic()
        self.had[address] = b""
        if left > 0:
            with suppress(Unreachable):
                self.had[address] = fetch(address, accept=ACCEPT, seconds=min(SECONDS, left), most=MAX_BYTES)


def _key(secret: str) -> str:
    return f"check-elsewhere:{keyed_digest('check-elsewhere', secret)}"
