"""Loading the shipped paths (`content/civic_paths.json`). Safe to run again: texts are brought up to date."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction

from credentials.models import Achievement
from paths.models import LearningPath, Section, Step


@transaction.atomic
def load_paths(content: Path) -> list[LearningPath]:
    """All paths of the file, as the portal's own (no school owns them). The achievements must be there already."""
    document = json.loads((content / "civic_paths.json").read_text(encoding="utf-8"))
    achievements = {row.slug: row for row in Achievement.objects.all()}
    return [_load_path(path, achievements) for path in document["paths"]]


def _load_path(data: Mapping[str, Any], achievements: Mapping[str, Achievement]) -> LearningPath:
    path, _new = LearningPath.objects.update_or_create(
        slug=data["slug"],
        defaults={
            "title": data["title"],
            "description": data["description"],
            "school_types": data["school_types"],
            "visibility": data["visibility"],
            "duration_weeks": data["duration_weeks"],
            "tags": data["tags"],
        },
    )
    sections = {}
    for position, section in enumerate(data["sections"], start=1):
        sections[section["id"]], _new = Section.objects.update_or_create(
            path=path, key=section["id"], defaults={"position": position, "title": section["title"]}
        )
    for position, (key, step) in enumerate(_nodes(data["steps"]), start=1):
        _load_step(path, sections[step["section"]], key, position, step, achievements)
    return path


def _nodes(steps: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Steps in order. A choice of several becomes as many nodes, one badge each: what is distinct in the path
    stays distinct, and every choice has its own place on the map."""
    for step in sorted(steps, key=lambda one: one["order"]):
        key = step["id"].rsplit(".", 1)[-1]
        count = step.get("choose", {}).get("count", 1)
        if count == 1:
            yield key, step
            continue
        for number in range(1, count + 1):
            title = {language: f"{words} ({number}/{count})" for language, words in step["title"].items()}
            hours = round(step["estimated_hours"] / count, 1)
            yield f"{key}-{number}", {**step, "title": title, "estimated_hours": hours}


def _load_step(
    path: LearningPath,
    section: Section,
    key: str,
    position: int,
    data: Mapping[str, Any],
    achievements: Mapping[str, Achievement],
) -> None:
    badges = data.get("badges", [])
    if len(badges) > 1:
        raise ValueError(f"{data['id']}: a step carries one badge; make a choice of several.")
    choose = data.get("choose", {})
    step, _new = Step.objects.update_or_create(
        path=path,
        key=key,
        defaults={
            "section": section,
            "position": position,
            "kind": data["kind"],
            "title": data["title"],
            "description": data["description"],
            "why": data["why"],
            "example": data["example"],
            "required": data["required"],
            "estimated_hours": data["estimated_hours"],
            "suggested_week": data.get("suggested_week"),
            "verified_by": data["verified_by"],
            "evidence_type": data["evidence_type"],
            "evidence_kinds": data["evidence_kinds"],
            "needs_topic": data["needs_topic"],
            "team": data.get("team", False),
            "curriculum": data.get("curriculum", []),
            "event_kinds": data.get("event_kinds", []),
            "sensitivity": data["sensitivity"],
            "quiz": data.get("quiz", []),
            "achievement": achievements[badges[0]] if badges else None,
            "choose_count": 1 if choose else 0,
            "distinct_in_path": choose.get("distinct_in_path", False),
        },
    )
    step.choices.set([achievements[slug] for slug in choose.get("of", [])])
