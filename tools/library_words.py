"""What the libraries on our screens (Wagtail's admin above all) leave untranslated, and our words for it.

A library is an app of `INSTALLED_APPS` that is no room, and Django itself. Its English catalogue names all
that it says; what neither it nor a room says in Polish or Ukrainian has to stand in `cms/admin_words/locale`.
Words there may also correct a library's own. Used by `tools.catalogues`; an upgrade of a library that brings
new words fails `./dev check`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

import polib

from tools.places import LIBRARY_WORDS, ROOMS, ROOT

DOMAINS = ("django", "djangojs")
# What a library puts among its translations untranslated: a sentence, and not a word like “Status”.
A_SENTENCE = 4

# Context, message, whether it has plural forms: gettext keeps the two apart.
Key: TypeAlias = tuple[str | None, str, bool]
Messages: TypeAlias = dict[Key, polib.POEntry]


def libraries() -> list[Path]:
    """The folders of the installed apps that are not ours, in the order in which their words win."""
    sys.path.insert(0, str(ROOT))
    from portal.settings.base import INSTALLED_APPS

    names = [name for name in INSTALLED_APPS if name.split(".")[0] not in ROOMS]
    return [folder for name in [*names, "django.conf"] if (folder := _folder(name)) is not None]


def _folder(name: str) -> Path | None:
    """Where the app `name` stands; None for the path of a configuration, whose apps bring no words."""
    if name.split(".")[-1][0].isupper():
        return None
    found = find_spec(name)
    return Path(found.origin).parent if found and found.origin else None


@cache
def said(folder: Path, language: str, domain: str) -> Messages:
    """The messages of the catalogue in `folder`, translated or not; none when there is no such catalogue."""
    catalogue = folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    if not catalogue.exists():
        return {}
    return {key(entry): entry for entry in polib.pofile(str(catalogue)) if not entry.obsolete}


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid, bool(entry.msgid_plural)


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def is_said(entry: polib.POEntry | None) -> bool:
    """Whether `entry` is a translation and not a gap, a guess, or the English sentence once more."""
    if entry is None or entry.fuzzy or not all(texts(entry)):
        return False
    return entry.msgid not in texts(entry) or len(entry.msgid.split()) < A_SENTENCE


def asked(domain: str, folders: Iterable[Path]) -> Messages:
    """Every message of the libraries in `folders`; the first that has it explains it."""
    found: Messages = {}
    for folder in folders:
        for name, entry in said(folder, "en", domain).items():
            found.setdefault(name, entry)
    return found


def upstream(language: str, domain: str, folders: Iterable[Path]) -> Messages:
    """What the libraries say in `language`. On pages the words of all are one catalogue; a script gets those of
    its own library, so there a message that one library leaves out is left out, whatever another says."""
    found: Messages = {}
    silent: set[Key] = set()
    for folder in folders:
        have = said(folder, language, domain)
        for name in said(folder, "en", domain):
            if is_said(have.get(name)):
                found.setdefault(name, have[name])
            else:
                silent.add(name)
    return found if domain == "django" else {name: found[name] for name in found.keys() - silent}


def of_rooms(language: str, domain: str) -> Messages:
    """What our rooms say in `language` on pages, whoever asked first; none for scripts of the admin."""
    found: Messages = {}
    for room in ROOMS if domain == "django" else ():
        have = said(ROOT / room, language, domain)
        found |= {name: entry for name, entry in have.items() if is_said(entry)}
    return found


def complaints(
    ours: Messages, wanted: Messages, theirs: Messages, rooms: Messages
) -> Iterator[tuple[str, str]]:
    """(What is wrong, message), `theirs` being what the libraries say and `rooms` what rooms say before us."""
    for name in wanted:
        if name not in ours and name not in theirs and name not in rooms:
            yield "no library and no room says", name[1]
    for name, entry in ours.items():
        if name not in wanted:
            yield "no library asks any more", name[1]
        elif name in rooms:
            yield "a room says it before", name[1]
        elif name in theirs and texts(theirs[name]) == texts(entry):
            yield "the library says the same", name[1]


def catalogue(language: str, domain: str) -> Path:
    return LIBRARY_WORDS / "locale" / language / "LC_MESSAGES" / f"{domain}.po"


def check(language: str, domain: str) -> list[str]:
    """What is wrong between our words and the installed libraries."""
    folders = libraries()
    found = complaints(
        said(LIBRARY_WORDS, language, domain),
        asked(domain, folders),
        upstream(language, domain, folders),
        of_rooms(language, domain),
    )
    return [f"{problem}: {message!r}" for problem, message in found]


def update(language: str, domain: str) -> None:
    """Bring our words into step with the installed libraries; what is new comes untranslated."""
    said.cache_clear()
    folders = libraries()
    wanted, rooms = asked(domain, folders), of_rooms(language, domain)
    theirs = upstream(language, domain, folders)
    have = said(LIBRARY_WORDS, language, domain)
    place = catalogue(language, domain)
    messages = polib.pofile(str(place), wrapwidth=110)
    messages.clear()
    for name, asking in wanted.items():
        entry = have.get(name)
        if name in rooms or (entry is None and name in theirs):
            continue
        if entry and name in theirs and texts(theirs[name]) == texts(entry):
            continue
        messages.append(_entry(asking, entry))
    messages.save()
    said.cache_clear()


def _entry(asking: polib.POEntry, have: polib.POEntry | None) -> polib.POEntry:
    """One message as the library asks it, with our translation when there is one."""
    plural = dict.fromkeys(range(4), "") if asking.msgid_plural else {}
    return polib.POEntry(
        msgctxt=asking.msgctxt,
        msgid=asking.msgid,
        msgid_plural=asking.msgid_plural,
        msgstr=have.msgstr if have else "",
        msgstr_plural=have.msgstr_plural if have else plural,
        comment=asking.comment,
        flags=[flag for flag in asking.flags if flag.endswith("-format")],
    )
