"""A school's computer that several people use one after another (AU-04)."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.conftest import sign_in_by_name
from tests.browser.learning import open_step

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

DRAFT = "kanarek-szkicu-7f3a"
# Everything a browser keeps for this portal, as text.
KEPT = """
async () => {
    const kept = { local: { ...localStorage }, session: { ...sessionStorage }, caches: {}, databases: {}, cookies: document.cookie }
    for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys())
            kept.caches[name + ' ' + request.url] = await (await cache.match(request)).text()
    }
    for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((done, fail) => {
            const opening = indexedDB.open(name)
            opening.onsuccess = () => done(opening.result)
            opening.onerror = () => fail(opening.error)
        })
        for (const store of database.objectStoreNames)
            kept.databases[name + ' ' + store] = await new Promise((done, fail) => {
                const reading = database.transaction(store).objectStore(store).getAll()
                reading.onsuccess = () => done(reading.result)
                reading.onerror = () => fail(reading.error)
            })
        database.close()
    }
    const worker = await navigator.serviceWorker.getRegistration('/app/')
    kept.push = Boolean(await worker?.pushManager.getSubscription().catch(() => null))
    return kept
}
"""


def test_au_04_signing_out_leaves_nothing_for_the_next_person(open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    sign_in_by_name(page, "student01")
    expect(page.get_by_role("heading", name="Moje odznaki")).to_be_visible()
    page.get_by_role("link", name="Klasa").click()
    page.wait_for_url("**/app/class**")
    page.get_by_role("link", name="Ścieżki").click()
    page.locator('main a[href*="/app/paths/"]').first.click()
    open_step(page, "Poradnik dla młodszych")
    page.get_by_role("button", name="Tekst lub plik").click()
    page.get_by_label("Twój tekst").fill(DRAFT)
    page.get_by_role("dialog").get_by_role("button", name="Zamknij").click()
    before = json.dumps(page.evaluate(KEPT), ensure_ascii=False)
    person = json.loads(page.evaluate("localStorage.getItem('kotylion.person')"))["id"]
    # The phone keeps much while somebody works here, or this test would prove nothing.
    assert person in before
    assert "Cyfrowo i krytycznie" in before
    assert DRAFT in before

    page.goto("/app/me")
    page.get_by_role("button", name="Wyloguj się", exact=True).click()
    page.wait_for_url(lambda address: "/app" not in address)
    after = json.dumps(page.evaluate(KEPT), ensure_ascii=False)
    for canary in (
        person,
        "Adamiak",
        "Lenka",
        DRAFT,
        "Cyfrowo i krytycznie",
        "Chronię swoje dane",
        '"push": true',
    ):
        assert canary not in after, canary
    assert json.loads(after)["databases"] == {}

    # Back shows nothing of the one before, neither from memory nor from a cache.
    page.go_back()
    page.wait_for_url("**/sign-in/**")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("html")).not_to_contain_text("Adamiak")

    # Nor does the installed app without a network: the worker went with the storage.
    page.context.set_offline(True)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.goto("/app/")
    expect(page.locator("html")).not_to_contain_text("Adamiak")
    page.context.set_offline(False)

    sign_in_by_name(page, "student02")
    expect(page.get_by_role("heading", name="Moje odznaki")).to_be_visible()
    page.goto("/app/me")
    expect(page.get_by_role("heading", name="Mateusz Borowiecki")).to_be_visible()
    now = json.dumps(page.evaluate(KEPT), ensure_ascii=False)
    assert person not in now
    assert DRAFT not in now
    assert "Adamiak" not in page.content()
