"""Every text of the seed stands in Polish, English and Ukrainian, each written as it should be."""

from __future__ import annotations

import re

import pytest

from tests.content.seed import LANGUAGES, all_texts

TEXTS = all_texts()


def breaches(language: str, pattern: str) -> list[str]:
    return [
        f"{place}: {text[language]}"
        for place, text in TEXTS
        if re.search(pattern, text[language], re.IGNORECASE)
    ]


def test_there_is_much_to_read() -> None:
    assert len(TEXTS) > 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_lacks_a_language(language: str) -> None:
    assert [place for place, text in TEXTS if not str(text.get(language, "")).strip()] == []


def test_no_text_has_a_language_nobody_offers() -> None:
    assert {language for _, text in TEXTS for language in text} == set(LANGUAGES)


def test_no_text_has_stray_white_space() -> None:
    assert [
        place for place, text in TEXTS for words in text.values() if words != " ".join(words.split())
    ] == []


@pytest.mark.parametrize("word", ["odbiorc", "certyfikat", "walidacj"])
def test_polish_avoids_the_terms_that_belong_to_the_qualifications_system(word: str) -> None:
    assert breaches("pl", word) == []


def test_polish_speaks_to_everybody_without_a_gendered_past() -> None:
    assert breaches("pl", r"\w(łeś|łaś)\b") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_and_dashes_are_typographic(language: str) -> None:
    assert breaches(language, r"\"| - |\s--\s") == []


def test_english_says_student() -> None:
    assert breaches("en", "pupil") == []


def test_polish_and_english_are_in_latin_letters() -> None:
    assert breaches("pl", r"[Ѐ-ӿ]") == []
    assert breaches("en", r"[Ѐ-ӿ]") == []


def test_ukrainian_is_ukrainian() -> None:
    assert breaches("uk", "[ыэъё]") == []
    without_cyrillic = [text["uk"] for _, text in TEXTS if not re.search(r"[Ѐ-ӿ]", text["uk"])]
    assert without_cyrillic == []


def test_no_ukrainian_word_hides_a_latin_letter() -> None:
    assert breaches("uk", r"[Ѐ-ӿ][a-z]|[a-z][Ѐ-ӿ]") == []
