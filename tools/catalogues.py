"""Server-side messages: gettext catalogues compiled, kept in step with the sources, and complete.

The rooms' own, and those that say what libraries leave untranslated (`tools/library_words.py`).

Needs polib, so it runs inside the project's environment: `python -m tools.catalogues compile | update |
check`. Compiling needs no system program; reading messages out of the sources needs gettext's xgettext.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

from tools import library_words
from tools.places import LIBRARY_WORDS, PYTHON, ROOMS, ROOT

LANGUAGES = ("pl", "uk")
PLURAL_FORMS = 4
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}|(?<!%)%[sd]")
UNSTABLE_HEADERS = ("POT-Creation-Date", "PO-Revision-Date")


def catalogues(root: Path = ROOT) -> Iterator[Path]:
    """Every room's catalogue under `root`."""
    for room in ROOMS:
        yield from sorted((root / room / "locale").glob("*/LC_MESSAGES/*.po"))


def catalogues_of_libraries() -> list[Path]:
    """Our words for what libraries say."""
    return sorted(LIBRARY_WORDS.glob("locale/*/LC_MESSAGES/*.po"))


def compile_all() -> None:
    """Write each catalogue's `.mo` beside it."""
    for catalogue in (*catalogues(), *catalogues_of_libraries()):
        polib.pofile(str(catalogue)).save_as_mofile(str(catalogue.with_suffix(".mo")))


def extract(room: Path) -> None:
    """Bring the catalogues of `room` into step with its sources; new messages come untranslated."""
    (room / "locale").mkdir(exist_ok=True)
    languages = [option for language in LANGUAGES for option in ("--locale", language)]
    command = [
        str(PYTHON),
        "-P",
        "-m",
        "django",
        "makemessages",
        *languages,
        "--no-obsolete",
        "--add-location",
        "file",
    ]
    env = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(command, cwd=room, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{room.name}: {done.stdout}{done.stderr}")
    for catalogue in sorted((room / "locale").glob("*/LC_MESSAGES/django.po")):
        _settle(catalogue)
    if not any((room / "locale").rglob("*.po")):
        shutil.rmtree(room / "locale")


def _settle(catalogue: Path) -> None:
    """Take out what changes without a message changing, and the marks of guessed translations."""
    messages = polib.pofile(str(catalogue), wrapwidth=110)
    for header in UNSTABLE_HEADERS:
        messages.metadata.pop(header, None)
    for entry in messages:
        if entry.fuzzy:
            entry.flags.remove("fuzzy")
            entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
            entry.msgstr = ""
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")
    messages.save()


def complaints(catalogue: Path, wanted: Path) -> Iterator[str]:
    """What is wrong with `catalogue`, when the sources ask for the messages of `wanted`."""
    have = {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(catalogue))}
    ask = {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(wanted))}
    yield from (f"missing: {key[1]!r}" for key in ask.keys() - have.keys())
    yield from (
        f"no longer used: {key[1]!r}" for key, entry in have.items() if key not in ask and not entry.obsolete
    )
    for key in ask.keys() & have.keys():
        yield from faults(have[key], plural=bool(ask[key].msgid_plural))


def second_wordings(found: Iterable[Path]) -> Iterator[str]:
    """Messages that catalogues of one language translate in two ways: all rooms share one list of messages at run time,
    so the first room's wording would stand on every screen. What means something else gets a context of its own.
    """
    said: dict[tuple[str, str | None, str, bool], dict[tuple[str, ...], str]] = {}
    for catalogue in found:
        room, language = catalogue.parts[-5], catalogue.parts[-3]
        for entry in polib.pofile(str(catalogue)):
            texts = tuple(entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)) or (
                entry.msgstr,
            )
            key = (language, entry.msgctxt, entry.msgid, bool(entry.msgid_plural))
            said.setdefault(key, {}).setdefault(texts, room)
    for (language, _context, message, _plural), rooms in said.items():
        if len(rooms) > 1:
            yield f"{language}: two wordings of {message!r}, in {' and '.join(rooms.values())}"


def faults(entry: polib.POEntry, *, plural: bool) -> Iterator[str]:
    """What is wrong with the translation of one message."""
    texts = list(entry.msgstr_plural.values()) if plural else [entry.msgstr]
    if entry.fuzzy:
        yield f"fuzzy: {entry.msgid!r}"
    if plural and len(texts) != PLURAL_FORMS:
        yield f"has {len(texts)} plural forms instead of {PLURAL_FORMS}: {entry.msgid!r}"
    if not all(text.strip() for text in texts):
        yield f"untranslated: {entry.msgid!r}"
        return
    allowed = placeholders(entry.msgid) | placeholders(entry.msgid_plural)
    for text in texts:
        if not (placeholders(text) <= allowed and (plural or placeholders(text) == allowed)):
            yield f"placeholders differ: {entry.msgid!r} → {text!r}"


def placeholders(text: str) -> set[str]:
    """The places of `text` that are filled in at run time."""
    return {match.group(0) for match in PLACEHOLDER.finditer(text)}


def check() -> list[str]:
    """Everything wrong with the rooms' catalogues, read against the sources in a copy of them."""
    found = list(second_wordings(catalogues()))
    with tempfile.TemporaryDirectory(prefix="kotylion-messages-") as place:
        for room in ROOMS:
            copy = Path(place) / room
            shutil.copytree(
                ROOT / room, copy, ignore=shutil.ignore_patterns("__pycache__", "*.mo", "migrations")
            )
            extract(copy)
            for wanted in catalogues(Path(place)):
                name = wanted.relative_to(place)
                if name.parts[0] != room:
                    continue
                if not (ROOT / name).exists():
                    found.append(f"{name}: there is no such catalogue")
                    continue
                found += [f"{name}: {complaint}" for complaint in complaints(ROOT / name, wanted)]
    return found + check_libraries()


def check_libraries() -> list[str]:
    """Everything wrong with our words for the installed libraries."""
    found: list[str] = []
    for catalogue in catalogues_of_libraries():
        language, domain = catalogue.parts[-3], catalogue.stem
        wrong = library_words.check(language, domain)
        for entry in polib.pofile(str(catalogue)):
            wrong += faults(entry, plural=bool(entry.msgid_plural))
        found += [f"{catalogue.relative_to(ROOT)}: {complaint}" for complaint in wrong]
    return found


def main(arguments: list[str]) -> int:
    """Do what `arguments` ask; 0 when all is well."""
    match arguments:
        case ["compile"]:
            compile_all()
        case ["update"]:
            for room in ROOMS:
                extract(ROOT / room)
            for catalogue in catalogues_of_libraries():
                library_words.update(catalogue.parts[-3], catalogue.stem)
        case ["check"]:
            found = check()
            print("\n".join(found) or "complete: " + ", ".join(LANGUAGES))
            return 1 if found else 0
        case _:
            print("usage: python -m tools.catalogues compile | update | check", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
