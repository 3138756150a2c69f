"""The code with which one joins a club: shown again, renewed, switched off; guessing it is hopeless (AU-02, GQ-06)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from core.refusals import Refusal
from core.secrets import ALPHABET
from people import joining_conditions
from people.models import Group, JoinCode, User
from people.services import join_codes
from people.services.join_codes import end_join_code, group_of_code, join_code_of
from tests.asking import ask
from tests.factories import MembershipFactory, UserFactory

SCHOOL = "198.51.100.30"


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for name in ("by_person", "by_device", "by_group", "by_network"):
        throttle = getattr(join_codes, name)
        monkeypatch.setattr(throttle, "_clock", clock)
        # Counts of an earlier test are not ours.
        monkeypatch.setattr(throttle, "name", f"{throttle.name}-{id(clock)}")
    return clock


def refused(code: str, asker: User | None, *, network: str = SCHOOL, device: str = "") -> str:
    with pytest.raises(Refusal) as refusal:
        group_of_code(code, asker=asker, network=network, device=device)
    return refusal.value.code


def near(code: str, number: int) -> str:
    """A wrong code with the same first five letters."""
    tail = "".join(ALPHABET[(number >> (5 * at)) & 31] for at in range(5))
    return f"{code[:6]}{tail}" if not code.endswith(tail) else f"{code[:6]}00000"


def test_the_code_is_shown_again_and_only_its_digest_is_kept(club: Group, leader: User, clock: Clock) -> None:
    first = join_code_of(club, actor=leader)
    row = JoinCode.objects.get()

    assert join_code_of(club, actor=leader) == first
    assert len(first.code) == 11
    assert first.code[5] == "-"
    assert first.url.endswith(f"/j/{first.code}")
    assert "<svg" in first.qr_svg
    assert first.code.replace("-", "") not in str([getattr(row, field.attname) for field in row._meta.fields])
    assert group_of_code(first.code.lower().replace("-", " "), asker=leader, network=SCHOOL) == club


def test_a_new_code_ends_the_old_one(club: Group, leader: User, pa1: User, clock: Clock) -> None:
    old = join_code_of(club, actor=leader)
    new = join_code_of(club, actor=leader, renew=True)

    assert new.code != old.code
    assert refused(old.code, pa1) == "CODE_WRONG"
    assert group_of_code(new.code, asker=pa1, network=SCHOOL) == club


def test_unknown_expired_and_switched_off_say_the_same(
    club: Group, leader: User, pa1: User, clock: Clock
) -> None:
    code = join_code_of(club, actor=leader).code
    said = set()
    for change in ("unknown", "expired", "archived", "off"):
        if change == "expired":
            JoinCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
        elif change == "archived":
            JoinCode.objects.update(expires_at=timezone.now() + timedelta(days=1))
            Group.objects.filter(pk=club.pk).update(archived_at=timezone.now())
        elif change == "off":
            Group.objects.filter(pk=club.pk).update(archived_at=None)
            assert end_join_code(club, actor=leader)
        with pytest.raises(Refusal) as refusal:
            group_of_code("0000000000" if change == "unknown" else code, asker=pa1, network=SCHOOL)
        said.add((refusal.value.code, str(refusal.value), refusal.value.field))

    assert len(said) == 1


def test_au_02_ten_wrong_codes_are_judged_for_a_person_and_the_right_one_waits(
    club: Group, leader: User, pa1: User, pa2: User, clock: Clock
) -> None:
    code = join_code_of(club, actor=leader).code
    for number in range(10):
        assert refused(f"ZZZZZ-{number:05d}", pa1) == "CODE_WRONG"

    assert refused(code, pa1) == "CODE_WRONG"
    # Somebody else's tries keep nobody out.
    assert group_of_code(code, asker=pa2, network=SCHOOL) == club
    clock.now += join_codes.by_person.seconds * 7 / 6 + 1
    assert group_of_code(code, asker=pa1, network=SCHOOL) == club


def test_au_02_ten_wrong_codes_are_judged_for_a_device(club: Group, leader: User, clock: Clock) -> None:
    code = join_code_of(club, actor=leader).code
    for number in range(10):
        refused(f"ZZZZZ-{number:05d}", None, device="phone")

    assert refused(code, None, device="phone") == "CODE_WRONG"
    assert group_of_code(code, asker=None, network=SCHOOL, device="another phone") == club


def test_au_02_fifty_names_from_one_network_are_stopped_by_the_clubs_own_counter_and_the_leader_is_told(
    club: Group, leader: User, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr(
        join_codes.live, "publish", lambda topics, envelope: told.append((topics, envelope["fact"]))
    )
    monkeypatch.setattr(join_codes, "security_event", lambda *given, **named: None)
    code = join_code_of(club, actor=leader).code
    names = [UserFactory() for _ in range(50)]
    for number in range(500):
        assert refused(near(code, number), names[number % 50]) == "CODE_WRONG"

    # Somebody who had it half right would have to wait for years; the leader sees it and renews the code.
    assert refused(code, leader) == "CODE_WRONG"
    assert told == [((f"staff:{club.pk}",), "people.JoinCodeGuessed")]
    assert join_code_of(club, actor=leader).guessed_at is not None
    renewed = join_code_of(club, actor=leader, renew=True)
    assert renewed.guessed_at is None
    clock.now += join_codes.by_group.seconds * 7 / 6 + 1
    assert group_of_code(renewed.code, asker=leader, network=SCHOOL) == club


def test_au_02_a_network_is_slowed_and_never_shut(
    club: Group, leader: User, pa1: User, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(join_codes, "security_event", lambda *given, **named: None)
    code = join_code_of(club, actor=leader).code
    for number in range(301):
        refused(f"ZZZZZ-{number:05d}", None)
    assert join_codes.by_network.slow_down(SCHOOL) == 1
    refused("ZZZZZ-ZZZZZ", None)

    assert group_of_code(code, asker=pa1, network=SCHOOL) == club
    assert join_codes.by_network.slow_down("203.0.113.9") == 0


def test_an_old_poster_keeps_nobody_out(club: Group, leader: User, clock: Clock) -> None:
    old = join_code_of(club, actor=leader).code
    code = join_code_of(club, actor=leader, renew=True).code
    for _ in range(30):
        refused(old, None)

    assert group_of_code(code, asker=leader, network=SCHOOL) == club


def test_fifty_bits_and_nothing_of_the_group(club: Group, leader: User, clock: Clock) -> None:
    other = MembershipFactory(role="leader").group
    codes = {join_code_of(group, actor=leader).code for group in (club, other)}
    assert len(codes) == 2
    assert all(len(code.replace("-", "")) * 5 == 50 for code in codes)


def test_gq_06_guesses_are_counted_and_not_requests(
    club: Group, leader: User, pa1: User, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joining_conditions, "_checks", {})
    code = join_code_of(club, actor=leader).code
    aliases = " ".join(
        f'g{n}: joinByCode(code: "ZZZZZ-{n:05d}") {{ errors {{ code }} }}' for n in range(1000)
    )
    assert ask(pa1, f"mutation {{ {aliases} }}").code in ("QUERY_TOO_LARGE", "TOO_MANY_OPERATIONS")
    assert join_codes.by_person.counted(str(pa1.pk)) == 0

    join = "mutation($c: String!) { joinByCode(code: $c) { errors { code } } }"
    said = [ask(pa1, join, c=f"ZZZZZ-{number:05d}").code for number in range(10)]
    assert said == ["CODE_WRONG"] * 10
    # The refused act was rolled back; its guess stays counted.
    assert ask(pa1, join, c=code).code == "CODE_WRONG"
    clock.now += join_codes.by_person.seconds * 7 / 6 + 1
    assert ask(pa1, join, c=code).code is None
