"""`./dev drill offers`: two portals on one database, many hands on each offer, one portal killed again and again.

`python -m drills.offers [sqlite|postgresql] [--offers N] [--kills N]` (security cases CR-04 and DU-01). Shown: each
letter left once though both portals send; each offer ended once; whoever was told that the badge is theirs has it,
signed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from drills.both_databases import drill
from tools import processes

if TYPE_CHECKING:
    from tests.servers import Server

# Fewer wrong taps than slow a network down.
OFFERS, KILLS = 60, 3
MAIL_SECONDS = SIGN_SECONDS = 180.0


def main() -> int:
    return drill("offers", {"offers": OFFERS, "kills": KILLS}, _drill)


def beside(server: Server) -> Server:
    """Another portal on the same database and the same files."""
    from tests.servers import Server as Portal

    port = processes.free_port()
    command = [*server.command[: server.command.index("--port")], "--port", str(port)]
    second = Portal(port, server.data, None, command, server.env)  # type: ignore[arg-type]
    second.start()
    return second


def _drill(given: argparse.Namespace) -> int:
    from bench.__main__ import prepare

    folder = prepare(database_url=given.url)
    from django.core.management import call_command
    from django.db import connection

    if given.url:
        call_command("migrate", verbosity=0)
    from drills.offers_taken import (
        Crowd,
        audit,
        letters_in,
        make_offers,
        wait_until_mailed,
        wait_until_signed,
    )
    from tests.servers import start_server

    offered = make_offers(given.offers)
    connection.close()
    with tempfile.TemporaryDirectory(prefix="kotylion-letters-") as letters:
        env = {"EMAIL_URL": f"filemail:///{letters}"} | ({"DATABASE_URL": given.url} if given.url else {})
        first = start_server(env, data_from=None if given.url else folder)
        second = beside(first)
        try:
            if not given.url:
                connection.settings_dict["NAME"] = str(first.database)
            wait_until_mailed(offered, MAIL_SECONDS)
            crowd = Crowd((first.port, second.port), offered)
            crowd.start()
            for kill in range(given.kills):
                crowd.wait_for((kill + 1) * len(crowd.acts) // (given.kills + 2))
                first.kill()
                first.start()
            crowd.join()
            wait_until_signed(SIGN_SECONDS)
            found = audit(offered, crowd.told)
            sent = letters_in(Path(letters))
            locked = "database is locked" in first.log
        finally:
            connection.close()
            with suppress(OSError):
                processes.stop(second.process)
            first.stop()
    sys.stdout.write(
        f"{given.database}: {len(offered)} offers, {len(crowd.acts)} hands on two portals, {given.kills} kills, "
        f"{crowd.sent_again} cut off and sent again; letters {len(sent)}, twice {len(sent) - len(set(sent))}; "
        f"taken {found.taken}, declined {found.declined}, cancelled {found.cancelled}, without an end {found.open}; "
        f"badges {found.badges}, signed {found.signed}; told wrongly {len(found.wrong)}; facts "
        f"{'agree' if found.facts_agree else 'DIFFER'}, locked {'seen' if locked else 'never seen'}\n"
    )
    for line in found.wrong[:5]:
        sys.stdout.write(f"  {line}\n")
    once = len(sent) == len(set(sent)) == len(offered)
    one_each = found.taken == found.badges == found.signed and found.open == 0
    return 0 if once and one_each and found.facts_agree and not found.wrong and not locked else 1


if __name__ == "__main__":
    started = time.monotonic()
    raise SystemExit(main())
