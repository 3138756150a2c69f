"""Thirty people with their cards at once on new phones, PIN and all; one password hash as the floor."""

from __future__ import annotations

import asyncio
import html
import re
import time
from urllib.parse import urlencode

import uvloop
from django.contrib.auth.hashers import make_password

from bench.http_clients import CSRF, Connection, get, load, post
from bench.measuring import Row, Samples, row, timed
from bench.processes import cpu_seconds
from bench.world import World
from people.services.cards import PrintedCard, issue_cards

FORM = "application/x-www-form-urlencoded"
SEALED = re.compile(rb'name="card" value="([^"]+)"')
SPREAD_SECONDS = 6.0


def run(world: World) -> list[Row]:
    people = world.people
    group = people.groups[-1]
    cards = issue_cards(group, people.students[group], actor=people.teacher_of(group))
    floor = Samples()
    for _ in range(3):
        timed(lambda: make_password("kotylion-kotylion"), floor)
    rows = []
    with world.served() as server:
        # A process that has just begun reads its templates and addresses once.
        load(server.port, [get(f"/s/{cards[0].token}")] * 4, clients=4).demand(200)
        for what, seconds in (
            ("all in the same second", 0.0),
            (f"within {SPREAD_SECONDS:.0f} s", SPREAD_SECONDS),
        ):
            before = cpu_seconds(server.process.pid)
            samples = uvloop.run(_everybody(server.port, cards, seconds))
            samples.cpu = [(cpu_seconds(server.process.pid) - before) * 1000 / len(cards)]
            rows.append(
                row(
                    "signin", f"{len(cards)} people by card and PIN, {what}", samples, floor,
                    goal="p95 ≤ 500 ms, no error", met=samples.p95 <= 500,
                )
            )  # fmt: skip
    return rows


async def _everybody(port: int, cards: list[PrintedCard], seconds: float) -> Samples:
    samples = Samples()
    pause = seconds / len(cards)
    await asyncio.gather(*(_one(port, card, at * pause, samples) for at, card in enumerate(cards)))
    return samples


async def _one(port: int, card: PrintedCard, delay: float, samples: Samples) -> None:
    """Scan, see the name, send, type the PIN, be in: a new phone each time. Counted is from the PIN to being in, and
    from the scan to the question for it, whichever took longer. Raises RuntimeError when somebody stays outside.
    """
    await asyncio.sleep(delay)
    phone = await Connection.open(port)
    started = time.perf_counter()
    seen = await phone.ask(get(f"/s/{card.token}"))
    asked = await phone.ask(_form(f"/s/{card.token}"))
    to_question = time.perf_counter() - started
    sealed = SEALED.search(asked.body)
    if seen.status != 200 or sealed is None:
        raise RuntimeError(f"{seen.status}, {asked.status}: no question for the PIN")
    started = time.perf_counter()
    done = await phone.ask(_form("/sign-in/pin/", card=html.unescape(sealed[1].decode()), pin=card.pin))
    to_being_in = time.perf_counter() - started
    await phone.close()
    if done.status != 302 or "sessionid" not in done.cookies():
        raise RuntimeError(f"{done.status}: not in")
    samples.wall.append(max(to_question, to_being_in) * 1000)


def _form(path: str, **fields: str) -> bytes:
    return post(path, urlencode({"csrfmiddlewaretoken": CSRF, **fields}).encode(), FORM)
