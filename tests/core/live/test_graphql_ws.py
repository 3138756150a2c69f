"""The npm client graphql-ws understands us: any GraphQL client can listen."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from core import live
from core.live.publishing import current_office
from tests.core.live.conftest import wait_until
from tests.factories import UserFactory
from tests.servers import ROOT, cookie_of, session_key_of

pytestmark = pytest.mark.live

SCRIPT = Path(__file__).with_name("graphql_ws_client.mjs")
PACKAGE = ROOT / "frontend" / "node_modules" / "graphql-ws" / "dist" / "index.js"


@pytest.fixture
def ola(hall):
    return UserFactory()


@pytest.fixture
def client(hall, ola):
    node = shutil.which("node", path=str(ROOT / ".venv" / "bin")) or shutil.which("node")
    cookie = cookie_of(ola)
    command = [node, str(SCRIPT), hall.ws_url, cookie, hall.base_url, str(PACKAGE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        process.cookie = cookie
        yield process
        process.kill()


def said(client) -> dict:
    line = client.stdout.readline()
    assert line, "the client ended"
    return json.loads(line)


def wait_for_subscription(person) -> None:
    def subscribed() -> bool:
        phones = current_office().hub.registry.of_person(str(person.pk))
        return any(phone.subscriptions for phone in phones)

    wait_until(subscribed, 10)


def test_it_hears_facts_comes_back_after_a_lost_connection_and_stops_when_signed_out(hall, client, ola):
    topic = f"user:{ola.pk}"
    assert said(client) == {"connected": True}
    wait_for_subscription(ola)
    live.publish([topic], {"fact": "paths.StepCompleted", "about": {"stepId": "7"}})
    assert said(client) == {"fact": "paths.StepCompleted", "about": {"stepId": "7"}}

    office = current_office()
    [connection] = office.hub.registry.of_person(str(ola.pk))
    office.loop.call_soon_threadsafe(connection._outlet.transport.abort)
    assert said(client) == {"closed": 1006}
    assert said(client) == {"connected": True}
    wait_for_subscription(ola)
    live.publish([topic], {"fact": "paths.PathCompleted"})
    assert said(client) == {"fact": "paths.PathCompleted", "about": {}}

    live.close_session(session_key_of(client.cookie))
    assert said(client) == {"closed": 4401}
    assert said(client) == {"over": 4401}
    assert client.wait(10) == 0
