"""What runs in a page, and what its policy stops, is told to the test from every page and frame."""

from __future__ import annotations

from playwright.sync_api import Page

TRAP = """
for (const name of ['boom', 'alert', 'confirm', 'prompt']) window[name] = () => { window.tell('ran: ' + location.pathname) }
addEventListener('securitypolicyviolation', event =>
    window.tell('violates: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + location.pathname))
"""


def trapped(page: Page, told: list[str]) -> Page:
    page.context.expose_function("tell", lambda line: told.append(line))
    page.context.add_init_script(TRAP)
    return page
