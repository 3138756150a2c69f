"""Verdicts: what anybody may know of a badge. The bytes are really verified, ours and foreign alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlow
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from threading import BoundedSemaphore
from typing import Any, TypeVar

from core.access import as_uuid
from credentials.addresses import public
from credentials.models import StatusList
from credentials.open_badges.findings import CANNOT_TELL, NO, Finding
from credentials.open_badges.pdf import PDF_SIGNATURE, extract_pdf
from credentials.open_badges.proofs import issuer_id
from credentials.open_badges.structure import Unreadable
from credentials.open_badges.verification import Overall, Verdict, verify
from credentials.selectors.did_documents import did_document, is_withdrawn, key_withdrawn_after, own_signer
from credentials.selectors.elsewhere import Elsewhere, did_document_elsewhere, list_elsewhere, proof_method
from credentials.selectors.public_pages import SignedBytes

Found = TypeVar("Found")
SECONDS = 5.0
MOST_WAITING = 16

# Strangers' JSON-LD is read beside the request, at most two at a time (credentials.md §7).
_workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="verify")
_places = BoundedSemaphore(MOST_WAITING)


@dataclass(frozen=True)
class World:
    """What the verifier may ask, read beforehand: documents of our DIDs, our status lists, and what was had from other
    people's sites, which never speaks for us.
    """

    dids: Mapping[str, Mapping[str, Any]]
    lists: Mapping[str, bytes]
    elsewhere: Elsewhere = field(default_factory=dict)

    def judge(self, content: bytes, now: datetime) -> Verdict:
        return verify(
            content,
            resolve_did=lambda did: self.dids.get(did) or did_document_elsewhere(did, self.elsewhere),
            fetch_status=lambda url: self.lists.get(url) or list_elsewhere(url, self.elsewhere),
            known_issuer=self.dids.__contains__,
            now=now,
        )


NOTHING = World({}, {})
NOWHERE: Elsewhere = {}


def judge(content: bytes, *, now: datetime, elsewhere: Elsewhere = NOWHERE) -> Verdict:
    """The verdict over anybody's bytes. Nothing is fetched: of others it knows what `elsewhere` holds."""
    taken = carried_by(content)
    if isinstance(taken, Verdict):
        return taken
    verdict = _judge(taken, now, elsewhere)
    return replace(verdict, form="pdf") if content.startswith(PDF_SIGNATURE) else verdict


def carried_by(content: bytes) -> bytes | Verdict:
    """What a PDF has attached, or why there is nothing to judge; everything else as it is."""
    return _beside(lambda: _attached_to(content)) if content.startswith(PDF_SIGNATURE) else content


def _judge(content: bytes, now: datetime, elsewhere: Elsewhere) -> Verdict:
    glance = _beside(lambda: NOTHING.judge(content, now))
    world = replace(_world_of(glance.document), elsewhere=elsewhere)
    if world == NOTHING:
        return glance
    verdict = _beside(lambda: world.judge(content, now))
    return _of_withdrawn_key(verdict, world, lambda world: _beside(lambda: world.judge(content, now)))


def _attached_to(content: bytes) -> bytes | Verdict:
    """The badge in a PDF, or why there is none to judge."""
    try:
        return extract_pdf(content)
    except Unreadable as refused:
        answer = CANNOT_TELL if refused.code in ("too_large", "too_complex") else NO
        overall = Overall.CANNOT_TELL if answer == CANNOT_TELL else Overall.NOT_VALID
        return Verdict(
            overall, Finding(answer, refused.code), Finding(CANNOT_TELL), Finding(CANNOT_TELL), form="pdf"
        )


def judge_own(document: SignedBytes, *, now: datetime) -> Verdict:
    """The verdict over stored bytes of ours, remembered until the status list, the key or the hour changes."""
    expired = document.valid_until is not None and document.valid_until <= now
    hour = now.replace(minute=0, second=0, microsecond=0)
    state = (document.list_signed_at, document.key_compromised_from, expired, hour)
    return _judged_own(document.body, state, _Now(now))


class _Now:
    """The moment of judging, left out of what is compared."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Now)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=4096)
def _judged_own(body: bytes, state: tuple[object, ...], moment: _Now) -> Verdict:
    world = _world_of(NOTHING.judge(body, moment.now).document)
    verdict = world.judge(body, moment.now)
    return _of_withdrawn_key(verdict, world, lambda world: world.judge(body, moment.now))


def _of_withdrawn_key(verdict: Verdict, world: World, again: Callable[[World], Verdict]) -> Verdict:
    """The verdict over a badge whose key was withdrawn (case CR-08).

    Whoever stole a key can write any date into what they sign, so a date proves nothing. That a badge is older is
    proved by our record of its very bytes from before the key was compromised: then it counts as before.
    """
    if verdict.unchanged.reason != "key_not_found" or verdict.issuer not in world.dids:
        return verdict
    key, signer = key_withdrawn_after(verdict.document, verdict.digest), own_signer(verdict.issuer)
    if key is None or signer is None:
        gone = is_withdrawn(proof_method(verdict.document))
        return replace(verdict, unchanged=Finding(NO, "key_withdrawn")) if gone else verdict
    before = did_document(signer.issuer, signer.club, withdrawn=key)
    return again(replace(world, dids={**world.dids, verdict.issuer: before}))


def _world_of(document: Mapping[str, Any]) -> World:
    """Of what a document names, that which is ours."""
    named = {issuer_id(document), proof_method(document).partition("#")[0]}
    dids = {}
    for did in named - {""}:
        signer = own_signer(did)
        if signer is not None:
            dids[did] = did_document(signer.issuer, signer.club)
    return World(dids, _own_lists(document.get("credentialStatus")))


def _own_lists(entries: object) -> dict[str, bytes]:
    prefix = public("/status/")
    found = {}
    for entry in (entries if isinstance(entries, list) else [entries])[:8]:
        url = entry.get("statusListCredential") if isinstance(entry, dict) else None
        key = as_uuid(url.removeprefix(prefix)) if isinstance(url, str) and url.startswith(prefix) else None
        if key is None:
            continue
        text = StatusList.objects.filter(pk=key).values_list("document", flat=True).first()
        if text:
            found[str(url)] = text.encode()
    return found


def _beside(work: Callable[[], Found]) -> Found | Verdict:
    """Run in a worker thread; after `SECONDS`, or when too many wait, nobody can tell."""
    if not _places.acquire(blocking=False):
        return _unknown("busy")
    running: Future[Found] = _workers.submit(work)
    running.add_done_callback(lambda _: _places.release())
    try:
        return running.result(timeout=SECONDS)
    except TooSlow:
        running.cancel()
        return _unknown("too_complex")


def _unknown(reason: str) -> Verdict:
    finding = Finding(CANNOT_TELL, reason)
    return Verdict(Overall.CANNOT_TELL, finding, finding, finding)
