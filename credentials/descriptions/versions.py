"""Between a version as the database keeps it and a description as JSON; nothing is lost on the way."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from core.translated import LANGUAGES
from credentials.descriptions.parts import PARTS, Form
from credentials.models import Achievement, AchievementVersion

# Kept along with a description though nobody edits them here.
_UNSHOWN = ("cost_currency", "auto_rule")
_EMPTY: dict[Form, Any] = {
    Form.WORDS: {}, Form.CODE: "", Form.CODES: [], Form.NUMBER: None, Form.COUNT: None, Form.YES_OR_NO: False,
    Form.OUTCOMES: [], Form.ACTIVITIES: [], Form.ART: {}, Form.LEVEL: None, Form.REQUIREMENT: None, Form.TAGS: [],
    Form.CURRICULUM: [], Form.SCALE: None,
}  # fmt: skip


def description_of(version: AchievementVersion) -> dict[str, Any]:
    """Everything a version says, as JSON."""
    return {name: _plain(getattr(version, name)) for name in (*PARTS, *_UNSHOWN)}


def value_of(description: dict[str, Any], name: str) -> Any:
    """One part; what was never written is empty in the way of its form."""
    found = description.get(name)
    return _EMPTY[PARTS[name].form] if found is None else found


def version_of(achievement: Achievement, description: dict[str, Any]) -> AchievementVersion:
    """An unsaved version that says what the description says."""
    given = {name: value_of(description, name) for name in PARTS}
    given |= {name: description[name] for name in _UNSHOWN if description.get(name) is not None}
    for name, part in PARTS.items():
        if part.form is Form.NUMBER and given[name] is not None:
            given[name] = Decimal(given[name])
        if part.form is Form.WORDS:
            given[name] = {one: given[name][one] for one in LANGUAGES if given[name].get(one)}
    given["cost_amount"] = given["cost_amount"] or Decimal(0)
    given["sensitivity"] = given["sensitivity"] or "normal"
    return AchievementVersion(achievement=achievement, **given)


def _plain(value: Any) -> Any:
    return format(value.normalize(), "f") if isinstance(value, Decimal) else value
