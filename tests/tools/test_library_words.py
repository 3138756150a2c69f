"""Libraries leave words out; ours fill the gaps, and an upgrade that brings new ones tells."""

import gettext
from pathlib import Path

import polib
import pytest

from tools import catalogues, library_words
from tools.library_words import Key, Messages, complaints, is_said, key, upstream
from tools.places import LIBRARY_WORDS


def entry(msgid: str, msgstr: str = "", **more: object) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **more)


def messages(*entries: polib.POEntry) -> Messages:
    return {key(one): one for one in entries}


@pytest.mark.parametrize(
    "catalogue", catalogues.catalogues_of_libraries(), ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)
def test_the_installed_libraries_leave_nothing_unsaid(catalogue: Path) -> None:
    """Fails after an upgrade: `./dev messages`, then translate what is empty in `cms/admin_words/locale`."""
    assert library_words.check(catalogue.parts[-3], catalogue.stem) == []


def test_both_languages_have_words_for_pages_and_for_scripts() -> None:
    there = {(path.parts[-3], path.stem) for path in catalogues.catalogues_of_libraries()}
    assert there == {(language, domain) for language in ("pl", "uk") for domain in library_words.DOMAINS}


@pytest.mark.parametrize(
    ("ours", "theirs", "rooms", "said"),
    [
        ((), (), (), [("no library and no room says", "Publish")]),
        ((), [entry("Publish", "Opublikuj")], (), []),
        ((), (), [entry("Publish", "Opublikuj")], []),
        ([entry("Publish", "Opublikuj")], (), (), []),
        ([entry("Publish", "Ogłoś")], [entry("Publish", "Opublikuj")], (), []),
        (
            [entry("Publish", "Opublikuj")],
            [entry("Publish", "Opublikuj")],
            (),
            [("the library says the same", "Publish")],
        ),
        (
            [entry("Publish", "Ogłoś")],
            (),
            [entry("Publish", "Opublikuj")],
            [("a room says it before", "Publish")],
        ),
        (
            [entry("Publish", "Opublikuj"), entry("Gone", "Dawne")],
            (),
            (),
            [("no library asks any more", "Gone")],
        ),
        (
            [entry("Publish", "Ogłoś", msgctxt="button")],
            (),
            (),
            [("no library and no room says", "Publish"), ("no library asks any more", "Publish")],
        ),
    ],
)
def test_one_message(ours, theirs, rooms, said) -> None:
    wanted = messages(entry("Publish"))
    assert list(complaints(messages(*ours), wanted, messages(*theirs), messages(*rooms))) == said


@pytest.mark.parametrize(
    ("have", "said"),
    [
        (None, False),
        (entry("Status", "Status"), True),
        (entry("Save this page now", "Save this page now"), False),
        (entry("Save this page now", "Zapisz stronę"), True),
        (entry("Save", "Zapisz", flags=["fuzzy"]), False),
        (
            entry(
                "%(n)s page",
                msgid_plural="%(n)s pages",
                msgstr_plural={0: "strona", 1: "", 2: "stron", 3: ""},
            ),
            False,
        ),
    ],
)
def test_what_counts_as_a_translation(have: polib.POEntry | None, said: bool) -> None:
    assert is_said(have) is said


def test_a_script_hears_its_own_library_alone(tmp_path: Path) -> None:
    """On pages one library may speak for another; the words of a script come from its own."""
    folders = [tmp_path / "first", tmp_path / "second"]
    for domain in library_words.DOMAINS:
        for folder, polish in zip(folders, ("", "Zapisz"), strict=True):
            save(folder, "en", domain, entry("Save"))
            save(folder, "pl", domain, entry("Save", polish))
    name: Key = (None, "Save", False)
    assert name in upstream("pl", "django", folders)
    assert name not in upstream("pl", "djangojs", folders)


def test_new_words_come_untranslated_and_ours_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, ours = tmp_path / "library", tmp_path / "ours"
    monkeypatch.setattr(library_words, "LIBRARY_WORDS", ours)
    monkeypatch.setattr(library_words, "libraries", lambda: [library])
    save(library, "en", "djangojs", entry("Save"), entry("Undo"), entry("Redo"))
    save(library, "pl", "djangojs", entry("Save", "Zapisz"), entry("Redo", "Ponów"))
    save(ours, "pl", "djangojs", entry("Save", "Zachowaj"), entry("Gone", "Dawne"), entry("Redo", "Ponów"))
    library_words.update("pl", "djangojs")
    written = polib.pofile(str(library_words.catalogue("pl", "djangojs")))
    assert [(one.msgid, one.msgstr) for one in written] == [("Save", "Zachowaj"), ("Undo", "")]


@pytest.mark.parametrize("language", ["pl", "uk"])
def test_what_is_written_is_what_is_compiled(language: str) -> None:
    """A plural of ours, through gettext itself."""
    words = gettext.translation("django", LIBRARY_WORDS / "locale", [language])
    one, few, many = (
        words.ngettext("%(num_child_objects)d child page", "%(num_child_objects)d child pages", count)
        for count in (1, 3, 5)
    )
    assert len({one, few, many}) == 3


def save(folder: Path, language: str, domain: str, *entries: polib.POEntry) -> None:
    place = folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    place.parent.mkdir(parents=True, exist_ok=True)
    written = polib.POFile()
    written.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    written.extend(entries)
    written.save(str(place))
