"""The few lines of CSS that put the operator's colours and letters in the place of the design's own."""

from __future__ import annotations

from cms.look.palette import Chosen, front_page_colours, palette
from cms.look.tokens import Pair, Tokens


def _family(name: str, meanwhile: str) -> str:
    return f'"{name}", "{name} Polish", "{name} Ukrainian", {meanwhile}'


# `frontend/doorways/pages/font-*.css` name the faces.
FAMILIES = {
    "source-sans": _family("Source Sans 3", 'system-ui, "Noto Sans", sans-serif'),
    "literata": _family("Literata", 'Georgia, "Noto Serif", serif'),
    "system": 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
}


def stylesheet(chosen: Chosen, font: str, defaults: Tokens) -> str:
    """Only what differs from the design; "" when nothing does."""
    lines = [f"--{name}:{_value(pair)}" for name, pair in _changed(chosen, defaults).items()]
    if font in FAMILIES:
        lines.append(f"--font:{FAMILIES[font]}")
    front = _front_page(chosen.primary) if chosen.primary else ""
    return f":root{{{';'.join(lines)}}}\n{front}" if lines else ""


def _front_page(primary: str) -> str:
    """The opening of the front page, which has colours of its own (`frontend/doorways/home.css`)."""
    lit, middle, foot = front_page_colours(primary)
    return (
        f".hero{{background:radial-gradient(120% 140% at 100% 0,{lit},{middle} 60%,{foot})}}\n"
        f".hero .button:not(.button-quiet){{color:{middle}}}\n"
    )


def _changed(chosen: Chosen, defaults: Tokens) -> dict[str, Pair]:
    if chosen == Chosen(""):
        return {}
    return {name: pair for name, pair in palette(chosen, defaults).items() if pair != defaults[name]}


def _value(pair: Pair) -> str:
    return pair.light if pair.light == pair.dark else f"light-dark({pair.light},{pair.dark})"
