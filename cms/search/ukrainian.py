"""A light stemmer for Ukrainian: the longest ending of inflection is taken off, and no more.

Snowball has none yet that is released for Python. This one follows Savoy's light stemmers for Slavic languages
(J. Savoy, "Searching strategies for the Bulgarian language", 2007): endings only, no derivation. It reads folded words
(`cms.search.words.folded`), in which й is и, ї is і and ґ is г.
"""

from __future__ import annotations

# Letters that stay: more of them before a long ending, which in a short word is part of the stem (“деб-ати”).
SHORTEST, SHORTEST_BEFORE_LONG = 3, 4
_ENDINGS = (
    # Nouns, by the case and the number they stand in; then adjectives; then verbs.
    "ями ами иями іями ові еві єві ою ею єю ію ям ам ом ем єм ях ах ів ев їв ии іи ия ія ие іє ию "
    "а я о е є у ю и і ь "
    "ого ього ому ьому ими іми их іх им ім ии іи ая яя ою ею ую юю еє іша іше іші ішии ішого ішоі "
    "ити іти ати яти ути ять ать уть ють ить іть ємо емо имо імо єте ете ите єш еш иш єм ив ів ав яв ила ала яла ило "
    "ало яло или али яли ував ювала ували ювати увати ування ювання ання яння ення іння ань янь ень інь "
    "анням енням аннях ності ністю ість ості істю"
)
ENDINGS = tuple(
    sorted(
        {ending.replace("ї", "і").replace("й", "и") for ending in _ENDINGS.split()},
        key=lambda ending: (-len(ending), ending),
    )
)


def stem(word: str) -> str:
    """The word without its ending; at least three letters stay."""
    for ending in ENDINGS:
        # “под-іями” beside “под-ія”: all cases of such a noun begin their ending with the same two letters.
        is_short = len(ending) <= 2 or ending.startswith(("ія", "іє"))
        least = SHORTEST if is_short else SHORTEST_BEFORE_LONG
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word
