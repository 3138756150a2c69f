"""Blocks of the first pages in one language, from `content/pages.json` to what StreamField takes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wagtail.models import Page

Words = Mapping[str, str]
Found = Mapping[str, Mapping[str, Page]]
Blocks = list[tuple[str, Any]]


class Wording:
    """Says things in one language and knows the pages made so far, by key and language."""

    def __init__(self, language: str, pages: Found) -> None:
        self.language = language
        self.pages = pages

    def say(self, words: Words) -> str:
        return words.get(self.language) or words["pl"]

    def page(self, key: str | None) -> Page | None:
        return self.pages.get(key or "", {}).get(self.language)

    def link(self, link: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "label": self.say(link["label"]),
            "page": self.page(link.get("page")),
            "address": link.get("address", ""),
        }

    def body(self, blocks: list[dict[str, Any]]) -> Blocks:
        return [(block["type"], self.block(block)) for block in blocks]

    def block(self, block: Mapping[str, Any]) -> Any:
        match block["type"]:
            case "heading" | "text":
                return self.say(block["text"])
            case "steps" | "cards" as kind:
                return {kind: [self._card(one) for one in block[kind]]}
            case "questions":
                return {
                    "questions": [
                        {"question": self.say(one["question"]), "answer": self.say(one["answer"])}
                        for one in block["questions"]
                    ]
                }
            case "declaration":
                return self._declaration(block)
            case "call":
                return {"text": self.say(block["text"]), **self.link(block)}
            # What the portal fills itself: a title in three languages, all else as it stands.
            case "badges" | "news" | "events" | "figures":
                rest = {name: value for name, value in block.items() if name not in ("type", "title")}
                return {"title": self.say(block["title"]), **rest}
        raise ValueError(f"content/pages.json: unknown block {block['type']}")

    def _card(self, one: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "title": self.say(one["title"]),
            "text": self.say(one["text"]),
            "page": self.page(one.get("page")),
        }

    def _declaration(self, block: Mapping[str, Any]) -> dict[str, Any]:
        days = {name: date.fromisoformat(block[name]) for name in ("published_on", "changed_on", "made_on")}
        words = {name: self.say(block[name]) for name in ("entity", "gaps", "shortcuts")}
        return {**days, **words, "status": block["status"]}
