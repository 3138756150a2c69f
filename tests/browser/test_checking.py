"""Anybody checks a badge on a phone: ours, a stranger's, one that cannot be had; in three languages, verdict first."""

from __future__ import annotations

import copy
import json
import urllib.request

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone
from playwright.sync_api import Page, expect

from credentials.open_badges.multikey import encode_public_key
from credentials.open_badges.proofs import sign_data_integrity
from drills.lighthouse.people import Person, badge_to_show
from tests.browser.conftest import check_axe, check_no_sideways_scrolling, take

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

SAID = {
    "pl": (
        "Ta odznaka jest prawdziwa i ważna.",
        "ale nie znamy jej wydawcy",
        "Teraz nie możemy tego stwierdzić.",
    ),
    "en": ("This badge is real and valid.", "but we do not know its issuer", "We cannot tell now."),
    "uk": (
        "Цей бейдж справжній і дійсний.",
        "але його видавець нам невідомий",
        "Зараз ми не можемо цього сказати.",
    ),
}


@pytest.fixture(scope="module")
def link(portal) -> str:
    return portal.base_url + badge_to_show(Person(portal.base_url, "student01"))


@pytest.fixture(scope="module")
def self_made(link) -> str:
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


@pytest.mark.parametrize("language", SAID)
def test_a_badge_is_checked_on_a_phone(open_browser, link, self_made, language):
    page = open_browser(language=language, theme="dark" if language == "uk" else "light")
    valid, unknown, cannot_tell = SAID[language]

    check(page, link)
    expect(page.locator("h1")).to_have_text(valid)
    expect(page.locator(".finding-yes")).to_have_count(3)
    check_axe(page)
    check_no_sideways_scrolling(page)

    check(page, self_made)
    expect(page.locator("h1")).to_contain_text(unknown)
    expect(page.locator(".verdict-valid")).to_have_count(0)
    expect(page.locator(".finding-no")).to_have_count(1)
    take(page, f"check-unknown-{language}")

    check(page, "https://10.0.0.1/badge.json")
    expect(page.locator("h1")).to_have_text(cannot_tell)
    check_axe(page)
    check_no_sideways_scrolling(page)
    take(page, f"check-elsewhere-{language}")


def test_a_badge_is_checked_without_script(open_browser, link):
    page = open_browser(java_script_enabled=False)
    check(page, link)
    expect(page.locator("h1")).to_have_text(SAID["pl"][0])
    check(page, "https://10.0.0.1/badge.json")
    expect(page.locator("h1")).to_have_text(SAID["pl"][2])
