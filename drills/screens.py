"""A started portal with the demo school, and the first screens that drills measure on it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drills.lighthouse.people import Person, badge_to_show, class_to_show, event_to_show, presentation_to_show

if TYPE_CHECKING:
    from tests.servers import Server


@dataclass(frozen=True)
class Screen:
    """An address of the portal, and who opens it; None is a visitor."""

    path: str
    person: Person | None = None


@contextmanager
def demo_portal() -> Iterator[Server]:
    """A portal of its own over a copy of the demo school; gone at the end."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    import django

    django.setup()
    from tests.browser.conftest import demo_database, static_files
    from tests.servers import start_server

    server = start_server({"DEMO": "1", "STATIC_ROOT": str(static_files())}, data_from=demo_database())
    try:
        yield server
    finally:
        server.stop()


def screens(server: Server) -> dict[str, Screen]:
    """By name, in the order in which people meet them."""
    student, teacher = Person(server.base_url, "student01"), Person(server.base_url, "teacher")
    event = event_to_show(server.base_url)
    _hold_for_real(server, event)
    return {
        "home": Screen("/"),
        "catalogue": Screen("/catalogue/"),
        "achievement": Screen("/achievements/zespolowy-projekt/v1"),
        "article": Screen("/aktualnosci/portal-otwarty/"),
        "badge": Screen(badge_to_show(student)),
        "presentation": Screen(presentation_to_show(student)),
        "sign-in": Screen("/sign-in/"),
        "events": Screen("/events/"),
        "event": Screen(event),
        "student": Screen("/app/", student),
        "board": Screen(class_to_show(teacher), teacher),
    }


def _hold_for_real(server: Server, path: str) -> None:
    """Invented events ask search engines to stay away; the one that is measured is held to be a real one."""
    connection = sqlite3.connect(server.database)
    with connection:
        slug = path.rsplit("/", 1)[-1]
        connection.execute("UPDATE events_event SET is_demo = 0 WHERE slug = ?", (slug,))
    connection.close()
