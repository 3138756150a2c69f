"""`./dev drill faults`: 1,000 claims, 100 at a time, while the server is killed five times, on SQLite and PostgreSQL.

`python -m drills.faults [sqlite|postgresql] [--claims N] [--together N] [--kills N]` (security case DU-01).
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drills.both_databases import drill

if TYPE_CHECKING:
    from drills.faults_claims import Claim, Told
    from tests.servers import Server

CLAIMS, TOGETHER, KILLS = 1_000, 100, 5


@dataclass(frozen=True)
class Survived:
    """What came out: the people's side, and how often the server died while somebody waited for an answer."""

    told: Told
    kills: int


def kill_while_claiming(
    server: Server, claims: Sequence[Claim], *, together: int, kills: int, seed: int | None = None
) -> Survived:
    """Let everybody claim and kill the server at `kills` random moments; it is started again each time."""
    from drills.faults_claims import Crowd

    chance = random.Random(seed)
    # Not among the last: somebody has to be waiting when it happens.
    moments = sorted(chance.sample(range(1, len(claims) - together), kills))
    crowd = Crowd(server.port, claims, together)
    crowd.start()
    for moment in moments:
        crowd.wait_for(moment)
        server.kill()
        server.start()
    crowd.wait_for(len(claims))
    crowd.join()
    return Survived(crowd.told, len(moments))


def main() -> int:
    return drill("faults", {"claims": CLAIMS, "together": TOGETHER, "kills": KILLS}, _drill)


def _drill(given: argparse.Namespace) -> int:
    from bench.__main__ import prepare

    folder = prepare(database_url=given.url)
    from django.core.management import call_command
    from django.db import connection

    if given.url:
        call_command("migrate", verbosity=0)
    from drills.faults_claims import audit, make_claims
    from tests.servers import start_server

    claims = make_claims(given.claims)
    before = audit(claims)
    assert len(before.missing) == len(claims), "nothing may be there yet"
    connection.close()
    env = {"DATABASE_URL": given.url} if given.url else {}
    server = start_server(env, data_from=None if given.url else folder)
    try:
        survived = kill_while_claiming(server, claims, together=given.together, kills=given.kills)
        if not given.url:
            connection.settings_dict["NAME"] = str(server.database)
        found = audit(claims)
        locked = "database is locked" in server.log or any("locked" in one for one in survived.told.refused)
    finally:
        connection.close()
        server.stop()
    told = survived.told
    lost = found.missing & told.acknowledged
    sys.stdout.write(
        f"{given.database}: {len(claims)} claims, {given.together} at a time, {survived.kills} kills, "
        f"{told.sent_again} cut off and {told.put_off} put off, all sent again; "
        f"acknowledged {len(told.acknowledged)}, lost {len(lost)}, "
        f"doubled {len(found.doubled)}, refused {len(told.refused)}, "
        f"counters {'agree' if found.counters_agree else 'DIFFER'}, locked {'seen' if locked else 'never seen'}\n"
    )
    well = (
        len(told.acknowledged) == len(claims)
        and found.counters_agree
        and not (lost or found.doubled or locked)
    )
    return 0 if well else 1


if __name__ == "__main__":
    raise SystemExit(main())
