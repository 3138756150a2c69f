"""There is one way to sign in with a password: counted, and with the second factor where one is due (AU-02, OP-03)."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.auth import views as django_views
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from people.models import User

PASSWORD = "kornik drukarz 44"
FORMS = (
    "/_util/login/",
    "/en/_util/login/",
    "/uk/_util/login/",
    "/cms/login/",
    "/accounts/login/",
    "/admin/login/",
)


@pytest.mark.parametrize("path", FORMS)
def test_au_02_no_second_form_takes_a_password(path: str, operator: User) -> None:
    operator.set_password(PASSWORD)
    operator.save()
    browser = Client()

    answer = browser.post(
        path, {"username": operator.username, "password": PASSWORD, "login": operator.username}
    )

    assert (answer.status_code, answer.headers.get("Location", "/sign-in/")[:9]) in (
        (302, "/sign-in/"),
        (404, "/sign-in/"),
    )
    assert settings.SESSION_COOKIE_NAME not in browser.cookies


def views_of(resolver: URLResolver) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            found += views_of(entry)
        elif isinstance(entry, URLPattern):
            found.append((str(entry.pattern), getattr(entry.callback, "view_class", None)))
    return found


def test_au_02_every_ready_made_form_stands_behind_one_of_ours() -> None:
    ready_made = {
        pattern
        for pattern, view in views_of(get_resolver())
        if isinstance(view, type) and issubclass(view, django_views.LoginView)
    }
    # Wagtail's two: `cms/login/` and `_util/login/`, each shadowed by a redirect to `/sign-in/`.
    assert ready_made == {"login/", "_util/login/"}
