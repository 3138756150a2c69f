"""The description of a badge as a plain form: the same parts as in the app's editor, every language under the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.translated import LANGUAGES, in_language
from credentials.art.choices import FORMAL_SHAPES, RIBBONS, SYMBOLS
from credentials.art.palettes import PALETTES
from credentials.curriculum import titles
from credentials.descriptions.parts import PARTS, Form, Part, Section
from credentials.descriptions.versions import value_of
from credentials.enums import ActivityType
from credentials.services.drafting import FIRST_ART

SPEECHES: Mapping[str, str | Promise] = {"pl": _("Polish"), "en": _("English"), "uk": _("Ukrainian")}
ART = {"shape": FORMAL_SHAPES, "palette": PALETTES, "symbol": SYMBOLS, "ribbon": RIBBONS}
ART_WORDS: Mapping[str, str | Promise] = {
    "shape": _("Shape"), "palette": _("Colours"), "symbol": _("Symbol"), "ribbon": _("Ribbon")
}  # fmt: skip
ACTIVITY_TEXTS: Mapping[str, str | Promise] = {
    "name": _("Name"), "description": _("Description"), "place": _("Place"), "organiser": _("Who runs it"),
    "conditions": _("Who can take part"),
}  # fmt: skip
LINES = 300
Options = list[tuple[str, str]]


@dataclass(frozen=True)
class Control:
    """One control of the form. `kind`: text | lines | select | check | checks | date | file | picture."""

    name: str
    label: str
    kind: str
    value: Any
    options: Options = ()  # type: ignore[assignment]
    language: str = ""
    limit: int = 0


@dataclass(frozen=True)
class Group:
    """The controls of one part, under its name."""

    label: str
    controls: tuple[Control, ...]


def groups_of(description: dict[str, Any], section: str) -> tuple[Group, ...]:
    """What the form of one section shows."""
    return tuple(
        Group(str(part.label), tuple(_controls(name, part, value_of(description, name))))
        for name, part in PARTS.items()
        if part.section == section
    )


def given_in(form: QueryDict, section: str, seen: dict[str, Any]) -> dict[str, Any]:
    """The parts of a section that the person changed, against what the form had shown (`seen`)."""
    found: dict[str, Any] = {}
    for name, part in PARTS.items():
        if part.section != section:
            continue
        given, before = _given(name, part, form, value_of(seen, name)), value_of(seen, name)
        if part.form is Form.WORDS:
            changed = {one: words for one, words in given.items() if words != before.get(one, "")}
            if changed:
                found[name] = changed
        elif given != before:
            found[name] = given
    return found


def sections() -> list[tuple[str, str]]:
    return [(code, str(label)) for code, label in Section.choices]


def _controls(name: str, part: Part, value: Any) -> Iterator[Control]:
    label = str(part.label)
    match part.form:
        case Form.WORDS:
            yield from _words(name, value, part.limit)
        case Form.CODE:
            yield Control(name, label, "select", value, [("", "–"), *_choices(part)])
        case Form.CODES:
            yield Control(name, label, "checks", value, _choices(part))
        case Form.CURRICULUM:
            rows = [(code, f"{code} · {in_language(title)}") for code, title in titles().items()]
            yield Control(name, label, "checks", value, rows)
        case Form.YES_OR_NO:
            yield Control(name, label, "check", value)
        case Form.LEVEL:
            levels = [("", "–"), *((str(n), f"PQF {n} · EQF {n}") for n in range(1, 9))]
            yield Control(name, label, "select", str((value or {}).get("pqf") or ""), levels)
        case Form.ART:
            yield from _art(name, part, value)
        case Form.REQUIREMENT:
            yield from _requirement(name, value or {})
        case Form.OUTCOMES:
            yield from _outcomes(name, [*value, {}])
        case Form.ACTIVITIES:
            yield from _activities(name, [*value, {}])
        case Form.SCALE:
            yield from _scale(name, part, value or {})
        case Form.TAGS:
            yield Control(name, str(_("With commas between")), "text", ", ".join(value), limit=LINES)
        case _:
            yield Control(name, label, "text", "" if value is None else value, limit=8)


def _art(name: str, part: Part, value: Mapping[str, Any]) -> Iterator[Control]:
    """The picture as it is; then what it is designed from, or whose file it is; and a file in its place."""
    yield Control(name, str(part.label), "picture", value)
    if value.get("picture"):
        yield Control(f"{name}.author", str(_("Author of the picture")), "text", value["author"], limit=120)
        licences = [("", "–"), *_choices(part)]
        yield Control(
            f"{name}.licence", str(_("Licence of the picture")), "select", value["licence"], licences
        )
        yield Control(f"{name}.designed", str(_("Design a picture here instead")), "check", False)
    else:
        for one, choices in ART.items():
            named = [(choice.name, in_language(choice.label)) for choice in choices.values()]
            yield Control(f"{name}.{one}", str(ART_WORDS[one]), "select", value.get(one, "none"), named)
    yield Control(f"{name}.file", str(_("A picture from a file: PNG, JPEG or WebP")), "file", "")


def _words(name: str, value: Mapping[str, str], limit: int) -> Iterator[Control]:
    for one in LANGUAGES:
        kind = "lines" if limit > LINES else "text"
        yield Control(
            f"{name}.{one}",
            capfirst(str(SPEECHES[one])),
            kind,
            value.get(one) or "",
            language=one,
            limit=limit,
        )


def _choices(part: Part) -> Options:
    return [(code, str(label)) for code, label in (part.codes.choices if part.codes else ())]


def _requirement(name: str, value: Mapping[str, Any]) -> Iterator[Control]:
    some = value.get("min_of") or {}
    all_of, some_of = "\n".join(value.get("all_of", ())), "\n".join(some.get("badges", ()))
    yield Control(f"{name}.all_of", str(_("All of these, a short name a line")), "lines", all_of)
    yield Control(f"{name}.count", str(_("How many of these")), "text", some.get("count") or "", limit=3)
    yield Control(f"{name}.some_of", str(_("Some of these, a short name a line")), "lines", some_of)


def _scale(name: str, part: Part, value: Mapping[str, Any]) -> Iterator[Control]:
    kinds = [("", str(_("Without a grade"))), *_choices(part)]
    yield Control(f"{name}.kind", str(_("How it is graded")), "select", value.get("kind", ""), kinds)
    grades = "\n".join(value.get("values") or ())
    yield Control(f"{name}.values", str(_("Grades, the lowest first, one a line")), "lines", grades)
    yield Control(f"{name}.least", str(_("Fewest points")), "text", value.get("least") or "", limit=8)
    yield Control(f"{name}.most", str(_("Most points")), "text", value.get("most") or "", limit=8)
    needed = value.get("required") or ""
    yield Control(
        f"{name}.required", str(_("Needed for the badge, or nothing")), "text", needed, limit=part.limit
    )


def _outcomes(name: str, rows: list[dict[str, Any]]) -> Iterator[Control]:
    for at, row in enumerate(rows):
        for one in LANGUAGES:
            text, criteria = row.get("text", {}), row.get("criteria", [])
            skill = str(_("Skill %(number)d: %(language)s") % {"number": at + 1, "language": SPEECHES[one]})
            yield Control(
                f"{name}.{at}.text.{one}", skill, "text", text.get(one, ""), language=one, limit=LINES
            )
            lines = "\n".join(criterion.get(one, "") for criterion in criteria)
            each = _("Its criteria, one a line: %(language)s") % {"language": SPEECHES[one]}
            yield Control(f"{name}.{at}.criteria.{one}", str(each), "lines", lines, language=one)


def _activities(name: str, rows: list[dict[str, Any]]) -> Iterator[Control]:
    for at, row in enumerate(rows):
        for text, label in ACTIVITY_TEXTS.items():
            for one in LANGUAGES:
                words = f"{at + 1}. {label}: {SPEECHES[one]}"
                value = row.get(text, {}).get(one, "")
                yield Control(f"{name}.{at}.{text}.{one}", words, "text", value, language=one, limit=500)
        kinds = [(code, str(label)) for code, label in ActivityType.choices]
        yield Control(
            f"{name}.{at}.type", f"{at + 1}. {_('Kind')}", "select", row.get("type", "lesson"), kinds
        )
        yield Control(f"{name}.{at}.date", f"{at + 1}. {_('Day')}", "date", row.get("date") or "")
        yield Control(
            f"{name}.{at}.link", f"{at + 1}. {_('Web page')}", "text", row.get("link") or "", limit=LINES
        )


def _given(name: str, part: Part, form: QueryDict, before: Any) -> Any:
    match part.form:
        case Form.WORDS:
            return {one: _text(form, f"{name}.{one}") for one in LANGUAGES}
        case Form.CODES | Form.CURRICULUM:
            return form.getlist(name)
        case Form.YES_OR_NO:
            return name in form
        case Form.LEVEL:
            level = _whole(form, name)
            return {"pqf": level, "eqf": level, "status": "indicative"} if level else None
        case Form.ART:
            return _given_art(name, form, before)
        case Form.REQUIREMENT:
            return _given_requirement(name, form, before)
        case Form.OUTCOMES:
            return list(_given_outcomes(name, form, before))
        case Form.ACTIVITIES:
            return list(_given_activities(name, form, before))
        case Form.SCALE:
            return _given_scale(name, form)
        case Form.TAGS:
            return [tag for tag in (one.strip() for one in form.get(name, "").split(",")) if tag]
        case Form.COUNT:
            return _whole(form, name)
        case Form.NUMBER:
            return _text(form, name) or None
        case _:
            return _text(form, name)


def _given_art(name: str, form: QueryDict, before: Mapping[str, Any]) -> dict[str, str]:
    if not before.get("picture"):
        return {one: form.get(f"{name}.{one}", "none") for one in ART}
    if f"{name}.designed" in form:
        return dict(FIRST_ART)
    said = {one: _text(form, f"{name}.{one}") for one in ("author", "licence")}
    return {"picture": before["picture"], **said}


def _given_scale(name: str, form: QueryDict) -> dict[str, Any] | None:
    """In the way it is kept, so that what nobody changed is no change."""
    kind, needed = _text(form, f"{name}.kind"), _text(form, f"{name}.required") or None
    match kind:
        case "":
            return None
        case "grades":
            values = [one.strip() for one in form.get(f"{name}.values", "").splitlines() if one.strip()]
            return {"kind": kind, "required": needed, "values": values}
        case "points":
            ends = {one: _text(form, f"{name}.{one}") for one in ("least", "most")}
            return {"kind": kind, "required": needed, **ends}
    return {"kind": kind, "required": needed}


def _given_requirement(name: str, form: QueryDict, before: Any) -> Any:
    """In the way it is sent, not kept; what stands already in the way it is kept."""
    all_of, some_of = form.get(f"{name}.all_of", "").split(), form.get(f"{name}.some_of", "").split()
    some = (before or {}).get("min_of") or {}
    kept = ((before or {}).get("all_of", []), some.get("badges", []), some.get("count", 0))
    count = _whole(form, f"{name}.count") or 0
    if (all_of, some_of, count) == kept:
        return before
    return {"all_of": all_of, "some_of": some_of, "count": count}


def _given_outcomes(name: str, form: QueryDict, before: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for at in range(len(before) + 1):
        text = _filled({one: _text(form, f"{name}.{at}.text.{one}") for one in LANGUAGES})
        lines = {one: form.get(f"{name}.{at}.criteria.{one}", "").splitlines() for one in LANGUAGES}
        rows = range(max(len(one) for one in lines.values()))
        said = [
            _filled({one: lines[one][row].strip() for one in LANGUAGES if row < len(lines[one])})
            for row in rows
        ]
        criteria = [one for one in said if one]
        if text or criteria:
            known = {"id": before[at]["id"]} if at < len(before) else {}
            yield {**known, "text": text, "criteria": criteria}


def _given_activities(name: str, form: QueryDict, before: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for at in range(len(before) + 1):
        words = {
            text: _filled({one: _text(form, f"{name}.{at}.{text}.{one}") for one in LANGUAGES})
            for text in ACTIVITY_TEXTS
        }
        if any(words.values()):
            yield {
                **words, "type": form.get(f"{name}.{at}.type", ""),
                "date": form.get(f"{name}.{at}.date") or None, "link": _text(form, f"{name}.{at}.link") or None,
            }  # fmt: skip


def _filled(words: Mapping[str, str]) -> dict[str, str]:
    return {one: text for one, text in words.items() if text}


def _text(form: QueryDict, name: str) -> str:
    return form.get(name, "").replace("\r\n", "\n").strip()


def _whole(form: QueryDict, name: str) -> int | None:
    text = form.get(name, "").strip()
    return int(text) if text.isdecimal() and len(text) < 5 else None
