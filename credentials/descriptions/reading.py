"""What somebody wrote into the editor, made safe to keep: the parts they changed and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from django.utils.translation import gettext_lazy as _

from core.refusals import Refusal, Refusals
from core.text import clean_text
from core.translated import LANGUAGES
from credentials.art.badge_art import BadgeArt
from credentials.art.choices import Kind
from credentials.art.drawn_elsewhere import DrawnElsewhere
from credentials.curriculum import titles
from credentials.descriptions.lists import read_activities, read_outcomes
from credentials.descriptions.parts import PARTS, Form, Part
from credentials.enums import PictureLicence
from credentials.scales import NotOnScale, Scale
from credentials.stacking import Requirement

Changes = dict[str, Any]
AUTHOR_LETTERS = 120


def read_changes(given: Mapping[str, Any], *, kind: str) -> Changes:
    """Clean values by the key of what they change: "name.uk" for words, "tags" for everything else. "" or None clears.

    Raises Refusals that name each part that cannot be kept, by its field.
    """
    found: Changes = {}
    wrong: list[Refusal] = []
    for field, value in given.items():
        part = PARTS[field]
        try:
            if part.form is Form.WORDS:
                found |= {f"{field}.{one}": words for one, words in _words(value, part, field).items()}
            elif part.form is Form.ART:
                found[field] = _art(value, kind)
            else:
                found[field] = _READERS[part.form](value, part, field)
        except Refusal as refusal:
            wrong.append(refusal)
    if wrong:
        raise Refusals(wrong)
    return found


def _words(value: Mapping[str, str | None] | None, part: Part, field: str) -> dict[str, str]:
    given = dict.fromkeys(LANGUAGES, "") if value is None else value
    multiline = part.limit > 300
    return {
        language: clean_text(given[language] or "", limit=part.limit, multiline=multiline, field=field)
        for language in LANGUAGES
        if language in given
    }


def _art(value: Mapping[str, str], kind: str) -> dict[str, str]:
    """The picture's parameters, or which file it is and whose; whether there is such a file knows the database."""
    if value.get("picture"):
        return _file(value, kind)
    art = {name: str(value.get(name) or "none") for name in ("shape", "palette", "symbol", "ribbon")}
    try:
        BadgeArt(**art, kind=cast(Kind, kind))
    except ValueError as error:
        raise Refusal(
            "ART_UNKNOWN", _("This picture cannot be drawn for this kind of badge."), "art"
        ) from error
    return art


def _file(value: Mapping[str, str], kind: str) -> dict[str, str]:
    author = clean_text(value.get("author") or "", limit=AUTHOR_LETTERS, multiline=False, field="art")
    licence = value.get("licence") or ""
    if licence and licence not in PictureLicence.values:
        raise _unknown("art")
    art = {"picture": str(value["picture"]), "author": author, "licence": licence}
    try:
        DrawnElsewhere.from_parameters(art, kind)
    except ValueError as error:
        raise Refusal("PICTURE_MISSING", _("The picture did not arrive. Add it again."), "art") from error
    return art


def _code(value: str | None, part: Part, field: str) -> str:
    return _codes([value] if value else [], part, field)[0] if value else ""


def _codes(value: Sequence[str] | None, part: Part, field: str) -> list[str]:
    known = part.codes.values if part.codes else ()
    chosen = list(dict.fromkeys(value or ()))
    if any(code not in known for code in chosen):
        raise _unknown(field)
    return chosen


def _curriculum(value: Sequence[str] | None, part: Part, field: str) -> list[str]:
    chosen = list(dict.fromkeys(value or ()))
    if len(chosen) > part.most or any(code not in titles() for code in chosen):
        raise _unknown(field)
    return chosen


def _unknown(field: str) -> Refusal:
    return Refusal("CHOICE_UNKNOWN", _("This cannot be chosen here."), field)


def _number(value: str | None, part: Part, field: str) -> str | None:
    """A decimal as text; people write a comma too."""
    text = clean_text(value or "", limit=20, multiline=False, field=field).replace(",", ".")
    if not text:
        return None
    places = 2 if field == "cost_amount" else 1
    try:
        number = Decimal(text)
        kept = number.quantize(Decimal(1).scaleb(-places)) if number.is_finite() else None
    except InvalidOperation:
        kept = None
    if kept is None or kept < 0 or kept >= 10**part.most:
        raise Refusal("NUMBER_EXPECTED", _("Write a number here."), field)
    return format(kept.normalize(), "f")


def _count(value: int | None, part: Part, field: str) -> int | None:
    if value is not None and not 1 <= value <= part.most:
        raise Refusal("NUMBER_EXPECTED", _("Write a number here."), field)
    return value


def _level(value: Mapping[str, int | None] | None, part: Part, field: str) -> dict[str, Any] | None:
    """A hint, never an awarded level (product.md §6)."""
    levels = {name: (value or {}).get(name) for name in ("pqf", "eqf")}
    if not any(levels.values()):
        return None
    if not all(level is not None and 1 <= level <= part.most for level in levels.values()):
        raise Refusal("LEVEL_UNKNOWN", _("Choose a level from 1 to 8 in both frameworks."), field)
    return {**levels, "status": "indicative"}


def _requirement(value: Mapping[str, Any] | None, part: Part, field: str) -> dict[str, Any] | None:
    all_of = sorted(set((value or {}).get("all_of") or ()))
    some_of = sorted(set((value or {}).get("some_of") or ()))
    count = (value or {}).get("count") or 0
    if not all_of and not some_of:
        return None
    kept: dict[str, Any] = {"all_of": all_of} if all_of else {}
    if some_of:
        kept["min_of"] = {"count": count, "badges": some_of, "distinct": True}
    try:
        sound = Requirement.from_json(kept) is not None and (not some_of or 1 <= count <= len(some_of))
    except ValueError:
        sound = False
    if not sound or len(all_of) + len(some_of) > part.most:
        raise Refusal(
            "REQUIREMENT_IMPOSSIBLE", _("Nobody could ever meet this: choose fewer, or more to choose from."), field
        )  # fmt: skip
    return kept


def _scale(value: Mapping[str, Any] | None, part: Part, field: str) -> dict[str, Any] | None:
    if not value or not value.get("kind"):
        return None
    grades = [
        clean_text(one, limit=part.limit, multiline=False, field=field) for one in value.get("values") or ()
    ]
    given = {
        **value,
        "values": [one for one in grades if one],
        "required": (value.get("required") or "").strip(),
    }
    try:
        scale = Scale.from_json(given)
    except NotOnScale as error:
        raise Refusal(
            "SCALE_IMPOSSIBLE",
            _("Nobody could be graded like this: name from 2 to 12 grades, or points from less to more."),
            field,
        ) from error
    return scale.as_json() if scale else None


def _tags(value: Sequence[str] | None, part: Part, field: str) -> list[str]:
    cleaned = [clean_text(tag, limit=part.limit, multiline=False, field=field) for tag in value or ()]
    tags = list(dict.fromkeys(tag for tag in cleaned if tag))
    if len(tags) > part.most:
        raise Refusal(
            "TOO_MANY_ENTRIES", _("These are too many: at most %(most)d fit."), field, most=part.most
        )
    return tags


_READERS: Mapping[Form, Callable[[Any, Part, str], Any]] = {
    Form.CODE: _code,
    Form.CODES: _codes,
    Form.NUMBER: _number,
    Form.COUNT: _count,
    Form.YES_OR_NO: lambda value, part, field: bool(value),
    Form.OUTCOMES: read_outcomes,
    Form.ACTIVITIES: read_activities,
    Form.LEVEL: _level,
    Form.REQUIREMENT: _requirement,
    Form.TAGS: _tags,
    Form.CURRICULUM: _curriculum,
    Form.SCALE: _scale,
}
