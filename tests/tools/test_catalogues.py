"""Catalogues are complete: every message, every plural form, the same places to fill in."""

import gettext
from pathlib import Path

import polib
import pytest

from tools import catalogues

HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=4; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
}


def entry(msgid: str, msgstr: str = "", **more: object) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **more)


def forms(*texts: str) -> polib.POEntry:
    plural = dict(enumerate(texts))
    return polib.POEntry(msgid="%(n)s badge", msgid_plural="%(n)s badges", msgstr_plural=plural)


@pytest.mark.parametrize(
    ("message", "plural", "said"),
    [
        (entry("Sign in", "Zaloguj się"), False, []),
        (entry("Sign in", " "), False, ["untranslated: 'Sign in'"]),
        (entry("Sign in", "Zaloguj", flags=["fuzzy"]), False, ["fuzzy: 'Sign in'"]),
        (
            entry("Hello, %(name)s", "Cześć, %(imie)s"),
            False,
            ["placeholders differ: 'Hello, %(name)s' → 'Cześć, %(imie)s'"],
        ),
        (entry("{n} left", "zostało {n}"), False, []),
        (entry("100% yours", "100% Twoje"), False, []),
        (forms("%(n)s odznaka", "%(n)s odznaki", "%(n)s odznak", "%(n)s odznaki"), True, []),
        (forms("jedna odznaka", "%(n)s odznaki", "%(n)s odznak", "%(n)s odznaki"), True, []),
        (
            forms("%(n)s odznaka", "%(n)s odznaki", "%(n)s odznak"),
            True,
            ["has 3 plural forms instead of 4: '%(n)s badge'"],
        ),
        (forms("%(n)s odznaka", "%(n)s odznaki", "%(n)s odznak", ""), True, ["untranslated: '%(n)s badge'"]),
    ],
)
def test_one_message(message: polib.POEntry, plural: bool, said: list[str]) -> None:
    assert list(catalogues.faults(message, plural=plural)) == said


def test_messages_missing_and_left_over_are_both_said(tmp_path: Path) -> None:
    have, wanted = tmp_path / "have.po", tmp_path / "wanted.po"
    save(have, entry("Sign in", "Zaloguj się"), entry("Old words", "Stare słowa"))
    save(wanted, entry("Sign in"), entry("New words"))
    assert list(catalogues.complaints(have, wanted)) == [
        "missing: 'New words'",
        "no longer used: 'Old words'",
    ]


def test_a_second_wording_is_said_unless_its_context_differs(tmp_path: Path) -> None:
    rooms = {
        "people": [entry("Next", "Dalej"), entry("Name", "Nazwa")],
        "clubs": [entry("Next", "Następna"), entry("Name", "Nazwa")],
        "cms": [entry("Next", "Następna", msgctxt="page")],
    }
    places = [tmp_path / room / "locale" / "pl" / "LC_MESSAGES" / "django.po" for room in rooms]
    for place, entries in zip(places, rooms.values(), strict=True):
        place.parent.mkdir(parents=True)
        save(place, *entries)
    assert list(catalogues.second_wordings(places)) == ["pl: two wordings of 'Next', in people and clubs"]


def test_compiled_catalogues_speak_through_gettext(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "people" / "locale" / "pl" / "LC_MESSAGES"
    place.mkdir(parents=True)
    save(place / "django.po", entry("Sign in", "Zaloguj się"))
    monkeypatch.setattr(catalogues, "catalogues", lambda: [place / "django.po"])
    catalogues.compile_all()
    polish = gettext.translation("django", tmp_path / "people" / "locale", ["pl"])
    assert polish.gettext("Sign in") == "Zaloguj się"


def test_new_words_come_untranslated_and_nothing_else_moves(tmp_path: Path) -> None:
    room = tmp_path / "people"
    room.mkdir()
    source = room / "words.py"
    source.write_text('from django.utils.translation import gettext as _\n\n_("Sign in with the card")\n')
    catalogues.extract(room)
    polish = room / "locale" / "pl" / "LC_MESSAGES" / "django.po"
    assert [(one.msgid, one.msgstr) for one in polib.pofile(str(polish))] == [("Sign in with the card", "")]

    translated = (
        polish.read_text()
        .replace('msgstr ""\n', 'msgstr "Zaloguj się kartą"\n')
        .replace('msgid ""\nmsgstr "Zaloguj się kartą"\n', 'msgid ""\nmsgstr ""\n')
    )
    polish.write_text(translated)
    catalogues.extract(room)
    assert polish.read_text() == translated

    source.write_text(source.read_text().replace("with the card", "with a card"))
    catalogues.extract(room)
    assert [(one.msgid, one.msgstr, one.fuzzy) for one in polib.pofile(str(polish))] == [
        ("Sign in with a card", "", False)
    ]


def save(path: Path, *entries: polib.POEntry) -> None:
    messages = polib.POFile()
    messages.metadata = HEADER
    messages.extend(entries)
    messages.save(str(path))
