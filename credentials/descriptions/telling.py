"""A part of a description as a person would read it: no codes, no JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.translated import LANGUAGES, in_language
from credentials.art.choices import RIBBONS, SHAPES, SYMBOLS
from credentials.art.palettes import PALETTES
from credentials.curriculum import titles
from credentials.descriptions.parts import PARTS, Form, Part
from credentials.enums import ActivityType, PictureLicence
from credentials.scales import Scale, plain_number

Names = Mapping[str, str]
Texts = dict[str, str]


def told(field: str, value: Any, names: Names) -> Texts:
    """The part's text by language, under "" when it is the same in each; empty when nothing is said."""
    part = PARTS[field]
    if part.form is Form.WORDS:
        return dict(value or {})
    if part.form is Form.OUTCOMES:
        return _by_language(value or [], _outcomes)
    if part.form is Form.ACTIVITIES:
        return _by_language(value or [], _activities)
    if part.form is Form.YES_OR_NO:
        return {"": _("yes") if value else _("no")}
    text = _TOLD[part.form](value, part, names) if value else ""
    return {"": text} if text else {}


def _by_language(rows: list[Any], tell: Callable[[list[Any], str], str]) -> Texts:
    texts = {language: tell(rows, language) for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text}


def _outcomes(rows: list[Any], language: str) -> str:
    lines = []
    for at, row in enumerate(rows, 1):
        if row["text"].get(language):
            lines.append(f"{at}. {row['text'][language]}")
        lines += [f"   • {one[language]}" for one in row["criteria"] if one.get(language)]
    return "\n".join(lines)


def _activities(rows: list[Any], language: str) -> str:
    lines = []
    for row in rows:
        said = [
            row[name].get(language, "")
            for name in ("name", "description", "place", "organiser", "conditions")
        ]
        if any(said):
            kind = dict(ActivityType.choices).get(row["type"], "")
            facts = [str(kind), row.get("date") or "", row.get("link") or ""]
            lines.append(" · ".join(filter(None, [*said, *facts])))
    return "\n".join(lines)


def _codes(value: Any, part: Part, names: Names) -> str:
    known = dict(part.codes.choices) if part.codes else {}
    return ", ".join(str(known.get(code, code)) for code in ([value] if isinstance(value, str) else value))


def _number(value: Any, part: Part, names: Names) -> str:
    return str(value)


def _art(value: Any, part: Part, names: Names) -> str:
    if value.get("picture"):
        licence = dict(PictureLicence.choices).get(value.get("licence"), "")
        credit = ", ".join(filter(None, (value.get("author"), str(licence))))
        return ": ".join(filter(None, (_("From a file"), credit)))
    chosen = (
        SHAPES.get(value.get("shape")), PALETTES.get(value.get("palette")), SYMBOLS.get(value.get("symbol")),
        RIBBONS.get(value.get("ribbon")),
    )  # fmt: skip
    return ", ".join(in_language(one.label) for one in chosen if one)


def _level(value: Any, part: Part, names: Names) -> str:
    return f"PQF {value.get('pqf') or '–'} · EQF {value.get('eqf') or '–'}"


def _requirement(value: Any, part: Part, names: Names) -> str:
    lines = [names.get(slug, slug) for slug in value.get("all_of", ())]
    some = value.get("min_of")
    if some:
        others = ", ".join(names.get(slug, slug) for slug in some["badges"])
        lines.append(_("%(count)d of: %(badges)s") % {"count": some["count"], "badges": others})
    return "\n".join(lines)


def _curriculum(value: Any, part: Part, names: Names) -> str:
    return "\n".join(f"{code} · {in_language(titles().get(code))}" for code in value)


def scale_told(scale: Scale | None) -> str:
    """What one may get and what is needed: "2, 3, 4, 5. Needed: 3"."""
    if scale is None:
        return ""
    match scale.kind:
        case "grades":
            said = ", ".join(scale.values)
        case "percent":
            said = _("from 0 to 100%")
        case _:
            ends = {"least": plain_number(scale.least), "most": plain_number(scale.most)}
            said = _("from %(least)s to %(most)s points") % ends
    needed = _("Needed: %(value)s.") % {"value": scale.required}
    return f"{said}. {needed}" if scale.required else said


def _count(value: Any, part: Part, names: Names) -> str:
    return ngettext("%(months)d month", "%(months)d months", value) % {"months": value}


_TOLD: Mapping[Form, Callable[[Any, Part, Names], str]] = {
    Form.CODE: _codes,
    Form.CODES: _codes,
    Form.NUMBER: _number,
    Form.COUNT: _count,
    Form.ART: _art,
    Form.LEVEL: _level,
    Form.REQUIREMENT: _requirement,
    Form.TAGS: lambda value, part, names: ", ".join(value),
    Form.CURRICULUM: _curriculum,
    Form.SCALE: lambda value, part, names: scale_told(Scale.from_json(value)),
}
