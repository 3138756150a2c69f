"""From two or three colours that an operator chose to all colours of the design, in both themes.

The chosen colours stand exactly as chosen, so they may turn out too pale or too dark: `contrast.shortfalls` says so.
What follows from them is moved in lightness until it can be read (OKLCH: Ottosson, *A perceptual color space*, 2020).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cms.look.contrast import SIGN, TEXT, contrast, shortfalls
from cms.look.tokens import Pair, Tokens

if TYPE_CHECKING:
    from coloraide import Color

WHITE = "#ffffff"
# Neutral colours of the design carry a breath of its violet; they take the chosen hue instead.
_TINTED = (
    "ground", "surface", "sunken", "line", "line-strong", "ink", "ink-quiet", "primary-soft",
)  # fmt: skip
# The opening of the front page as the product comes, and how much white lies over it under a quiet button (`home.css`).
_FRONT = ("#5a51e8", "#2d269c", "#211b78")
_VEIL = 0.16
_GREY = 0.03
_STEP = 0.01


@dataclass(frozen=True)
class Chosen:
    """What the operator chose, as `#rrggbb`; "" follows from the main colour."""

    primary: str
    primary_dark: str = ""
    ground: str = ""


def palette(chosen: Chosen, defaults: Tokens) -> dict[str, Pair]:
    """Every colour of the design with the chosen ones in it."""
    made = dict(defaults)
    if chosen.primary:
        hue, is_grey = _hue_of(chosen.primary)
        for name in _TINTED:
            light, dark = defaults[name]
            made[name] = Pair(_in_hue(light, hue, is_grey), _in_hue(dark, hue, is_grey))
    if chosen.ground:
        made["ground"] = Pair(chosen.ground, made["ground"].dark)
        made["sunken"] = Pair(_lighter(chosen.ground, -0.035), made["sunken"].dark)
        made["line"] = Pair(_lighter(chosen.ground, -0.09), made["line"].dark)
    grounds = [made[name] for name in ("ground", "surface")]
    if chosen.primary or chosen.primary_dark:
        _put_main_colour(made, chosen, defaults, grounds)
    paper = [made[name] for name in ("ground", "surface", "primary-soft", "sunken")]
    start = made["primary"] if made["primary"] != defaults["primary"] else made["primary-ink"]
    made["primary-ink"] = _readable(start, paper, TEXT)
    soft = [made[f"{name}-soft"] for name in ("done", "review", "attention")]
    made["ink-quiet"] = _readable(made["ink-quiet"], [*paper, *soft], TEXT)
    made["line-strong"] = _readable(made["line-strong"], grounds, SIGN)
    return made


def _put_main_colour(
    made: dict[str, Pair], chosen: Chosen, defaults: Tokens, grounds: Sequence[Pair]
) -> None:
    """The main colour, what stands on it, and the stronger one of a control that is pressed."""
    own = defaults["primary"]
    light = chosen.primary or own.light
    night = _at_night(light, defaults, grounds) if chosen.primary else own.dark
    main = Pair(light, chosen.primary_dark or night)
    on_main = Pair(_legible_on(main.light, made["ink"].light), _legible_on(main.dark, made["ground"].dark))
    strong = (_away_from(on, colour) for on, colour in zip(on_main, main, strict=True))
    made |= {"primary": main, "on-primary": on_main, "primary-strong": Pair(*strong)}


def front_page_colours(primary: str) -> tuple[str, str, str]:
    """The deep ground of the front page's opening, from its lit corner to its foot, in the hue of `primary`: white can
    be read on each, also through the veil of a quiet button.
    """
    hue, is_grey = _hue_of(primary)
    lit, middle, foot = (_deep_enough(_in_hue(colour, hue, is_grey)) for colour in _FRONT)
    return lit, middle, foot


def _deep_enough(colour: str) -> str:
    tried = colour
    for _step in range(60):
        veiled = _colour(tried).mix(WHITE, _VEIL, space="srgb").to_string(hex=True)
        if contrast(WHITE, str(veiled)) >= TEXT:
            break
        tried = _lighter(tried, -_STEP)
    return tried


def nearest_that_works(chosen: Chosen, defaults: Tokens) -> Chosen | None:
    """The same colours, each lighter or darker by as little as makes everything readable; None when nothing does."""
    found = Chosen(chosen.primary)
    for name in ("primary", "primary_dark", "ground"):
        colour = getattr(chosen, name)
        moved = _moved(replace(found, **{name: colour}), name, defaults) if colour else found
        if moved is None:
            return None
        found = moved
    return found


def _moved(chosen: Chosen, name: str, defaults: Tokens) -> Chosen | None:
    """The chosen colours with one of them moved by the smallest step that leaves nothing too close."""
    for distance in range(60):
        for direction in (-1, 1):
            colour = _lighter(getattr(chosen, name), direction * distance * _STEP)
            tried = replace(chosen, **{name: colour})
            if not shortfalls(palette(tried, defaults)):
                return tried
    return None


def _hue_of(colour: str) -> tuple[float, bool]:
    """Hue in degrees, and whether the colour is so grey that it has none."""
    _lightness, chroma, hue = _colour(colour).convert("oklch").coords(nans=False)
    return hue, chroma < _GREY


def _in_hue(colour: str, hue: float, is_grey: bool) -> str:
    lightness, chroma, _hue = _colour(colour).convert("oklch").coords(nans=False)
    return _hex(lightness, 0.0 if is_grey else chroma, hue)


def _lighter(colour: str, by: float) -> str:
    if by == 0:
        return colour
    lightness, chroma, hue = _colour(colour).convert("oklch").coords(nans=False)
    return _hex(min(1.0, max(0.0, lightness + by)), chroma, hue)


def _at_night(primary: str, defaults: Tokens, grounds: Sequence[Pair]) -> str:
    """The main colour as light as the design's own is in the dark theme, or lighter until it stands out."""
    lightness, _chroma, _hue = _colour(defaults["primary"].dark).convert("oklch").coords(nans=False)
    _own, chroma, hue = _colour(primary).convert("oklch").coords(nans=False)
    colour = _hex(lightness, min(chroma, 0.16), hue)
    return _readable(Pair(primary, colour), grounds, TEXT).dark


def _legible_on(colour: str, ink: str) -> str:
    """White or the dark ink, whichever reads better on `colour`."""
    return max((WHITE, ink), key=lambda one: contrast(one, colour))


def _away_from(ink: str, colour: str) -> str:
    """`colour` a little stronger, moved away from the ink on it, so that what is pressed reads better still."""
    moved = _lighter(colour, -0.055 if contrast(ink, "#000000") > contrast(ink, WHITE) else 0.055)
    return moved if contrast(ink, moved) >= contrast(ink, colour) else colour


def _readable(colour: Pair, grounds: Sequence[Pair], least: float) -> Pair:
    """`colour` darker in the light theme and lighter in the dark one, until it is `least` to 1 on every ground."""
    moved = []
    for number, direction in ((0, -_STEP), (1, _STEP)):
        tried = colour[number]
        for _step in range(100):
            if all(contrast(tried, ground[number]) >= least for ground in grounds):
                break
            tried = _lighter(tried, direction)
        moved.append(tried)
    return Pair(*moved)


def _hex(lightness: float, chroma: float, hue: float) -> str:
    """`#rrggbb`; what no screen can show loses chroma, not lightness."""
    shown = _colour("oklch", [lightness, chroma, hue]).convert("srgb")
    return str(shown.to_string(hex=True, fit={"method": "oklch-chroma"}))


def _colour(given: str, coordinates: Sequence[float] = ()) -> Color:
    from coloraide import Color  # a start of the portal does not pay for it

    return Color(given, coordinates) if coordinates else Color(given)
