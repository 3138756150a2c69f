"""Verifying our own badges, as a file and as a remembered verdict; hashing and Ed25519 alone as the floor."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from hashlib import sha256
from itertools import cycle
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone

from bench.measuring import Row, Samples, in_turn, row, timed
from bench.signed import shared_badges
from bench.world import World
from credentials.open_badges.baking import compact_json
from credentials.open_badges.canonical import canonicalize
from credentials.open_badges.did import did_document_address
from credentials.open_badges.verification import Overall
from credentials.selectors.public_pages import page_by_share
from credentials.selectors.verdicts import judge, judge_own
from credentials.services.sharing import share_digest
from tests.credentials.open_badges.school import School


def run(world: World) -> list[Row]:
    shared = shared_badges(world.people)
    bodies = [one.body for one in shared]
    now = timezone.now()
    assert judge(bodies[0], now=now).overall is Overall.VALID
    forged = bodies[0].replace(b'"validFrom":"2', b'"validFrom":"3', 1)
    assert forged != bodies[0]
    assert judge(forged, now=now).overall is not Overall.VALID
    ours, floor = in_turn(
        _each(bodies, partial(judge, now=now)), _each(bodies, _bare()), rounds=world.sizes.rounds
    )
    per_second = 1000 / ours.cpu_median
    school = School(now=now - timedelta(minutes=5))
    foreign, lists = _foreign(school, json.loads(bodies[0])), {school.list_url: school.status_list()}
    elsewhere = {did_document_address(school.did): compact_json(school.did_document()).encode(), **lists}
    assert judge(foreign, now=now, elsewhere=elsewhere).overall is Overall.VALID_UNKNOWN_ISSUER
    assert judge(foreign, now=now).overall is Overall.CANNOT_TELL
    (theirs,) = in_turn(partial(judge, foreign, now=now, elsewhere=elsewhere), rounds=world.sizes.rounds)
    page = page_by_share(shared[0].id, share_digest(shared[0].secret), now=now)
    assert page is not None
    assert page.document is not None
    remembered = Samples()
    for _ in range(2 + world.sizes.rounds * 5):
        verdict = timed(partial(judge_own, page.document, now=now), remembered)
    assert verdict.overall is Overall.VALID
    del remembered.wall[:2], remembered.cpu[:2]
    return [
        row(
            "verify", "one file of ours", ours, floor, goal="≥ 80/s, ≤ 15 ms",
            met=per_second >= 80 and ours.median <= 15,
            counted=f"({per_second:.0f}/s of CPU)",
        ),
        row(
            "verify", "one file of another site, its key and list at hand", theirs, goal="≥ 80/s, ≤ 15 ms",
            met=1000 / theirs.cpu_median >= 80 and theirs.median <= 15,
            counted=f"({1000 / theirs.cpu_median:.0f}/s of CPU)",
        ),
        row("verify", "a verdict remembered by digest", remembered, goal="≤ 0.1 ms", met=remembered.median <= 0.1),
    ]  # fmt: skip


def _foreign(school: School, document: dict[str, Any]) -> bytes:
    """A badge as rich as ours, signed by a school elsewhere."""
    document["issuer"]["id"] = school.did
    document["credentialStatus"]["statusListCredential"] = school.list_url
    return compact_json(school.sign(document)).encode()


def _each(bodies: list[bytes], work: Callable[[bytes], object]) -> Callable[[], object]:
    turn = cycle(bodies)
    return lambda: work(next(turn))


def _bare() -> Callable[[bytes], object]:
    """Parse, canonicalise, hash, and check one signature: what no verifier can leave out."""
    key = Ed25519PrivateKey.generate()
    signed = key.sign(b"x" * 64)

    def check(body: bytes) -> None:
        document = json.loads(body)
        proof = document.pop("proof")
        options = {"@context": document["@context"], **{k: v for k, v in proof.items() if k != "proofValue"}}
        assert len(sha256(canonicalize(options)).digest() + sha256(canonicalize(document)).digest()) == 64
        key.public_key().verify(signed, b"x" * 64)

    return check
