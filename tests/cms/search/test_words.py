"""Inflected, without diacritics, in three alphabets' worth of endings: the same words find each other."""

import pytest

from cms.search.words import asked_words, folded, kept_words


def finds(question: str, text: str, language: str = "pl") -> bool:
    """Whether every word of the question is there, as the index compares them: by the beginning of a stem."""
    kept = kept_words({language: text}).split()
    return all(
        any(word.startswith(stem) for word in kept for stem in alternatives)
        for alternatives in asked_words(question)
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("debata", "Prowadzę debatę w klasie"),
        ("debaty", "Prowadzę debatę w klasie"),
        ("DEBATA", "Po debacie i przed debatą"),
        ("lodz", "Klub w Łodzi"),
        ("łódzki", "Województwo łódzkie"),
        ("zolw", "Żółw błotny"),
        ("wolontariat", "Pomagam w wolontariacie i o wolontariacie mówię"),
        ("samorzad", "Rozmawiam z samorządem"),
        ("samorządu", "samorzad gminy"),
        ("klubow", "Spotkania klubów"),
        ("petycje", "Piszę petycję"),
        ("prawo", "O prawach człowieka"),
        ("pamięci", "Dbam o pamięć"),
        ("dostepnosc", "Badam dostępność budynków"),
        ("konsultacjach", "Głos w konsultacjach społecznych"),
        ("o debacie i prawach", "Debata oxfordzka: prawa i obowiązki"),
    ],
)
def test_polish_forgives_inflection_and_missing_marks(question, text):
    assert finds(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("дебати", "Веду дебату з повагою"),
        ("дебатами", "Веду дебати з повагою"),
        ("волонтерства", "Допомагаю у волонтерстві"),
        ("громадських", "Громадська дія"),
        ("школою", "Моя школа"),
        ("подіями", "Подія для всіх"),
        ("обʼєднань", "Об'єднання учнів"),
        ("бейджів", "Мій бейдж"),
    ],
)
def test_ukrainian_forgives_inflection_and_apostrophes(question, text):
    assert finds(question, text, "uk")


@pytest.mark.parametrize(
    ("question", "text"), [("debates", "I lead a debate"), ("volunteering", "A volunteer at work"), ("the rights", "My right")]
)  # fmt: skip
def test_english_forgives_inflection_and_empty_words(question, text):
    assert finds(question, text, "en")


@pytest.mark.parametrize(
    ("question", "text", "language"),
    [
        ("debata", "Zbieram śmieci", "pl"),
        ("sport", "Debata w klasie", "pl"),
        ("суд", "Волонтерство", "uk"),
        ("court", "volunteering", "en"),
        ("debata sąd", "Debata w klasie", "pl"),
    ],
)
def test_other_words_do_not_find_it(question, text, language):
    assert not finds(question, text, language)


def test_a_question_is_bounded_and_may_be_nothing_at_all():
    assert len(asked_words(" ".join(f"słowo{n}" for n in range(500)))) == 8
    assert asked_words('"*) OR 1=1 --') == (("1",),)
    assert asked_words("?!…") == ()
    assert asked_words("w") == (("w",),)


def test_folding_takes_marks_capitals_and_apostrophes():
    assert folded("Zażółć GĘŚLĄ Jaźń") == "zazolc gesla jazn"
    assert folded("Об’єднання Ґанок") == "обєднання ганок"
