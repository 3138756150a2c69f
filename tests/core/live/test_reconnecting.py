"""WS-07: a phone that was away ends with the same state as a fresh load, byte for byte."""

import random
import threading
import time

import pytest
from django.db import connection, transaction
from websockets.exceptions import ConnectionClosed

from core.emitting import Audience, emit
from core.models import Activity
from people.domain_events import MemberRenamed
from tests.factories import MembershipFactory, SchoolClassFactory
from tests.phones import Phone
from tests.servers import cookie_of

pytestmark = pytest.mark.live

FACTS = 50


def state(group_id) -> list[tuple]:
    """What the screen shows: every fact of the class's feed."""
    feed = Activity.objects.filter(scope=group_id).order_by("created_at", "id")
    return list(feed.values_list("id", "fact", "about"))


class Screen(threading.Thread):
    """What a phone does: subscribe, load, reload at each hint, and come back after each break."""

    def __init__(self, ws_url, cookie, group_id) -> None:
        super().__init__()
        self._ws_url, self._cookie, self._group_id = ws_url, cookie, group_id
        self._stopping = False
        self.breaks = 0
        self.shown: list[tuple] = []

    def run(self) -> None:
        try:
            while not self._stopping:
                with Phone(self._ws_url, self._cookie) as phone:
                    # First listening, then loading: what happens in between is heard.
                    self.shown = state(self._group_id)
                    self._follow(phone, time.monotonic() + random.uniform(0.05, 0.3))
                self.breaks += 1
                time.sleep(random.uniform(0, 0.1))
        finally:
            connection.close()

    def _follow(self, phone: Phone, until: float) -> None:
        while self._stopping is False and time.monotonic() < until:
            try:
                phone.fact(0.05)
            except TimeoutError:
                continue
            except ConnectionClosed:
                return
            self.shown = state(self._group_id)

    def finish(self) -> None:
        """Let the last hints arrive on a connection that stays, then stop."""
        self._stopping = True
        self.join()


def rename_somebody(group, member) -> None:
    with transaction.atomic():
        fact = MemberRenamed(group_id=group.pk, user_id=member.pk)
        emit(fact, actor=None, audience=Audience(topics=(f"group:{group.pk}",), scope=group.pk))


def test_ws_07_after_fifty_facts_while_away_a_phone_shows_what_a_fresh_load_shows(hall):
    group = SchoolClassFactory(name="2B").group
    pa1 = MembershipFactory(group=group).user
    phone = hall.phone(pa1)
    shown = state(group.pk)
    phone.hang_up()

    for _ in range(FACTS):
        rename_somebody(group, pa1)

    with Phone(hall.ws_url, cookie_of(pa1)) as back:
        shown = state(group.pk)
        assert shown == state(group.pk)
        assert len(shown) == FACTS
        # Nothing of the past is sent again: it would be shown twice.
        assert back.facts() == []
        rename_somebody(group, pa1)
        assert back.fact()["fact"] == "people.MemberRenamed"
        shown = state(group.pk)
    assert len(shown) == FACTS + 1


def test_ws_07_breaks_in_the_middle_of_a_stream_lose_nothing(hall):
    group = SchoolClassFactory(name="2B").group
    pa1 = MembershipFactory(group=group).user
    screen = Screen(hall.ws_url, cookie_of(pa1), group.pk)
    screen.start()

    for _ in range(FACTS):
        rename_somebody(group, pa1)
        time.sleep(0.02)
    deadline = time.monotonic() + 5
    while len(screen.shown) < FACTS and time.monotonic() < deadline:
        time.sleep(0.05)
    screen.finish()

    assert screen.breaks >= 3
    assert screen.shown == state(group.pk)
    assert len(screen.shown) == FACTS
