"""WS-06: whoever floods is stopped, whoever does not read is dropped behind, and nobody else notices."""

import gc
import os
import socket
import time
from pathlib import Path

import pytest

from core import live
from core.live.connection import MOST_WAITING_BYTES
from core.live.publishing import current_office
from tests.factories import UserFactory

pytestmark = pytest.mark.live

PAGE = os.sysconf("SC_PAGE_SIZE")


def resident_bytes() -> int:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE


def test_ws_06_a_thousand_messages_in_a_second_are_closed_with_4429(hall):
    ola = UserFactory()
    other, phone = hall.phone(ola), hall.phone()

    for _ in range(1_000):
        try:
            phone.say({"type": "ping"})
        except OSError:
            break
        except Exception as error:
            assert "4429" in str(error)  # noqa: PT017
            break

    assert phone.closed_with() == (4429, "Too many messages")
    started = time.perf_counter()
    live.publish([f"user:{ola.pk}"], {"fact": "people.Here"})
    assert other.fact()["fact"] == "people.Here"
    assert time.perf_counter() - started < 1


def test_the_sixtieth_message_is_answered_and_the_sixty_first_is_not(hall):
    phone = hall.phone(listen=False)
    phone.say({"type": "connection_init"})
    for _ in range(59):
        phone.say({"type": "ping"})

    assert [phone.hear()["type"] for _ in range(60)] == ["connection_ack"] + ["pong"] * 59
    phone.say({"type": "ping"})
    assert phone.closed_with()[0] == 4429


def test_a_flood_of_ping_frames_is_closed_too(hall):
    phone = hall.phone()
    for number in range(200):
        try:
            phone.socket.ping(str(number))
        except Exception:
            break

    assert phone.closed_with() == (4429, "Too many messages")


def test_ws_06_a_reader_that_never_reads_costs_a_megabyte_and_is_told_to_ask_again(hall):
    ola, sleeper = UserFactory(), UserFactory()
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    narrow.connect(("127.0.0.1", hall.port))
    reading, asleep = hall.phone(ola), hall.phone(sleeper, sock=narrow, max_queue=1)
    big = {"fact": "paths.Big", "about": {f"id{number}": "x" * 36 for number in range(100)}}
    slowest, grown = 0.0, 0
    before = resident_bytes()

    for _ in range(4_000):
        live.publish([f"user:{sleeper.pk}", f"user:{ola.pk}"], big)
        started = time.perf_counter()
        reading.socket.recv(timeout=5)
        slowest = max(slowest, time.perf_counter() - started)
    grown = resident_bytes() - before

    office = current_office()
    [behind] = office.hub.registry.of_person(str(sleeper.pk))
    assert behind.behind
    assert behind._outlet.waiting_bytes() <= MOST_WAITING_BYTES
    assert grown < 2_000_000
    assert slowest < 1
    facts = asleep.facts(1)
    assert len(facts) < 4_000
    assert facts[-1] == "core.Resync"
    live.publish([f"user:{sleeper.pk}"], {"fact": "people.Awake"})
    assert asleep.facts() == ["people.Awake"]
