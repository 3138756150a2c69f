"""Reading the seed: documents by name, and every text in them with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).resolve().parents[2] / "content"
LANGUAGES = ("pl", "en", "uk")
DOCUMENTS = ("badges", "civic_paths", "curriculum", "events", "ready_phrases", "demo_school")


def load(name: str) -> dict[str, Any]:
    """The document ``content/<name>.json``."""
    document: dict[str, Any] = json.loads((CONTENT / f"{name}.json").read_text("utf-8"))
    return document


def texts(node: Any, place: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every text below ``node``: an object that has a Polish wording, with the place where it stands."""
    if isinstance(node, dict):
        if "pl" in node:
            yield place, node
            return
        for key, child in node.items():
            yield from texts(child, f"{place}.{key}")
    elif isinstance(node, list):
        for index, child in enumerate(node):
            yield from texts(child, f"{place}[{index}]")


def all_texts() -> list[tuple[str, dict[str, str]]]:
    return [found for name in DOCUMENTS for found in texts(load(name), name)]


def badges() -> dict[str, dict[str, Any]]:
    return {badge["slug"]: badge for badge in load("badges")["badges"]}


def steps() -> list[dict[str, Any]]:
    return [step for path in load("civic_paths")["paths"] for step in path["steps"]]


def curriculum_codes() -> set[str]:
    """Codes of goals, skills, requirements, civic actions and the project."""
    subject = load("curriculum")
    groups = [subject["goals"], subject["skills"], subject["civic_actions"], [subject["project"]]]
    for section in subject["sections"]:
        groups += [section["required"], section["optional"]]
    return {item["code"] for group in groups for item in group}


def known_given_names() -> set[str]:
    """Every spelling in ``given_names.json``, Latin and Cyrillic."""
    names = load("given_names")
    ukrainian = {spelling for name in names["ukrainian"] for spelling in (name["cyrillic"], *name["latin"])}
    return {*names["polish"], *names["other"], *ukrainian}
