"""What stands on a screen in Polish, said in the language of the test.

A walk is written in the words that most people see first, and runs in three languages: `say("Sprawdź listę")` finds
the message in the catalogues of the front and of the rooms and gives its translation, with values and plural forms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import polib
from babel import Locale
from pyicumessageformat import Parser

from tests.servers import ROOT
from tools.places import ROOMS

LANGUAGES = ("pl", "en", "uk")
# Where gettext numbers its plural forms, ICU names them, in this order (unicode.org, CLDR plural rules).
FORMS = {"en": ("one", "other"), "pl": ("one", "few", "many", "other"), "uk": ("one", "few", "many", "other")}
NUMBER = r"(\d[\d\s]*)"

Message = list[Any]  # of words, and of gaps as pyicumessageformat parses them
_PARSER = Parser()
# Lingui numbers the elements within a sentence; what stands on the screen has none.
ELEMENT = re.compile(r"</?\d+ ?/?>")


class Words:
    """The words of one language, asked for by the Polish ones."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, polish: str, /, *values: object, english: str | None = None) -> str:
        """What stands there instead of `polish`.

        Either the very words of the screen ("Zostały 3 dni"), or the message with its gaps ("Cześć, {name}") and the
        `values` that fill them in turn. `english` chooses where two messages share their Polish words.
        """
        message, found = _find(polish, english)
        given = dict(zip(_names(message["pl"]), values, strict=True)) if values else found
        return _written(message[self.language], given, self.language)

    def like(self, polish: str, /, *, english: str | None = None) -> re.Pattern[str]:
        """The message with gaps as a pattern that takes anything in them."""
        message, _found = _find(polish, english)
        return re.compile(_pattern(message[self.language]))


def _find(polish: str, english: str | None) -> tuple[dict[str, Message], dict[str, object]]:
    exact, patterned = _messages()
    found: list[tuple[dict[str, Message], dict[str, object]]] = [
        (one, {}) for one in exact.get(_unnamed(polish), [])
    ]
    if not found:
        fitting = ((one, match) for pattern, one in patterned if (match := pattern.fullmatch(polish)))
        found = [(one, _filled(one["pl"], match)) for one, match in fitting][: None if english else 1]
    if english is not None:
        found = [one for one in found if _gapped(one[0]["en"]) == english]
    assert found, f"no message reads “{polish}” in Polish"
    ways = sorted({_gapped(one["en"]) for one, _ in found})
    assert len(ways) == 1, f"“{polish}” is said in several ways, choose with english=: {ways}"
    return found[0]


def _filled(message: Message, match: re.Match[str]) -> dict[str, object]:
    return {
        name: text for name, text in zip(_groups(message), match.groups(), strict=True) if text is not None
    }


@cache
def _messages() -> tuple[
    dict[str, list[dict[str, Message]]], list[tuple[re.Pattern[str], dict[str, Message]]]
]:
    exact: defaultdict[str, list[dict[str, Message]]] = defaultdict(list)
    patterned: list[tuple[re.Pattern[str], dict[str, Message]]] = []
    for message in [*_of_the_front(), *_of_the_rooms()]:
        exact[_unnamed(_gapped(message["pl"]))].append(message)
        if any(not isinstance(part, str) for part in message["pl"]):
            patterned.append((re.compile(_pattern(message["pl"])), message))
    # The one that leaves least to its gaps is meant.
    patterned.sort(key=lambda one: -len(re.sub(r"\(.*?\)|\W", "", one[0].pattern)))
    return exact, patterned


def _of_the_front() -> Iterator[dict[str, Message]]:
    for polish in sorted((ROOT / "frontend" / "src").glob("**/locales/pl.po")):
        ukrainian = _by_id(polish.with_name("uk.po"))
        for key, entry in _by_id(polish).items():
            if key in ukrainian and entry.msgstr:
                texts = {"pl": entry.msgstr, "en": entry.msgid, "uk": ukrainian[key].msgstr}
                yield {language: _PARSER.parse(ELEMENT.sub("", text)) for language, text in texts.items()}


def _of_the_rooms() -> Iterator[dict[str, Message]]:
    for room in ROOMS:
        polish, ukrainian = (
            _by_id(ROOT / room / "locale" / language / "LC_MESSAGES" / "django.po")
            for language in ("pl", "uk")
        )
        for key, entry in polish.items():
            other = ukrainian.get(key)
            if other is None or entry.obsolete:
                continue
            if entry.msgid_plural:
                yield {
                    "pl": _counted(entry.msgstr_plural, "pl"),
                    "en": _counted({0: entry.msgid, 1: entry.msgid_plural}, "en"),
                    "uk": _counted(other.msgstr_plural, "uk"),
                }
            elif entry.msgstr:
                yield {
                    "pl": _gettext(entry.msgstr),
                    "en": _gettext(entry.msgid),
                    "uk": _gettext(other.msgstr),
                }


def _by_id(path: Path) -> dict[tuple[str | None, str], polib.POEntry]:
    if not path.exists():
        return {}
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path)) if not entry.obsolete}


def _gettext(text: str) -> Message:
    """`%(name)s`, `%s` and `{name}` as gaps of a message."""
    message: Message = []
    for part in re.split(r"(%\(\w+\)[sd]|%[sd]|\{\w*\})", text):
        if gap := re.fullmatch(r"%\((\w+)\)[sd]|%([sd])|\{(\w*)\}", part):
            message.append({"name": next((name for name in gap.groups() if name is not None), "")})
        elif part:
            message.append(part.replace("%%", "%"))
    return message


def _counted(forms: dict[int, str], language: str) -> Message:
    """A plural of gettext as one of ICU; what its last form names first is what is counted."""
    written = {
        name: _gettext(forms[number]) for number, name in enumerate(FORMS[language]) if number in forms
    }
    counted = next((part["name"] for part in [*written.values()][-1] if isinstance(part, dict)), "count")
    for parts in written.values():
        for part in parts:
            if isinstance(part, dict) and part["name"] == counted:
                part.update({"type": "number", "hash": True})
    return [{"type": "plural", "name": counted, "options": written}]


def _gapped(message: Message) -> str:
    """How a test writes the message: plain words, and `{name}` where something is filled in."""
    parts = []
    for part in message:
        if isinstance(part, str):
            parts.append(part)
        else:
            parts.append("{" + part["name"] + "}")
    return "".join(parts)


def _unnamed(text: str) -> str:
    return re.sub(r"\{\w*\}", "{}", text)


def _names(message: Message) -> list[str]:
    """The gaps in the order of their first appearance."""
    return list(dict.fromkeys(re.findall(r"\{(\w*)\}", _gapped(message))))


def _pattern(message: Message) -> str:
    parts = []
    for part in message:
        if isinstance(part, str):
            parts.append(re.escape(part))
        elif "options" in part:
            parts.append("(?:" + "|".join(_pattern(option) for option in part["options"].values()) + ")")
        else:
            parts.append(NUMBER if part.get("hash") else "(.+?)")
    return "".join(parts)


def _groups(message: Message) -> list[str]:
    """The name behind each group of `_pattern`."""
    names: list[str] = []
    for part in message:
        if isinstance(part, str):
            continue
        if "options" in part:
            names += [name for option in part["options"].values() for name in _groups(option)]
        else:
            names.append(part["name"])
    return names


def _written(message: Message, values: dict[str, object], language: str) -> str:
    parts = []
    for part in message:
        if isinstance(part, str):
            parts.append(part)
        elif "options" in part:
            number = int(re.sub(r"\s", "", str(values[part["name"]])))
            form = Locale(language).plural_form(number)
            chosen = (
                part["options"].get(f"={number}") or part["options"].get(form) or part["options"]["other"]
            )
            parts.append(_written(chosen, values, language))
        else:
            parts.append(str(values[part["name"]]))
    return "".join(parts)
