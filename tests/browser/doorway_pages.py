"""Every kind of page that opens without signing in, in a started portal over the demo school; and those for a few."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from people.models import User
from portfolio.presentation_links import path_of, secret_of
from portfolio.services.composing import compose
from portfolio.services.showing import open_page
from tests.servers import Server, database

LANGUAGES = ("pl", "en", "uk")
#: The portal's own pages; the first of each of the rest is found in the sitemap.
OWN = (
    "/catalogue/", "/catalogue/?q=debata", "/catalogue/?kind=path", "/catalogue/?q=zzzz", "/clubs/", "/events/",
    "/events/?voivodeship=łódzkie", "/events/embed/how/", "/verify/", "/sign-in/", "/sign-in/name/",
    "/rules/", "/c/", "/e/", "/made-up/",
)  # fmt: skip
FROM_THE_SITEMAP = ("/achievements/", "/paths/", "/issuers/", "/clubs/", "/events/")


@dataclass(frozen=True)
class Fetched:
    """What came back for an address in a language."""

    path: str
    language: str
    status: int
    text: str
    kind: str


def fetch(portal: Server, path: str, language: str = "pl", cookie: str = "") -> Fetched:
    address = portal.base_url + urllib.request.quote(path, safe="/?=&%.")
    headers = {"Accept": "text/html", "Accept-Language": language, "Cookie": cookie}
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return Fetched(
                path, language, answer.status, answer.read().decode(), answer.headers["Content-Type"]
            )
    except urllib.error.HTTPError as refused:
        return Fetched(path, language, refused.code, refused.read().decode(), refused.headers["Content-Type"])


def addresses(portal: Server) -> list[str]:
    """The paths in the sitemap."""
    found = re.findall(r"<loc>([^<]+)</loc>", fetch(portal, "/sitemap.xml").text)
    return [one.removeprefix(portal.base_url) for one in found]


def first_of(paths: list[str], beginning: str) -> str:
    return next(one for one in paths if one.startswith(beginning) and one != beginning)


def of_editors(paths: list[str]) -> list[str]:
    """Pages that editors made; their address says the language."""
    others = ("/catalogue", "/verify", *(one.rstrip("/") for one in FROM_THE_SITEMAP))
    return [one for one in paths if not one.startswith(others)]


def language_of(path: str) -> str:
    return path[1:3] if path[:4] in ("/en/", "/uk/") else "pl"


def presentation_of(portal: Server, username: str, blocker: Any) -> str:
    """The path of an open presentation page of a student, with nothing changed of what is offered."""

    def make() -> str:
        now = timezone.now()
        page = open_page(compose(User.objects.get(username=username), "university", now=now), now=now)
        return path_of(secret_of(page.pk, page.link))

    return _in_its_database(portal, blocker, make)


def cookie_for(portal: Server, username: str, blocker: Any) -> str:
    def make() -> str:
        return portal.cookie_of(User.objects.get(username=username))

    return _in_its_database(portal, blocker, make)


def _in_its_database(portal: Server, blocker: Any, make: Callable[[], str]) -> str:
    """In a thread of its own: Django refuses the one in which Playwright's loop runs."""

    def there() -> str:
        with database(portal.database, blocker):
            return make()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(there).result()


def every_kind(portal: Server, blocker: Any) -> Iterator[Fetched]:
    """All pages of editors, the portal's own in three languages, a presentation page, figures."""
    paths = addresses(portal)
    for path in of_editors(paths):
        yield fetch(portal, path, language_of(path))
    one_each = [first_of(paths, beginning) for beginning in FROM_THE_SITEMAP]
    event = first_of(paths, "/events/")
    presentation = presentation_of(portal, "student01", blocker)
    coordinator = cookie_for(portal, "coordinator", blocker)
    for language in LANGUAGES:
        for path in (*OWN, *one_each, f"{event}/poster", presentation):
            yield fetch(portal, path, language)
        # What stands in another website speaks the language that website asks for.
        yield fetch(portal, f"/events/embed/?lang={language}", language)
        yield fetch(portal, "/figures/", language, coordinator)
