"""The list of given names by which the importer notices swapped columns."""

from __future__ import annotations

import re

from tests.content.seed import known_given_names, load

NAMES = load("given_names")
UKRAINIAN = {name["cyrillic"]: name["latin"] for name in NAMES["ukrainian"]}
KNOWN = known_given_names()
IN_THE_SAMPLE_LISTS = [
    *("Alicja", "Błażej", "Świętosława", "Łucja", "Żegota", "Ewa", "Anna", "Maria", "Zoé", "Kosma", "Zośka"),
    *("Prokop", "Lena", "Kacper", "Illia", "Tola", "José", "María", "Gaja", "Mieszko", "Jagna", "Radzim"),
    *("Соломія", "Єлисей", "Ґалина"),
]


def test_the_list_is_long_and_has_no_doubles() -> None:
    assert len(NAMES["polish"]) == len(set(NAMES["polish"])) >= 400
    assert len(NAMES["ukrainian"]) == len(UKRAINIAN) >= 200


def test_ukrainian_names_stand_in_both_alphabets() -> None:
    assert [name for name in UKRAINIAN if not re.fullmatch(r"[А-ЯҐЄІЇ][а-яґєії’]+", name)] == []
    in_latin = [name for names in UKRAINIAN.values() for name in names]
    assert [name for name in in_latin if not re.fullmatch(r"[A-ZŁ][a-zł]+", name)] == []
    assert UKRAINIAN["Соломія"][0] == "Solomiia"
    assert UKRAINIAN["Юрій"][0] == "Yurii"


def test_polish_names_are_single_words_in_latin_letters() -> None:
    assert [name for name in NAMES["polish"] if not re.fullmatch(r"[A-ZŁŚŻ][a-zóąćęłńśźżé]+", name)] == []


def test_the_names_of_the_sample_lists_are_known() -> None:
    assert [name for name in IN_THE_SAMPLE_LISTS if name not in KNOWN] == []


def test_surnames_of_the_sample_lists_are_not_taken_for_given_names() -> None:
    assert KNOWN.isdisjoint({"Łoś", "Ąęśka", "Źdźbło", "Wygasła", "Ósemka", "Śrubka", "Вигадана"})
