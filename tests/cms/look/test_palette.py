"""Two or three chosen colours become all colours of the design, and what cannot be read is named with its figures."""

from pathlib import Path

import pytest
from django.conf import settings

from cms.look.contrast import contrast, shortfalls
from cms.look.palette import Chosen, front_page_colours, nearest_that_works, palette
from cms.look.tokens import Pair, default_tokens

DESIGN = default_tokens(Path(settings.FRONTEND_DIST).parent / "src" / "design" / "tokens.css")


def test_the_designs_own_colours_can_be_read_in_both_themes():
    assert DESIGN["primary"] == Pair("#3f37c9", "#958eff")
    assert shortfalls(DESIGN) == []


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#3f37c9", "#3f37c9", 1.0)],
)
def test_contrast_is_the_ratio_of_wcag(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio
    assert round(contrast(other, one), 2) == ratio


@pytest.mark.parametrize(
    "colour", ["#0a7d3c", "#b3142f", "#1d6fc2", "#7a0f2b", "#000000", "#66197a", "#2b5d3a"]
)
def test_a_dark_enough_colour_makes_a_palette_that_can_be_read(colour):
    made = palette(Chosen(colour), DESIGN)
    assert shortfalls(made) == []
    assert made["primary"].light == colour
    assert set(made) == set(DESIGN)
    assert made["danger"] == DESIGN["danger"]


def test_a_pale_colour_is_named_with_both_its_faults():
    found = shortfalls(palette(Chosen("#ffd400"), DESIGN))
    assert [(one.theme, one.one, one.other, one.ratio, one.least) for one in found] == [
        ("light", "primary", "ground", 1.32, 3.0),
        ("light", "primary", "surface", 1.43, 3.0),
    ]


def test_a_ratio_just_below_is_not_rounded_up_to_what_is_asked():
    (found,) = shortfalls(palette(Chosen("#777777"), DESIGN))
    assert (found.one, found.other, found.ratio, found.least) == ("on-primary", "primary", 4.47, 4.5)


@pytest.mark.parametrize(
    ("chosen", "nearest"),
    [
        (Chosen("#777777"), Chosen("#747474")),
        (Chosen("#ffd400"), Chosen("#ab8900")),
        (Chosen("#0a7d3c", "#123456"), Chosen("#0a7d3c", "#496c91")),
        (Chosen("", "", "#ffd400"), Chosen("", "", "#fff8af")),
        (Chosen("#0a7d3c"), Chosen("#0a7d3c")),
    ],
)
def test_the_nearest_colours_that_can_be_read_are_offered(chosen, nearest):
    assert nearest_that_works(chosen, DESIGN) == nearest
    assert shortfalls(palette(nearest, DESIGN)) == []


@pytest.mark.parametrize("colour", ["#0a7d3c", "#ffd400", "#00a0c0", "#777777", "#d1337f"])
def test_white_is_read_on_the_opening_of_the_front_page(colour):
    for ground in front_page_colours(colour):
        red, green, blue = (round(int(ground[at : at + 2], 16) * 0.84 + 255 * 0.16) for at in (1, 3, 5))
        assert contrast("#ffffff", f"#{red:02x}{green:02x}{blue:02x}") >= 4.45


def test_a_background_alone_leaves_the_main_colour_as_it_is():
    made = palette(Chosen("", "", "#eef4ee"), DESIGN)
    assert made["ground"] == Pair("#eef4ee", DESIGN["ground"].dark)
    assert made["primary"] == DESIGN["primary"]
    assert made["ink"] == DESIGN["ink"]
