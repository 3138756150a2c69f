"""Signing rich badges on one core; canonicalising and Ed25519 alone as the floor; baking into a PNG."""

from __future__ import annotations

import json
from datetime import timedelta
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone

from bench.measuring import Row, Samples, row, timed
from bench.population import populate
from bench.seeded import demo_achievements
from credentials.art import BadgeArt, png
from credentials.models import IssuedDocument
from credentials.open_badges.baking import bake_png
from credentials.open_badges.canonical import canonicalize
from credentials.services import awarding
from credentials.services.issuing import issue_batch


def _canonicalise_and_sign(bodies: list[bytes], key: Ed25519PrivateKey) -> None:
    for body in bodies:
        document = json.loads(body)
        proof = document.pop("proof")
        options = {"@context": document["@context"], **{k: v for k, v in proof.items() if k != "proofValue"}}
        key.sign(sha256(canonicalize(options)).digest() + sha256(canonicalize(document)).digest())


def run() -> list[Row]:
    people = populate(classes=4, steps=3, badges=20, seed=11)
    rich = demo_achievements(people.school)
    now = timezone.now()
    whole, alone = Samples(), Samples()
    count = 0
    key = Ed25519PrivateKey.generate()
    for at, badge in enumerate(rich[:8]):
        group = people.groups[at % 4]
        awarded = awarding.award(badge, people.students[group], actor=people.teachers[0], group=group)
        assert awarded.batch is not None
        awarding.release(awarded.batch, actor=people.teachers[0], now=now - timedelta(minutes=1))
        awarded.batch.refresh_from_db()
        count += timed(lambda batch=awarded.batch: issue_batch(batch, now=timezone.now()), whole)  # type: ignore[misc, operator]
        bodies = [bytes(d.body) for d in IssuedDocument.objects.filter(credential__batch=awarded.batch)]

        timed(lambda documents=bodies: _canonicalise_and_sign(documents, key), alone)  # type: ignore[misc]
    per_second = count / (sum(whole.cpu) / 1000)
    picture = png(BadgeArt("rosette", "indigo", "star"), 240)
    baking = Samples()
    for _ in range(50):
        timed(lambda: bake_png(picture, bodies[0].decode()), baking)
    share = sum(alone.cpu) / sum(whole.cpu)
    return [
        row(
            "sign", "a class of 30, with storing", whole, alone, goal="≥ 150/s", met=per_second >= 150,
            counted=f"({per_second:.0f}/s of CPU; the floor is {share:.2f} of it)",
        ),
        row("sign", "bake one PNG", baking, None, goal="≤ 0.1 ms", met=baking.median <= 0.1),
    ]  # fmt: skip
