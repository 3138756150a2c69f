"""A whole school's badges signed in one sweep, and the list of revoked badges signed again."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from functools import partial

from django.utils import timezone

from bench.measuring import Row, Samples, in_turn, row, timed
from bench.seeded import demo_achievements
from bench.world import World
from credentials.addresses import issuer_did, status_list_address
from credentials.models import AwardBatch, IssuedDocument, StatusList
from credentials.open_badges.status import (
    MINIMUM_ENTRIES,
    build_status_list,
    decode_list,
    encode_list,
    new_bits,
    set_bit,
)
from credentials.services import awarding
from credentials.services.issuing import issue_due
from credentials.services.keys import signing_key_of
from credentials.services.signing import sign
from credentials.services.status_lists import sign_list

SCHOOL = 1_000


def run(world: World) -> list[Row]:
    people = world.people
    badge = demo_achievements(people.school)[-2]
    # The population's awards stand for signed ones; only these are owed.
    AwardBatch.objects.filter(signed_at=None).update(signed_at=timezone.now())
    waiting = 0
    for at, group in enumerate(people.groups):
        if waiting >= SCHOOL:
            break
        awarded = awarding.award(badge, people.students[group], actor=people.teachers[at], group=group)
        assert awarded.batch is not None
        AwardBatch.objects.filter(pk=awarded.batch.pk).update(
            undo_until=timezone.now() - timedelta(minutes=1)
        )
        waiting += len(people.students[group])
    school = Samples()
    signed = timed(partial(issue_due, timezone.now()), school)
    assert signed == waiting
    assert IssuedDocument.objects.signed().filter(credential__achievement=badge).count() == waiting
    per_second = signed / (school.cpu[0] / 1000)
    return [
        row(
            "issue", f"a school of {signed}, composed, signed and stored in one sweep", school, goal="≥ 150/s",
            met=per_second >= 150, counted=f"({per_second:.0f}/s of CPU, {signed / (school.wall[0] / 1000):.0f}/s)",
        ),
        *_lists(IssuedDocument.objects.filter(credential__achievement=badge)[0].status_list, world),
    ]  # fmt: skip


def _lists(status_list: StatusList, world: World) -> list[Row]:
    """The list of the school with every badge revoked, from the rows; and the worst: half of 131,072 bits at random."""
    IssuedDocument.objects.filter(status_list=status_list).update(revoked=True)
    revoked = status_list.entries.count()
    chance = random.Random(7)
    half = new_bits()
    for index in chance.sample(range(MINIMUM_ENTRIES), MINIMUM_ENTRIES // 2):
        set_bit(half, index)
    now = timezone.now()
    ours, worst, floor = in_turn(
        partial(sign_list, status_list, now=now),
        partial(_signed, status_list, bytes(half), now),
        partial(encode_list, half),
        rounds=world.sizes.rounds,
    )
    status_list.refresh_from_db()
    bits = decode_list(status_list.document.partition('"encodedList":"')[2].partition('"')[0])
    assert sum(byte.bit_count() for byte in bits) == revoked
    assert len(bits) * 8 == MINIMUM_ENTRIES
    return [
        row(
            "issue", f"a list of 131,072 signed again, {revoked} revoked", ours, goal="≤ 50 ms", met=ours.median <= 50,
        ),
        row(
            "issue", "the same, half of it revoked at random; floor: packing it", worst, floor, goal="≤ 50 ms",
            met=worst.median <= 50,
        ),
    ]  # fmt: skip


def _signed(status_list: StatusList, bits: bytes, now: datetime) -> bytes:
    key = signing_key_of(status_list.issuer)
    unsigned = build_status_list(
        status_list_address(status_list.pk),
        issuer_did(status_list.issuer),
        bits,
        now,
        now + timedelta(days=7),
    )
    return sign(unsigned, key, now)
