"""Where bars stand: the numbers of the table, and nothing that the table does not show."""

from cms.figures.charts import COLUMN_HEIGHT, WIDTH, bars_of, columns_of_terms
from cms.figures.report import Line


def test_bars_are_as_long_as_what_was_offered():
    lines = [Line("a", 0, 200, held=150, within_lesson=100), Line("b", 3, 0), Line("c", 0, 50)]

    drawn = bars_of(lines)

    assert drawn is not None
    assert [(bar.label, bar.number, bar.length, bar.part) for bar in drawn.bars] == [
        ("a", 200, WIDTH, WIDTH // 2),
        ("c", 50, WIDTH // 4, None),
    ]


def test_one_bar_compares_nothing():
    assert bars_of([Line("a", 0, 200), Line("b", 1, 0), Line("c", 1, None)]) is None


def test_a_long_name_is_shortened_in_the_drawing_alone():
    drawn = bars_of([Line("a" * 60, 0, 5), Line("b", 0, 5)])

    assert drawn is not None
    assert drawn.bars[0].label == "a" * 37 + "…"


def test_terms_go_from_the_earliest_and_a_withheld_one_has_no_column():
    lines = [Line("now", 0, 100, 100, 90), Line("before", 0, 100)]

    first, second = columns_of_terms(lines, ["26/27 I", "25/26 II"])

    assert (first.label, first.height, second.label, second.percent) == ("25/26 II", None, "26/27 I", 90)
    assert (second.x, second.top) == (WIDTH // 2, COLUMN_HEIGHT - 90)
    assert columns_of_terms([Line("now", 0, 4)], ["26/27 I"]) == ()
