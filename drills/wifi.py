"""`./dev drill wifi [SCREEN …] [--runs N]`: when content is visible on poor school Wi-Fi, the first time and again.

The network is that of the design (`frontend.md`): 750 kbit/s, 300 ms for every answer; the processor is four times
slower. Content is visible when something is painted and the heading of the screen stands there.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

from drills.lighthouse.budgets import BUDGETS as LIGHTHOUSE
from drills.lighthouse.people import Person
from drills.screens import demo_portal, screens

RUNS = 5
PHONE = {"width": 360, "height": 740}
BYTES_A_SECOND = 750_000 / 8
LATENCY_MS = 300
SLOWER = 4
# ms until content is visible: the first time, and again. Pages for everybody are mostly read once.
DOORWAY, APP = (1_300, 1_300), (3_500, 2_200)
BUDGETS = {name: APP if name in ("student", "board") else DOORWAY for name in LIGHTHOUSE}
WATCH = """
window.shifted = 0
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value
}).observe({ type: 'layout-shift', buffered: true })
const look = () => {
  if (!document.querySelector('h1')?.getClientRects().length) return requestAnimationFrame(look)
  requestAnimationFrame(() => { window.readable ??= performance.now() })
}
requestAnimationFrame(look)
"""
READ = """() => {
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime
  return painted && window.readable ? [Math.max(painted, window.readable), window.shifted] : null
}"""


@dataclass(frozen=True)
class Visible:
    """ms from the tap until content is visible, the first time and again; CLS of the first time."""

    first: float
    again: float
    shift: float


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev drill wifi")
    parser.add_argument("screen", nargs="*", help=f"{', '.join(BUDGETS)}; all without one")
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args()
    if unknown := set(given.screen) - set(BUDGETS):
        parser.error(f"no such screen: {', '.join(sorted(unknown))}")
    missed = False
    sys.stdout.write(f"{'screen':<14}{'first ms':>9}{'again ms':>9}{'CLS':>7}  misses\n")
    with demo_portal() as server:
        found = screens(server)
        for name in given.screen or BUDGETS:
            address, person = server.base_url + found[name].path, found[name].person
            seen = [measure(address, person) for _ in range(given.runs)]
            first, again, shift = (
                statistics.median(getattr(one, part) for one in seen) for part in ("first", "again", "shift")
            )
            most, most_again = BUDGETS[name]
            misses = ["first"] * (first > most) + ["again"] * (again > most_again)
            missed = missed or bool(misses)
            sys.stdout.write(
                f"{name:<14}{first:>9.0f}{again:>9.0f}{shift:>7.3f}  {', '.join(misses) or 'none'}\n"
            )
            sys.stdout.flush()
    return 1 if missed else 0


def measure(address: str, person: Person | None) -> Visible:
    """One phone that was never here, and then comes again."""
    with phone(person) as page:
        first, shift = _open(page, address)
        again, _ = _open(page, address)
    return Visible(first, again, shift)


def _open(page: Page, address: str) -> tuple[float, float]:
    page.goto(address, wait_until="load")
    page.wait_for_function(READ, timeout=30_000)
    # Letters come after the words.
    page.wait_for_load_state("networkidle")
    visible, shift = page.evaluate(READ)
    return visible, shift


@contextmanager
def phone(person: Person | None) -> Iterator[Page]:
    """A cheap phone behind the poor network; it closes at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu"],
        )
        context = browser.new_context(viewport=PHONE, locale="pl-PL", has_touch=True, is_mobile=True)  # type: ignore[arg-type]
        if person:
            cookies = [{"name": k, "value": v, "url": person.base_url} for k, v in person.cookies.items()]
            context.add_cookies(cookies)  # type: ignore[arg-type]
        page = context.new_page()
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": LATENCY_MS,
                "downloadThroughput": BYTES_A_SECOND,
                "uploadThroughput": BYTES_A_SECOND,
            },
        )
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        yield page
        browser.close()


if __name__ == "__main__":
    raise SystemExit(main())
