"""What has to hold on PostgreSQL as on SQLite: one effect of a hundred tries, and strings that no database takes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.servers import migrated_postgres

ALIKE = [
    "tests/core/graphql/test_idempotency.py",
    "tests/core/graphql/test_body.py",
    "tests/core/test_emitting.py",
    "tests/clubs/test_at_once.py",
    "tests/credentials/test_offers_at_once.py",
    "tests/events/check_in/test_codes.py",
    "tests/events/sign_up/test_places.py",
]


@pytest.mark.scale
def test_the_same_stories_end_the_same_on_postgresql() -> None:
    with migrated_postgres() as url:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *ALIKE],
            env={**os.environ, "DATABASE_URL": url},
            capture_output=True,
            text=True,
            check=False,
            timeout=170,
        )
    assert done.returncode == 0, done.stdout[-3_000:] + done.stderr[-1_000:]
    assert " failed" not in done.stdout
