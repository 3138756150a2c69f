"""Free text: one normal form, no hidden signs, a length."""

from __future__ import annotations

import unicodedata

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from core.refusals import Refusal
from core.text import clean_text


def code(value: str, **options: object) -> str:
    try:
        clean_text(value, **options)  # type: ignore[arg-type]
    except Refusal as refusal:
        return refusal.code
    return ""


@pytest.mark.parametrize(
    "typed, kept",
    [
        ("  Zażółć gęślą jaźń  ", "Zażółć gęślą jaźń"),
        ("Z\u0307o\u0301\u0142w", "Żółw"),
        ("first\r\nsecond\rthird\n", "first\nsecond\nthird"),
        ("a\tb", "a b"),
        ("👩‍🔬 наука", "👩‍🔬 наука"),
        ("Anna\u200b Ko\u00adwal\ufeffska\u200f", "Anna Kowalska"),
        ("z\u200b\u0307", "ż"),
        ("\u200b\u200d\u3164", ""),
        ("", ""),
    ],
)
def test_text_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_one_line_is_one_line() -> None:
    assert clean_text("first\n  second\r\n\tthird", multiline=False) == "first second third"


@pytest.mark.parametrize(
    "sign", ["\0", "\x07", "\x1b", "\x7f", "\x85", chr(0xD800), chr(0xDFFF), "\u202e", "\u2067", "\ufffe"]
)
def test_hidden_signs_are_refused(sign: str) -> None:
    assert code(f"a{sign}b") == "TEXT_CONTROL"


@pytest.mark.parametrize(
    "length, expected", [(1_999, ""), (2_000, ""), (2_001, "TEXT_TOO_LONG"), (100_000, "TEXT_TOO_LONG")]
)
def test_free_text_has_2000_characters(length: int, expected: str) -> None:
    assert code("ż" * length) == expected
    assert code("z\u0307" * length) == expected


def test_a_required_text_is_not_empty() -> None:
    for unseen in (" \n\t ", "\u200b", "\u3164", "\u2800", "\u0301", "\u200d"):
        assert code(unseen, required=True) == "TEXT_EMPTY"
    assert code(" ", required=False) == ""


@pytest.mark.parametrize(
    "limit, words",
    [
        (1, "zmieści się najwyżej 1 znak."),
        (2, "zmieszczą się najwyżej 2 znaki."),
        (5, "zmieści się najwyżej 5 znaków."),
        (22, "zmieszczą się najwyżej 22 znaki."),
    ],
)
def test_a_refusal_speaks_polish_with_its_four_forms(limit: int, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        clean_text("x" * 100, limit=limit, field="note")
    with translation.override("pl"):
        assert str(refused.value) == f"To za długie: {words}"
    assert (refused.value.code, refused.value.field) == ("TEXT_TOO_LONG", "note")


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_is_kept_can_be_kept_again(typed: str) -> None:
    try:
        kept = clean_text(typed)
    except Refusal:
        return
    assert clean_text(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert kept.encode("utf-8").decode() == kept
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n" for sign in kept)
