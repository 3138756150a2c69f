"""Calendars as Thunderbird's reader finds them."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from events.calendar import calendar_of
from events.models import Event, Place
from events.series import WARSAW

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")
HOSTILE = 'Debata; o "wszystkim", \\ albo\nEND:VEVENT'


def read(body: bytes) -> list[dict[str, Any]]:
    done = subprocess.run([NODE, "calendar.mjs"], input=body, cwd=HERE, capture_output=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("month", [1, 3, 7, 11])
def test_another_reader_finds_the_same_event(month):
    starts = datetime(2027, month, 30, 16, tzinfo=WARSAW)
    ends = datetime(2027, month, 30, 18, tzinfo=WARSAW)
    event = Event(
        slug="debata", kind="debate", title={"pl": HOSTILE}, description={"pl": "Ąę ґ 🎈 " * 40}, starts_at=starts,
        ends_at=ends, sequence=3, changed_at=starts, cancelled_at=starts,
        place=Place(name="Dom; Kultury", town="Ełk", lat=53.8235, lon=22.36),
    )  # fmt: skip

    (found,) = read(calendar_of([event], name=HOSTILE))

    assert found == {
        "uid": f"{event.pk}@localhost",
        "summary": HOSTILE,
        "description": "Ąę ґ 🎈 " * 40,
        "starts": starts.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "ends": ends.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "zone": "Europe/Warsaw",
        "sequence": 3,
        "status": "CANCELLED",
        "geo": [53.8235, 22.36],
        "location": "Dom; Kultury, Ełk",
    }
