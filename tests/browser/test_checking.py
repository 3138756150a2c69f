"""Anybody checks a badge on a phone: ours, a stranger's, one that cannot be had; verdict first, with and without script."""

from __future__ import annotations

import copy
import json
import urllib.request
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone
from playwright.sync_api import Page, expect

from credentials.open_badges.multikey import encode_public_key
from credentials.open_badges.proofs import sign_data_integrity
from drills.lighthouse.people import Person, badge_to_show
from tests.browser.conftest import check_axe, check_no_sideways_scrolling, take
from tests.browser.words import Words
from tests.servers import Server

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
# An address inside somebody's network is never asked.
CANNOT_BE_HAD = "https://10.0.0.1/badge.json"


@pytest.fixture(scope="module")
def link(portal: Server) -> str:
    return portal.base_url + badge_to_show(Person(portal.base_url, "student01"))


@pytest.fixture(scope="module")
def self_made(link: str) -> str:
    """The same badge, signed by somebody who made a key a moment ago."""
    with urllib.request.urlopen(link.replace("?", ".json?")) as answer:
        document = copy.deepcopy(json.load(answer))
    private = Ed25519PrivateKey.generate()
    multikey = encode_public_key(private.public_key())
    document["issuer"]["id"] = document["credentialSubject"]["achievement"]["creator"]["id"] = (
        f"did:key:{multikey}"
    )
    del document["credentialStatus"]
    return json.dumps(
        sign_data_integrity(document, private, f"did:key:{multikey}#{multikey}", timezone.now())
    )


def check(page: Page, badge: str) -> None:
    page.goto("/verify/")
    page.locator("#badge").fill(badge)
    page.locator("form.card button[type=submit]").click()


def test_a_badge_is_checked_on_a_phone(
    open_browser: Callable[..., Page], link: str, self_made: str, say: Words
) -> None:
    page = open_browser(theme="dark" if say.language == "uk" else "light")
    check(page, link)
    expect(page.locator("h1")).to_have_text(say("Ta odznaka jest prawdziwa i ważna."))
    expect(page.locator(".finding-yes")).to_have_count(3)
    check_axe(page)
    check_no_sideways_scrolling(page)

    check(page, self_made)
    expect(page.locator("h1")).to_have_text(say("Ta odznaka jest niezmieniona, ale nie znamy jej wydawcy."))
    expect(page.locator(".verdict-valid")).to_have_count(0)
    expect(page.locator(".finding-no")).to_have_count(1)
    take(page, f"check-unknown-{say.language}")

    check(page, CANNOT_BE_HAD)
    expect(page.locator("h1")).to_have_text(say("Teraz nie możemy tego stwierdzić."))
    check_axe(page)
    check_no_sideways_scrolling(page)
    take(page, f"check-elsewhere-{say.language}")


def test_a_badge_is_checked_without_script(open_browser: Callable[..., Page], link: str, say: Words) -> None:
    page = open_browser(java_script_enabled=False)
    check(page, link)
    expect(page.locator("h1")).to_have_text(say("Ta odznaka jest prawdziwa i ważna."))
    check(page, CANNOT_BE_HAD)
    expect(page.locator("h1")).to_have_text(say("Teraz nie możemy tego stwierdzić."))
