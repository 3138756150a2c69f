"""What became of letters that did not bring a badge, as far as it may be told apart.

They are shown only where it is shown how many letters brought none; each part is nobody's or of five people, and no
other table tells the parts apart, so nothing can be subtracted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.figures.counting import Counted, Way
from cms.figures.tallies import Outcome, Tally
from cms.figures.withholding import FEWEST
from credentials.enums import OfferState


@dataclass(frozen=True)
class Letters:
    """So many letters with one answer."""

    name: str | Promise
    number: int


_OPEN = (OfferState.OFFERED, OfferState.OPENED)
# From the finest: which answers are told apart.
DIVISIONS: tuple[dict[str | Promise, tuple[OfferState, ...]], ...] = (
    {
        _("No answer yet"): _OPEN,
        _("Said no"): (OfferState.DECLINED,),
        _("Ran out unanswered"): (OfferState.EXPIRED,),
    },
    {
        _("No answer yet"): _OPEN,
        _("Said no, or ran out"): (OfferState.DECLINED, OfferState.EXPIRED),
    },
)


def letters_apart(badges: Iterable[Counted], most: Mapping[Outcome, int]) -> Sequence[Letters]:
    """The finest parts that may be shown; none when there are no letters, or they cannot be told apart."""
    letters = [one for one in badges if one.way == Way.LETTER and one.answer]
    for division in DIVISIONS:
        parts = {name: _tally(letters, answers) for name, answers in division.items()}
        if letters and all(_is_safe(part, most) for part in parts.values()):
            return [Letters(name, part.offered) for name, part in parts.items()]
    return ()


def _tally(letters: Iterable[Counted], answers: Sequence[OfferState]) -> Tally:
    part = Tally()
    for one in letters:
        if one.answer in answers:
            part.add(one.of_one_each, one.step, one.number)
    return part


def _is_safe(part: Tally, most: Mapping[Outcome, int]) -> bool:
    return part.offered == 0 or part.people_at_least([Outcome.NOT_YET], most) >= FEWEST
