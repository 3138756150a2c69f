"""Counting as the budgets of product.md do."""

from __future__ import annotations

from playwright.sync_api import Locator


class Taps:
    """Taps, clicks and submits (`t`), and typed fields (`f`)."""

    def __init__(self) -> None:
        self.taps = 0
        self.fields = 0

    def tap(self, target: Locator) -> None:
        target.click()
        self.taps += 1

    def type(self, target: Locator, text: str) -> None:
        target.fill(text)
        self.fields += 1
