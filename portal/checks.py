"""What production refuses to start with, each with the line to change (case OP-03)."""

from __future__ import annotations

import stat
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

LOOPBACK = {"localhost", "127.0.0.1", "::1", ""}


def is_production() -> bool:
    return settings.SETTINGS_LAYER == "production"


@register(Tags.security)
def production_is_safe(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Every refusal names the variable and a value that would do."""
    if not is_production():
        return []
    return [*_secrets(), *_addresses(), *_keys(), *_demo()]


def _secrets() -> list[Error]:
    found = []
    if settings.DEBUG:
        found.append(Error("DEBUG is on.", hint="Remove DEBUG from the environment.", id="portal.E001"))
    for number, name in enumerate(("SECRET_KEY", "SECRET_DIGEST_KEY", "KEYS_PASSPHRASE"), start=2):
        try:
            value = getattr(settings, name)
        except ImproperlyConfigured:
            value = ""  # Django itself refuses to hand out an empty SECRET_KEY.
        if len(value) < 40 or value.startswith(("only-for-tests", "django-insecure", "change")):
            found.append(
                Error(
                    f"{name} is missing, short or an example.",
                    hint=f"Set {name} to at least 40 random letters: python3 -c "
                    "'import secrets; print(secrets.token_urlsafe(48))'",
                    id=f"portal.E00{number}",
                )
            )
    return found


def _addresses() -> list[Error]:
    found = []
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        found.append(
            Error(
                "ALLOWED_HOSTS is empty or lets everything in.",
                hint="Set ALLOWED_HOSTS to the portal's own name, for example odznaki.szkola.example.",
                id="portal.E005",
            )
        )
    address = urlsplit(settings.PUBLIC_URL)
    if address.scheme != "https" or (address.hostname or "") in LOOPBACK:
        found.append(
            Error(
                "PUBLIC_URL is not an https address that phones and verifiers can reach.",
                hint="Set PUBLIC_URL, for example PUBLIC_URL=https://odznaki.szkola.example",
                id="portal.E006",
            )
        )
    return found


def _keys() -> list[Error]:
    folder = settings.KEYS_DIR
    if not folder.is_dir():
        return [
            Error(
                "The folder for signing keys does not exist.",
                hint=f"Make it for this user alone: install -d -m 700 {folder} (or set KOTYLION_KEYS).",
                id="portal.E007",
            )
        ]
    readable = [
        path
        for path in (folder, *folder.glob("*"))
        if stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO)
    ]
    return [
        Error(
            f"Others may read {path}.",
            hint=f"chmod {'700' if path.is_dir() else '600'} {path}",
            id="portal.E008",
        )
        for path in readable[:5]
    ]


def _demo() -> list[Error]:
    if not settings.DEMO:
        return []
    return [
        Error(
            "DEMO is on: everybody would know the passwords.",
            hint="Remove DEMO from the environment.",
            id="portal.E009",
        )
    ]


@register(Tags.security, Tags.database)
def production_people_are_safe(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Error]:
    """Demo accounts in the database, and an operator without a second factor."""
    if not is_production() or not databases:
        return []
    from people.selectors.operators import demo_accounts_exist, operators_without_second_factor

    found = []
    if demo_accounts_exist():
        found.append(
            Error(
                "The demo school with its known passwords is in this database.",
                hint="Start with an empty database: KOTYLION_DATA or DATABASE_URL.",
                id="portal.E010",
            )
        )
    for username in operators_without_second_factor():
        found.append(
            Error(
                f"The operator “{username}” has no second factor.",
                hint=f"./dev manage second_factor {username}",
                id="portal.E011",
            )
        )
    return found


@register(Tags.security, Tags.database)
def production_keys_open(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Error]:
    """A key that signs now and is missing, foreign or sealed with another passphrase: every badge would wait."""
    if not is_production() or not databases:
        return []
    from credentials.services.keys import KeyUnusable, check_keys

    try:
        check_keys()
    except KeyUnusable as error:
        return [
            Error(
                str(error),
                hint="Bring the key files back from the last backup (manage.py restore) and compare KEYS_PASSPHRASE.",
                id="portal.E012",
            )
        ]
    return []
