"""`./dev drill lighthouse [SCREEN …] [--runs N]`: a table of medians; fails when one misses its budget."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

from drills.lighthouse.budgets import BUDGETS, Reading, median, read
from drills.lighthouse.people import Person
from drills.screens import demo_portal, screens
from tools import debian, processes
from tools.npm import ensure_packages
from tools.places import ARTEFACTS, LIGHTHOUSE, VENV

RUNS = 5
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
)
HEAD = ("screen", "performance", "accessibility", "practices", "SEO", "LCP ms", "TBT ms", "CLS", "misses")


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev drill lighthouse")
    parser.add_argument("screen", nargs="*", help="home, catalogue, badge, student, board …; all without one")
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args()
    ensure_packages(LIGHTHOUSE)
    with demo_portal() as server:
        found = screens(server)
        wanted = given.screen or list(BUDGETS)
        if unknown := set(wanted) - set(BUDGETS):
            parser.error(f"no such screen: {', '.join(sorted(unknown))}")
        rows = []
        for name in wanted:
            address, person = server.base_url + found[name].path, found[name].person
            reading = median([measure(address, person, name) for _ in range(given.runs)])
            rows.append((name, reading, reading.misses(BUDGETS[name])))
            sys.stdout.write(f"measured {name}\n")
            sys.stdout.flush()
    sys.stdout.write(table(rows))
    return 1 if any(misses for _, _, misses in rows) else 0


def measure(address: str, person: Person | None, name: str) -> Reading:
    """One mobile run with an empty cache; the report stays in `artefacts/lighthouse/` to be read."""
    kept = ARTEFACTS / "lighthouse" / f"{name}.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kotylion-lighthouse-") as folder, browser_of(person) as port:
        command = [
            *(
                str(VENV / "bin" / "node"),
                str(LIGHTHOUSE / "node_modules" / "lighthouse" / "cli" / "index.js"),
                address,
            ),
            *("--quiet", "--output=json", f"--output-path={kept}", f"--port={port}"),
            *("--only-categories=performance,accessibility,best-practices,seo", "--form-factor=mobile"),
        ]
        env = os.environ | {"TMPDIR": folder}
        done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"Lighthouse could not measure {name}:\n{done.stderr[-2000:]}")
    report = json.loads(kept.read_text(encoding="utf-8"))
    if report["finalDisplayedUrl"] != address:
        raise RuntimeError(f"{name} led away to {report['finalDisplayedUrl']}")
    return read(report)


@contextmanager
def browser_of(person: Person | None) -> Iterator[int]:
    """A fresh browser that holds the person's cookies; the port on which Lighthouse steers it.

    A cookie sent as an extra header would be missing on the live connection, and the app would take it for a sign-out.
    """
    port = processes.free_port()
    with tempfile.TemporaryDirectory(prefix="kotylion-browser-") as folder, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            folder,
            executable_path=debian.browser(),
            args=[*FLAGS, f"--remote-debugging-port={port}"],
            locale="pl-PL",
        )
        if person:
            context.add_cookies(
                [{"name": k, "value": v, "url": person.base_url} for k, v in person.cookies.items()]
            )
        yield port
        context.close()


def figures(reading: Reading) -> tuple[str, ...]:
    scores = (reading.performance, reading.accessibility, reading.best_practices, reading.seo)
    return (*(f"{value:.0f}" for value in (*scores, reading.lcp, reading.tbt)), f"{reading.cls:.3f}")


def table(rows: list[tuple[str, Reading, list[str]]]) -> str:
    lines = [HEAD] + [
        (name, *figures(reading), ", ".join(misses) or "none") for name, reading, misses in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + "\n"
        for line in lines
    )


if __name__ == "__main__":
    raise SystemExit(main())
