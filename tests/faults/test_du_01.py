"""DU-01: what was acknowledged is there, once, however often the server dies. In full: `./dev drill faults`."""

import pytest
from django.test import Client

from credentials.models import Credential, Evidence
from drills.faults import kill_while_claiming
from drills.faults_claims import audit, make_claims
from tests.servers import database, start_server

pytestmark = pytest.mark.live

CLAIMS, TOGETHER, KILLS = 100, 25, 2


def test_du_01_a_killed_server_loses_nothing_and_does_nothing_twice(django_db_blocker, tmp_path):
    server = start_server()
    try:
        with database(server.database, django_db_blocker):
            claims = make_claims(CLAIMS)
            assert len(audit(claims).missing) == CLAIMS

            survived = kill_while_claiming(server, claims, together=TOGETHER, kills=KILLS)

            found = audit(claims)
        told = survived.told
        assert told.refused == []
        assert told.acknowledged == {claim.key for claim in claims}
        # The kills hit somebody: without that the test shows nothing.
        assert told.sent_again >= KILLS
        assert (found.missing, found.doubled, found.counters_agree) == (frozenset(), frozenset(), True)
        assert "database is locked" not in server.log
    finally:
        server.stop()


def send(claim):
    """In this process, with the session that stands in the request."""
    head, _, body = claim.request.partition(b"\r\n\r\n")
    client = Client()
    client.cookies["sessionid"] = head.decode().split("sessionid=")[1].split(";")[0]
    answer = client.post("/graphql/", data=body, content_type="application/json")
    (payload,) = answer.json()["data"].values()
    assert payload["errors"] == []


def test_du_01_the_audit_sees_what_is_lost_and_what_is_doubled(db):
    claims = make_claims(4)
    for claim in claims:
        send(claim)
        send(claim)
    whole = audit(claims)
    assert (whole.missing, whole.doubled, whole.counters_agree) == (frozenset(), frozenset(), True)

    handed_in, awarded = claims[0], claims[1]
    piece = Evidence.objects.get(owner=handed_in.student)
    Evidence.objects.create(owner=piece.owner, kind=piece.kind, text=piece.text)
    Credential.objects.filter(recipient=awarded.student, state="awarded").update(state="cancelled")

    found = audit(claims)
    assert found.doubled == {handed_in.key}
    assert found.missing == {awarded.key}
    assert not found.counters_agree
