"""What processes say to each other survives the way, and carries no secret."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from core import live
from core.live.letters import (
    Beat,
    EndPerson,
    EndSession,
    Posted,
    Publish,
    Recheck,
    decode,
    encode,
    plain,
    session_digest,
)

STEP = UUID("b3b8a0a6-7f0e-4a0e-8a62-1c6a3f1c7a11")


@pytest.mark.parametrize(
    "letter",
    [
        Publish(("group:1", "user:2"), plain({"fact": "paths.StepCompleted", "about": {"stepId": STEP}})),
        Recheck(("1", "2")),
        EndSession(session_digest("key")),
        EndPerson("1"),
        Beat(),
    ],
)
def test_a_letter_arrives_as_it_was_sent(letter):
    posted = Posted("here", 7, letter)
    assert decode(encode(posted)) == posted


def test_an_envelope_becomes_plain_and_whole():
    at = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    assert plain({"fact": "a.B", "about": {"ids": (STEP,)}, "scope": STEP, "at": at}) == {
        "fact": "a.B",
        "about": {"ids": [str(STEP)]},
        "scope": str(STEP),
        "at": "2026-11-21T09:00:00+00:00",
    }
    assert sorted(plain({"fact": "a.B"})) == ["about", "at", "fact", "scope"]


def test_a_session_travels_as_a_digest():
    assert b"secret-key" not in encode(Posted("here", 1, EndSession(session_digest("secret-key"))))


@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b'{"origin":"a","number":1,"kind":"Other"}'])
def test_bytes_that_are_no_letter_are_refused(body):
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        decode(body)


def test_without_a_server_everything_is_harmless():
    live.publish(["user:1"], {"fact": "people.MemberJoined"})
    live.recheck([STEP])
    live.close_session("key")
    live.close_user(STEP)
