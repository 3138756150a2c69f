"""Signing rich badges on one core; canonicalising and Ed25519 alone as the floor; baking into a PNG."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import partial
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone

from bench.measuring import Row, Samples, row, timed
from bench.seeded import demo_achievements
from bench.world import World
from credentials.art import BadgeArt, png
from credentials.models import AwardBatch, IssuedDocument
from credentials.open_badges.baking import bake_png, extract_png
from credentials.open_badges.canonical import canonicalize
from credentials.services import awarding
from credentials.services.issuing import issue_batch

ACTS = 6


def run(world: World) -> list[Row]:
    people = world.people
    rich = demo_achievements(people.school)
    whole, alone = Samples(), Samples()
    count = 0
    key = Ed25519PrivateKey.generate()
    for at, badge in enumerate(rich[:ACTS]):
        group = people.groups[at % len(people.groups)]
        awarded = awarding.award(badge, people.students[group], actor=people.teachers[0], group=group)
        assert awarded.batch is not None
        AwardBatch.objects.filter(pk=awarded.batch.pk).update(
            undo_until=timezone.now() - timedelta(minutes=1)
        )
        awarded.batch.refresh_from_db()
        signed = timed(partial(issue_batch, awarded.batch, now=timezone.now()), whole)
        assert signed == len(people.students[group])
        count += signed
        bodies = [bytes(d.body) for d in IssuedDocument.objects.filter(credential__batch=awarded.batch)]
        assert len(bodies) == signed
        timed(partial(_canonicalise_and_sign, bodies, key), alone)
    per_second = count / (sum(whole.cpu) / 1000)
    share = sum(alone.cpu) / sum(whole.cpu)
    picture, baking = png(BadgeArt("rosette", "indigo", "star"), 240), Samples()
    for _ in range(50):
        baked = timed(partial(bake_png, picture, bodies[0].decode()), baking)
    assert extract_png(baked) == bodies[0].decode()
    return [
        row(
            "sign", "a class, composed, signed and stored", whole, alone, goal="≥ 150/s, floor ≥ 0.8 of it",
            met=per_second >= 150 and share >= 0.8,
            counted=f"({per_second:.0f}/s of CPU; the floor is {share:.2f} of it)",
        ),
        row("sign", "bake one PNG", baking, goal="≤ 0.1 ms", met=baking.median <= 0.1),
    ]  # fmt: skip


def _canonicalise_and_sign(bodies: list[bytes], key: Ed25519PrivateKey) -> None:
    for body in bodies:
        document = json.loads(body)
        proof = document.pop("proof")
        options = {"@context": document["@context"], **{k: v for k, v in proof.items() if k != "proofValue"}}
        key.sign(sha256(canonicalize(options)).digest() + sha256(canonicalize(document)).digest())
