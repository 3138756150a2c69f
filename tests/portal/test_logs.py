"""What is written into the log when something is refused: never the secret that was sent (security-cases.md §1.2)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from django.test import Client

from core.structured_logs import WithoutSecrets

pytestmark = pytest.mark.django_db
SECRET = "RSZW1PSYEZS56KKHZWDDDXKBPRDBBEN2"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What the portal's own handler would write."""
    (console,) = (one for one in logging.getLogger().handlers if any(map(_hides, one.filters)))
    written = StringIO()
    copy = logging.StreamHandler(written)
    copy.filters = console.filters
    logging.getLogger("django").addHandler(copy)
    yield written
    logging.getLogger("django").removeHandler(copy)


def _hides(one: object) -> bool:
    return isinstance(one, WithoutSecrets)


@pytest.mark.parametrize(
    ("method", "path", "line"),
    [
        ("get", f"/p/{SECRET}", "Not Found: /p/<str:secret>"),
        ("get", f"/p/{SECRET}.pdf", "Not Found: /p/<str:secret>.pdf"),
        ("post", f"/o/{SECRET}", "Forbidden (CSRF cookie not set.): /o/<str:secret>"),
        ("post", f"/consent/{SECRET}", "Forbidden (CSRF cookie not set.): /consent/<str:secret>"),
        ("options", f"/s/{SECRET}", "Method Not Allowed (OPTIONS): /s/<str:token>"),
        ("get", f"/made-up/{SECRET}/", "Not Found: /made-up/…"),
    ],
)
def test_no_secret_of_an_address_stands_in_the_log(log: StringIO, method: str, path: str, line: str) -> None:
    getattr(Client(enforce_csrf_checks=True), method)(path)
    assert SECRET not in log.getvalue()
    assert line in log.getvalue()


def test_an_error_of_our_own_is_still_found(log: StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*args: object, **kwargs: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("portfolio.views.presentation.opened_by", breaks)
    assert Client(raise_request_exception=False).get(f"/p/{SECRET}").status_code == 500
    assert SECRET not in log.getvalue()
    assert "Internal Server Error: /p/<str:secret>" in log.getvalue()
    assert "RuntimeError: broken" in log.getvalue()
