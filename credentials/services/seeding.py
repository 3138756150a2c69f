"""Loading described achievements from a file: `content/badges.json`, thirty of them in three languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils import timezone

from credentials.enums import AchievementKind
from credentials.models import Achievement, AchievementVersion, Issuer
from credentials.services.defining import create_draft, digest_of, publish
from people.models import Group

# Fields that stand in the file under their own names.
_AS_THEY_ARE = (
    "name", "description", "art", "art_alt", "tags", "accessibility", "activities", "learning_outcomes",
    "assessment_methods", "identity_check", "other_conditions", "assessor_note",
    "participation_form",
    "participation_note", "how_to_earn", "validity_months", "evidence_types", "quality_assurance", "curriculum",
    "school_types", "sensitivity", "team_evidence", "requires", "auto_rule", "feedback_examples",
)  # fmt: skip


def load_achievements(content_dir: Path, issuer: Issuer, club_group: Group) -> dict[str, Achievement]:
    """Publish every achievement of `badges.json`, by slug. Run again, it changes nothing; a changed
    description
    becomes the next version.
    """
    now = timezone.now()
    entries = json.loads((content_dir / "badges.json").read_text("utf-8"))["badges"]
    return {entry["slug"]: _load(entry, issuer, club_group, now) for entry in entries}


def _load(entry: Mapping[str, Any], issuer: Issuer, club_group: Group, now: datetime) -> Achievement:
    described = _description(entry)
    known = Achievement.objects.filter(slug=entry["slug"]).select_related("current_version").first()
    current = known.current_version if known else None
    if current and current.digest == digest_of(AchievementVersion(achievement=known, **described)):
        return current.achievement
    is_club = entry["kind"] == AchievementKind.CLUB_BADGE
    draft = create_draft(
        slug=entry["slug"], kind=entry["kind"], issuer=None if is_club else issuer,
        club=club_group if is_club else None, **described,
    )  # fmt: skip
    return publish(draft, actor=None, now=now).achievement


def _description(entry: Mapping[str, Any]) -> dict[str, Any]:
    described = {field: entry[field] for field in _AS_THEY_ARE if entry.get(field) is not None}
    cost = entry.get("cost") or {}
    reference = entry.get("framework_reference")
    if reference:
        described["framework_reference"] = {
            "pqf": reference["prk"], "eqf": reference["eqf"], "status": reference["status"],
        }  # fmt: skip
    return described | {
        "cost_amount": Decimal(str(cost.get("amount", 0))),
        "cost_currency": cost.get("currency", "PLN"),
        "workload_hours": _decimal(entry.get("workload_hours")),
        "ects": _decimal(entry.get("ects")),
    }


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
