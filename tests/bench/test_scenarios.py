"""Every scenario of `./dev bench` runs at a tiny size and counts right: a benchmark that does less looks fast."""

import json
import subprocess
import sys

import pytest

from tests.servers import ROOT

pytestmark = pytest.mark.live

SCENARIOS = {
    "award", "board", "catalogue", "checkin", "document", "figures", "growth", "home", "import", "issue", "live", "map", "rush", "sign", "signin", "verify",
}  # fmt: skip


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bench", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )


def test_every_scenario_counts_right_at_a_tiny_size():
    done = run("--quick", "--json")

    assert done.returncode == 0, done.stderr[-3000:]
    rows = json.loads(done.stdout)
    assert {row["scenario"] for row in rows} == SCENARIOS
    assert [row["what"] for row in rows if not row["median"] > 0] == []
    assert [row["what"] for row in rows if row["ratio"] is not None and row["floor"] <= 0] == []


def test_an_unknown_scenario_is_named_with_those_there_are():
    done = run("awards")

    assert done.returncode == 2
    assert "there is no scenario awards; choose of award, board" in done.stderr
