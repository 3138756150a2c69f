"""Several processes over Redis, and Redis killed and back (DU-03)."""

import time

import pytest

from core import live
from core.live import checks
from people.services.memberships import leave
from tests.core.live.conftest import open_hall, wait_until
from tests.factories import MembershipFactory, SchoolClassFactory, UserFactory
from tests.phones import Phone
from tests.servers import cookie_of, session_key_of, start_server
from tools.services import RedisServer

pytestmark = pytest.mark.live

LAYERS = ["channels_redis.pubsub.RedisPubSubChannelLayer", "channels_redis.core.RedisChannelLayer"]
CANARY = "paths.Canary"


@pytest.fixture
def redis():
    with RedisServer() as server:
        yield server


@pytest.fixture(params=LAYERS, ids=["pubsub", "core"])
def shared_hall(request, redis, settings, own_database):
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": request.param, "CONFIG": {"hosts": [redis.url]}}}
    with open_hall() as hall:
        yield hall


@pytest.fixture
def pa1(own_database):
    return MembershipFactory(group=SchoolClassFactory(name="2B").group).user


def hear_within(phone: Phone, fact: str, seconds: float) -> None:
    """Take facts until this one comes."""
    deadline = time.monotonic() + seconds
    while phone.fact(max(0.1, deadline - time.monotonic()))["fact"] != fact:
        pass


def test_facts_go_through_the_layer_in_order(shared_hall):
    ola = UserFactory()
    phone = shared_hall.phone(ola)

    for number in range(150):
        live.publish([f"user:{ola.pk}"], {"fact": f"paths.Fact{number}"})

    assert phone.facts(1) == [f"paths.Fact{number}" for number in range(150)]


def test_du_03_redis_killed_closes_nothing_loses_no_own_fact_and_comes_back(shared_hall, redis):
    ola = UserFactory()
    phone = shared_hall.phone(ola)

    redis.kill()
    live.publish([f"user:{ola.pk}"], {"fact": "paths.WhileAway"})
    hear_within(phone, "paths.WhileAway", 4)
    started = time.perf_counter()
    live.recheck([ola.pk])
    assert time.perf_counter() - started < 1
    redis.start()

    hear_within(phone, "core.Resync", 10)
    live.publish([f"user:{ola.pk}"], {"fact": "paths.Back"})
    hear_within(phone, "paths.Back", 4)


def test_while_redis_is_away_a_removed_member_hears_nothing_even_unannounced(shared_hall, redis, pa1):
    group = pa1.memberships.get().group
    phone = shared_hall.phone(pa1)
    redis.kill()
    live.publish([f"group:{group.pk}"], {"fact": "paths.Before"})
    hear_within(phone, "paths.Before", 4)

    pa1.memberships.update(left_at="2026-11-21T10:00:00Z")
    live.publish([f"group:{group.pk}"], {"fact": CANARY})

    assert CANARY not in str(phone.until_closed())


@pytest.fixture
def two_servers(redis, settings, own_database):
    settings.CHANNEL_LAYERS = {"default": {"BACKEND": LAYERS[0], "CONFIG": {"hosts": [redis.url]}}}
    env = {"REDIS_URL": redis.url, "DATABASE_URL": f"sqlite:///{own_database}"}
    servers = [start_server(env), start_server(env)]
    yield servers
    for server in servers:
        server.stop()


def test_two_processes_and_a_command_are_one_portal(two_servers, pa1):
    group = pa1.memberships.get().group
    stays = MembershipFactory(group=group).user
    cookie = cookie_of(stays)
    first = Phone(two_servers[0].ws_url, cookie_of(pa1))
    second = Phone(two_servers[1].ws_url, cookie)
    with first, second:
        # This process has no loop, as a command has none: its letters go straight to the layer.
        live.publish([f"group:{group.pk}"], {"fact": "paths.Both"})
        assert [first.fact()["fact"], second.fact()["fact"]] == ["paths.Both"] * 2

        leave(group, pa1, actor=None)
        live.publish([f"group:{group.pk}"], {"fact": CANARY})
        assert CANARY not in str(first.until_closed())
        hear_within(second, CANARY, 4)

        live.close_session(session_key_of(cookie))
        assert second.closed_with() == (4401, "Signed out")


def test_a_process_that_stops_closes_its_phones_with_1012_and_the_other_stays(two_servers, pa1):
    first = Phone(two_servers[0].ws_url, cookie_of(pa1))
    second = Phone(two_servers[1].ws_url, cookie_of(pa1))
    with first, second:
        two_servers[0].stop()

        assert first.closed_with()[0] == 1012
        live.publish([f"user:{pa1.pk}"], {"fact": "people.Here"})
        assert second.facts() == ["people.Here"]


def test_letters_lost_on_the_way_are_noticed_by_their_numbers(shared_hall):
    from core.live.publishing import current_office

    ola = UserFactory()
    phone = shared_hall.phone(ola)
    live.publish([f"user:{ola.pk}"], {"fact": "people.First"})
    assert phone.fact()["fact"] == "people.First"

    relay = current_office().relay
    relay._number += 1
    live.publish([f"user:{ola.pk}"], {"fact": "people.Third"})

    assert sorted(phone.facts(1)) == ["core.Resync", "people.Third"]


def test_checks_go_back_to_their_slow_rhythm_when_the_layer_is_back(shared_hall, redis):
    from core.live.publishing import current_office

    shared_hall.phone()
    hub = current_office().hub
    redis.kill()
    wait_until(lambda: hub.checks.in_doubt, 8)
    redis.start()
    wait_until(lambda: not hub.checks.in_doubt, 12)
    [connection] = list(hub.registry)
    wait_until(lambda: connection.check_due > hub._loop.time() + checks.CHECK_SECONDS / 2, 5)
