"""A real Chromium against a started portal with the demo school in it.

Screenshots go to `artefacts/screens/`; look at them.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.browser.asking import ask
from tests.browser.weak_network import WeakNetwork
from tests.browser.words import Words
from tests.servers import ROOT, LoadedServer, Server, alone, template_database
from tools import debian, preparing, processes
from tools.places import STATIC_FILES

SCREENS = ROOT / "artefacts" / "screens"
PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1280, "height": 800}
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
# As the settings do: the pages outside the app go by a cookie.
SPEAK_OUTSIDE = """language => fetch('/language/', {
  method: 'POST', body: new URLSearchParams({ language, next: '/' }), redirect: 'manual' })"""
CHOOSE_LANGUAGE = "mutation($language: String!) { changeMySettings(language: $language) { errors { code } } }"
FIRST_PORT = 28471
FAILED = pytest.StashKey[bool]()
CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip


# What is worked off before a story begins was written by these.
MAKERS = (
    "content/**/*",
    "portal/demo/**/*.py",
    "*/**/services/**/*.py",
    "*/**/tasks.py",
    "credentials/art/**/*.py",
)


def demo_database() -> Path:
    """A data folder with the demo school just put in, kept while neither code nor content of the demo changes."""
    digest = hashlib.sha256(template_database().name.encode())
    for path in sorted({path for makers in MAKERS for path in ROOT.glob(makers)}):
        if path.is_file():
            digest.update(path.read_bytes())
    return _kept_folder(f"demo-{digest.hexdigest()[:16]}", _make_demo)


def settled_demo(public_url: str) -> Path:
    """The same an hour later, for a portal at this address: its badges are signed, all pictures drawn.

    Else every portal would begin by doing five hundred tasks, for half a minute beside the story that it tells.
    """
    fresh = demo_database()
    name = f"{fresh.name}-{hashlib.sha256(public_url.encode()).hexdigest()[:8]}".removeprefix("kotylion-")
    return _kept_folder(name, lambda draft: _settle(fresh, draft, public_url))


def _kept_folder(name: str, make: Callable[[Path], None]) -> Path:
    """The folder of this name among the temporary ones; `make` fills it the first time."""
    kept = Path(tempfile.gettempdir()) / f"kotylion-{name}"
    with alone(name):
        if not kept.exists():
            draft = Path(tempfile.mkdtemp(prefix="kotylion-making-"))
            make(draft)
            draft.rename(kept)
    return kept


def _make_demo(draft: Path) -> None:
    shutil.copy(template_database(), draft / "kotylion.sqlite3")
    _manage("demo", KOTYLION_DATA=str(draft), DEMO="1")


def _settle(fresh: Path, draft: Path, public_url: str) -> None:
    shutil.copytree(fresh, draft, dirs_exist_ok=True)
    _manage(
        "db_worker",
        "--batch",
        "--queue-name=*",
        "--no-reload",
        "--no-startup-delay",
        KOTYLION_DATA=str(draft),
        PUBLIC_URL=public_url,
    )


def _manage(*command: str, **env: str) -> None:
    from django.conf import settings

    secrets = {
        name: getattr(settings, name) for name in ("SECRET_KEY", "SECRET_DIGEST_KEY", "KEYS_PASSPHRASE")
    }
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")
    }
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=inherited | secrets | {"KOTYLION_ENV": "development"} | env,
        check=True,
        capture_output=True,
    )


def static_files() -> Path:
    """What `collectstatic` gathers of the built front and the packages, kept while neither changes.

    Kept apart from the project's own, so that a build made meanwhile does not pull files from under a test.
    """
    digest = hashlib.sha256((ROOT / "requirements" / "app.txt").read_bytes())
    for path in sorted([ROOT / "frontend" / "dist" / "manifest.json", *ROOT.glob("*/static/**/*")]):
        if path.is_file():
            digest.update(path.read_bytes())
    return _kept_folder(f"static-{digest.hexdigest()[:16]}", _collect)


def _collect(draft: Path) -> None:
    if preparing.static_files_are_collected():
        shutil.copytree(STATIC_FILES, draft, dirs_exist_ok=True)
        return
    with tempfile.TemporaryDirectory() as data:
        _manage("collectstatic", "--noinput", "--verbosity=0", KOTYLION_DATA=data, STATIC_ROOT=str(draft))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


# Of a module, not of the session: while Playwright is up its event loop runs in this thread, and Django, seeing a loop,
# would refuse the database to the tests that follow.
@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=debian.browser(), args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def loaded_portal() -> Iterator[LoadedServer]:
    # The same port every time, so that what was settled for it serves the next run too.
    port = FIRST_PORT + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    if processes.port_is_taken("127.0.0.1", port):
        port = processes.free_port()
    server = LoadedServer.load({"DEMO": "1", "STATIC_ROOT": str(static_files())}, port=port)
    yield server
    server.unload()


@pytest.fixture(scope="module")
def portal(loaded_portal: LoadedServer) -> Iterator[Server]:
    """One started portal a module, over its own copy of the demo school."""
    yield loaded_portal.over(settled_demo(loaded_portal.base_url))
    loaded_portal.stop()


@pytest.fixture(scope="session")
def say(pytestconfig: pytest.Config) -> Words:
    """The words of the language in which the walks run."""
    return Words(pytestconfig.getoption("--language"))


@pytest.fixture
def open_browser(
    chromium: Browser, portal: Server, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """`open_browser(phone=True, language="pl", theme="light")` gives a page in a context of its own.

    Where the test says its words, in the language that it says them in.

    A page that logs an error, or breaks the content security policy, fails the test.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []
    spoken = request.getfixturevalue("say").language if "say" in request.fixturenames else "pl"

    def open_one(
        *,
        phone: bool = True,
        theme: Literal["light", "dark"] = "light",
        language: str = spoken,
        **options: Any,
    ) -> Page:
        network: WeakNetwork | None = options.pop("network", None)
        if network is not None:
            # Chromium goes round a proxy for its own computer unless it is told not to.
            options["proxy"] = {"server": network.address, "bypass": "<-loopback>"}
        context = chromium.new_context(
            base_url=portal.base_url,
            viewport=options.pop("viewport", PHONE if phone else LAPTOP),
            has_touch=phone,
            color_scheme=theme,
            locale={"pl": "pl-PL", "en": "en-GB", "uk": "uk-UA"}[language],
            reduced_motion=options.pop("reduced_motion", "reduce"),
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda message: faults.append(message.text) if _is_fault(message.type, message.text) else None,
        )
        return page

    yield open_one
    if request.node.stash.get(FAILED, False):
        for number, page in enumerate(page for context in contexts for page in context.pages):
            take(page, re.sub(r"[^\w-]+", "-", f"failed-{request.node.name}-{number}"))
    for context in contexts:
        context.close()
    assert faults == []


def _is_fault(kind: str, text: str) -> bool:
    # A refused sign-in or a missing page is an answer, not a fault of the page that asked.
    expected = re.search(
        r"status of (400|401|403|404|409|413|422|429)|ERR_INTERNET_DISCONNECTED|ERR_SOCKS_CONNECTION_FAILED"
        r"|ERR_CONNECTION|ERR_EMPTY_RESPONSE|WebSocket",
        text,
    )
    return kind == "error" and not expected


def take(page: Page, name: str) -> None:
    """Keep a screenshot for people to look at."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"{name}.png", full_page=False)


SETTLED = """async () => {
  const ends = document.getAnimations().filter(one => one.effect?.getComputedTiming().endTime !== Infinity)
  const late = new Promise(done => setTimeout(done, 1500))
  await Promise.race([Promise.allSettled(ends.map(one => one.finished)), late])
}"""


def check_axe(page: Page) -> None:
    """No finding of axe-core by WCAG 2.2 AA, once what fades in has done so."""
    page.evaluate(SETTLED)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "async () => (await axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}))"
        ".violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(' | '))"
    )
    assert found == []


def check_no_sideways_scrolling(page: Page) -> None:
    """Nothing is wider than the window (WCAG 2.2, 1.4.10); names what is.

    A window that was just made narrower has a second to lay its page out anew.
    """
    wide = page.evaluate(
        """async () => {
            const width = document.documentElement.clientWidth
            const fits = () => document.documentElement.scrollWidth <= width
            for (let tries = 0; tries < 10 && !fits(); tries++) await new Promise(done => setTimeout(done, 100))
            if (fits()) return []
            return [...document.querySelectorAll('body *')]
                .filter(one => one.getBoundingClientRect().right > width + 1)
                .map(one => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.slice(0, 40)}`)
                .slice(-4)
        }"""
    )
    assert wide == []


def sign_in_by_name(
    page: Page, username: str, password: str = "kotylion", *, language: str | None = None
) -> None:
    """The way a teacher signs in: a name, then a password; at the first time there is a plain notice.

    With `language`, the person has chosen it in their settings.
    """
    page.goto("/sign-in/name/")
    page.locator("#username").fill(username)
    page.keyboard.press("Enter")
    page.locator("#password").fill(password)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/app/|/cms/|/sign-in/notice/"))
    if "notice" in page.url:
        page.locator("form button.button").last.click()
        page.wait_for_url(re.compile("/app/|/cms/"))
    if language is not None:
        ask(page, CHOOSE_LANGUAGE, language=language)
        page.evaluate(SPEAK_OUTSIDE, language)
        # A start that waits too long for a busy server trusts what the device remembers, and that is the old one.
        for _ in range(3):
            page.reload()
            if page.locator("html").get_attribute("lang") == language:
                break


@pytest.fixture(scope="module")
def signed_in(chromium: Browser, portal: Server) -> Callable[[str], Any]:
    """The cookies of a person, signed in once a module."""
    kept: dict[str, Any] = {}

    def cookies_of(username: str) -> Any:
        if username and username not in kept:
            context = chromium.new_context(base_url=portal.base_url)
            page = context.new_page()
            sign_in_by_name(page, username)
            kept[username] = {"cookies": context.cookies(), "origins": []}
            context.close()
        return kept.get(username)

    return cookies_of


@pytest.fixture
def network() -> Iterator[WeakNetwork]:
    weak = WeakNetwork()
    yield weak
    weak.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A real browser on two shared cores now and then loses a race that no person would notice: two more chances,
    and pytest says `rerun` so that nobody overlooks a test that needs them.
    """
    here = Path(__file__).parent
    if config.getoption("--language") != "pl":
        items[:] = [item for item in items if "say" in getattr(item, "fixturenames", ())]
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=2))
