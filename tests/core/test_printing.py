"""Paper: letters that can be drawn, the same sheet the same bytes, and an end to waiting."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import polib
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from core.printing import typesetting
from core.printing.letters import FONTS, all_drawable, drawable, drawn
from core.printing.typesetting import Attached, PressBusy, Sheet, typeset
from tests.servers import ROOT

WORDS = {"foot": "stopka", "text": "Zażółć gęślą jaźń, Щастя їм"}
PAGE = """#import "house.typ": *
#let words = json("words.json")
#show: paper.with(words)
= #words.title
#prose(words.text)
"""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "page.typ"
    path.write_text(PAGE, encoding="utf-8")
    return path


def sheet(template: Path, **words: str) -> Sheet:
    day = datetime(2026, 11, 22, tzinfo=UTC)
    return Sheet(
        template,
        "Tytuł #1",
        "pl",
        day,
        WORDS | words,
        attached=Attached("a.json", b"{}", "application/json", "x"),
    )


def test_the_list_of_letters_is_that_of_the_fonts() -> None:
    for weight in (400, 700):
        assert drawn() <= set(TTFont(FONTS / f"onest-{weight}.ttf").getBestCmap())
    assert len(drawn()) > 600


@pytest.mark.parametrize("language", ["pl", "uk"])
def test_every_letter_of_our_own_words_can_be_drawn(language: str) -> None:
    for catalogue in ROOT.glob(f"*/locale/{language}/LC_MESSAGES/django.po"):
        for entry in polib.pofile(str(catalogue)):
            for text in (entry.msgstr, *entry.msgstr_plural.values()):
                assert plain(drawable(text)) == plain(text), text


def plain(text: str) -> str:
    """Without the spaces and hyphens that paper writes in another way."""
    return text.translate({0xA0: " ", 0x202F: " ", 0x2011: "-", 0x200B: None, 0xAD: None, 0x2060: None})


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ala 😀 ma 👩‍👩‍👧 kota", "Ala  ma  kota"),
        ("漢字", "••"),
        ("ﬁnał", "finał"),
        ("a\u2003b", "a b"),
        ("dwa\nwiersze", "dwa\nwiersze"),
        ("\u0000\u200b", ""),
    ],
)
def test_what_cannot_be_drawn_is_replaced(text: str, printed: str) -> None:
    assert drawable(text) == printed
    assert all_drawable({"a": [text]}) == {"a": [printed]}


@given(st.text(max_size=300))
def test_whatever_is_written_can_be_drawn_afterwards(text: str) -> None:
    assert {ord(letter) for letter in drawable(text)} <= drawn() | {ord("\n")}


def test_the_same_sheet_gives_the_same_bytes(template: Path) -> None:
    assert typeset(sheet(template)) == typeset(sheet(template))


def test_tx_01_what_people_wrote_is_never_code(template: Path) -> None:
    payload = '#panic("x") ]] *b* $1/0$ \\u{41} #read("/etc/passwd") <a> @b `c` // d'
    printed = PdfReader(BytesIO(typeset(sheet(template, text=payload))))
    assert payload in printed.pages[0].extract_text().replace("\n", " ")


def test_it_is_tagged_named_and_holds_the_file(template: Path) -> None:
    with pikepdf.open(BytesIO(typeset(sheet(template)))) as pdf:
        with pdf.open_metadata() as said:
            assert (said["pdfuaid:part"], said["pdfaid:part"], said["pdfaid:conformance"]) == ("1", "3", "A")
        assert str(pdf.docinfo["/Title"]) == "Tytuł #1"
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("pl", True)
        assert pdf.attachments["a.json"].get_file().read_bytes() == b"{}"


def test_who_waits_too_long_is_told(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _place in range(typesetting.AT_ONCE):
        typesetting._places.acquire()
    try:
        with pytest.raises(PressBusy):
            typeset(sheet(template), patience=0.01)
    finally:
        for _place in range(typesetting.AT_ONCE):
            typesetting._places.release()
    assert typeset(sheet(template))
