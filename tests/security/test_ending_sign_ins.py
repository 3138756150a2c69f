"""AU-05 and AC-08 against a started portal: a lost phone, and a student who was taken off the class."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import ClassOf, make_class
from tests.factories import SchoolFactory
from tests.phones import Phone
from tests.servers import Server, database, start_server

pytestmark = pytest.mark.live


@pytest.fixture(scope="module")
def portal() -> Iterator[Server]:
    server = start_server()
    yield server
    server.stop()


@pytest.fixture
def class_there(portal: Server, django_db_blocker: Any, request: pytest.FixtureRequest) -> Callable[..., Any]:
    def make(prefix: str) -> tuple[ClassOf, dict[str, str]]:
        with database(portal.database, django_db_blocker):
            of = make_class(SchoolFactory(slug=f"szkola-{prefix}"), prefix.upper(), prefix)
            cookies = {who.username: portal.cookie_of(who) for who in (of.teacher, *of.students)}
            return of, cookies

    return make


def fetch(portal: Server, path: str, cookie: str, body: dict[str, Any] | None = None) -> tuple[int, str, str]:
    """Status, address after redirects, and text."""
    headers = {"Cookie": cookie, "Origin": portal.base_url, "Content-Type": "application/json"}
    data = json.dumps(body).encode() if body is not None else None
    try:
        with urllib.request.urlopen(
            urllib.request.Request(portal.base_url + path, data, headers), timeout=10
        ) as answer:
            return answer.status, answer.url, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.url, refused.read().decode()


def act(portal: Server, cookie: str, text: str, **variables: Any) -> dict[str, Any]:
    """A mutation as the app sends it: with the cookie's own form secret."""
    secret = "a" * 32
    given = f"{cookie}; csrftoken={secret}"
    request = urllib.request.Request(
        f"{portal.base_url}/graphql/",
        json.dumps({"query": text, "variables": variables}, default=str).encode(),
        {
            "Cookie": given,
            "X-CSRFToken": secret,
            "Origin": portal.base_url,
            "Content-Type": "application/json",
        },
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        read: dict[str, Any] = json.loads(answer.read())
        return read


END = "mutation($g: ID!, $s: ID!) { endStudentSignIns(groupId: $g, studentId: $s) { errors { code } } }"
REMOVE = "mutation($g: ID!, $s: ID!) { removeStudent(groupId: $g, studentId: $s) { errors { code } } }"


def test_au_05_the_teacher_ends_them_and_pages_api_and_socket_are_dead(portal, class_there):
    of, cookies = class_there("5a")
    lost, other = of.students[0], of.students[1]
    assert fetch(portal, "/app/", cookies[lost.username])[1].endswith("/app/")
    with (
        Phone(portal.ws_url, cookies[lost.username]) as phone,
        Phone(portal.ws_url, cookies[other.username]) as near,
    ):
        done = act(portal, cookies[of.teacher.username], END, g=of.group.pk, s=lost.pk)
        assert done == {"data": {"endStudentSignIns": {"errors": []}}}

        assert phone.closed_with(5.0)[0] == 4401
        assert near.facts(0.3) == []
        near.say({"type": "ping"})
        assert near.hear() == {"type": "pong"}

    assert "/sign-in/" in fetch(portal, "/app/", cookies[lost.username])[1]
    asked = act(portal, cookies[lost.username], "query { me { id } myBadges { items { name } } }")
    assert str(lost.pk) not in json.dumps(asked)
    assert asked["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"
    with Phone(portal.ws_url, cookies[lost.username], listen=False) as again:
        assert again.closed_with(5.0)[0] == 4401
    assert fetch(portal, "/app/", cookies[other.username])[1].endswith("/app/")


def test_ac_08_who_was_removed_reads_nothing_with_an_old_page_and_an_old_socket(portal, class_there):
    of, cookies = class_there("5b")
    gone, stays = of.students[0], of.students[1]
    feed = "query($g: ID!) { classFeed(groupId: $g) { items { line } } }"
    assert "errors" not in act(portal, cookies[gone.username], feed, g=of.group.pk)
    with Phone(portal.ws_url, cookies[gone.username]) as phone:
        assert act(portal, cookies[of.teacher.username], REMOVE, g=of.group.pk, s=gone.pk) == {
            "data": {"removeStudent": {"errors": []}}
        }
        # From the acknowledgement on: nothing of the class, and the connection is closed within five seconds.
        act(portal, cookies[of.teacher.username], END, g=of.group.pk, s=stays.pk)
        facts = [message["payload"]["data"]["live"]["fact"] for message in phone.until_closed(5.0)]
        assert not any("SignIn" in fact for fact in facts)

    refused = act(portal, cookies[gone.username], feed, g=of.group.pk)
    assert refused["errors"][0]["extensions"]["code"] == "NOT_FOUND"
