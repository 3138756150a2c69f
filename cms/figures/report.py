"""The figures of one term, as they may be shown: a total, the terms before, and lines by kind, path and region."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cms.figures import counting
from cms.figures.counting import Counted, Made, Slow, Way
from cms.figures.letters import letters_apart
from cms.figures.naming import KIND_NAMES, WAY_NAMES, names_of_paths, names_of_regions, term_name
from cms.figures.school_terms import SchoolTerm, terms_until
from cms.figures.scopes import Scope
from cms.figures.tallies import Outcome, Tally, together
from cms.figures.withholding import Behind, Columns, ShownTable, columns_of, shown_lines

GOAL = 90
Key = Hashable
KeyOf = Callable[[Any], Key]


@dataclass(frozen=True)
class Line:
    """One line of a table. None is a number that is not shown, because it would tell about fewer than five people.

    `wait` is the step (`tallies.WAITS`) in which the median of the time to claim lies; `created` is None where badges
    are told apart by something that belongs to giving them.
    """

    label: str
    created: int | None
    offered: int | None
    held: int | None = None
    within_lesson: int | None = None
    wait: int | None = None

    @property
    def claim_rate(self) -> int | None:
        """Percent of what was offered that is held."""
        return _percent(self.held, self.offered)

    @property
    def lesson_rate(self) -> int | None:
        """Percent of what was offered that was held within the lesson."""
        return _percent(self.within_lesson, self.offered)


@dataclass(frozen=True)
class Breakdown:
    """Lines that add up to the total; none when they cannot be told apart."""

    code: str
    title: str
    first_column: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Report:
    """`people` is None when there are one to four; then nothing but `created` is shown. `at_least`: letters went to
    others too, of whom nobody knows how many they are.
    """

    name: str
    term: SchoolTerm
    terms: tuple[SchoolTerm, ...]
    total: Line
    people: int | None
    at_least: bool
    by_term: Breakdown
    breakdowns: tuple[Breakdown, ...]

    @property
    def tables(self) -> tuple[Breakdown, ...]:
        return (self.by_term, *self.breakdowns)


@dataclass(frozen=True)
class Found:
    """What was counted, before anything is withheld."""

    badges: Sequence[Counted]
    created: Sequence[Made]
    slow: Sequence[Slow] = ()

    def sorted_by(self, key: KeyOf) -> dict[Key, Tally]:
        """Lines by their key."""
        lines: dict[Key, Tally] = {}
        for one in self.badges:
            lines.setdefault(key(one), Tally()).add(one.of_one_each, one.step, one.number)
        for late in self.slow:
            lines.setdefault(key(late), Tally()).known[late.outcome].add(late.person)
        for new in self.created:
            lines.setdefault(key(new), Tally()).created += 1
        return lines


def report(scope: Scope, today: date, wanted: str = "") -> Report:
    """The figures of the term with the code `wanted`, or of the present one when there is no such.

    Nine queries, however many badges, people and schools.
    """
    terms = terms_until(today)
    term = next((one for one in terms if one.code == wanted), terms[0])
    ever = Found(counting.counted(scope, terms), counting.made(scope, terms))
    now = Found(
        [one for one in ever.badges if one.term == term],
        [one for one in ever.created if one.term == term],
        counting.slow(scope, term),
    )
    total = together(now.sorted_by(lambda _one: None).values())
    behind = counting.behind(scope, term, now.badges)
    columns = columns_of(total, behind)
    by_term = ever.sorted_by(lambda one: one.term)
    breakdowns: tuple[Breakdown, ...] = ()
    if columns is not None and total.offered:
        breakdowns = _breakdowns(scope, now, columns, behind)
    return Report(
        name=scope.name,
        term=term,
        terms=terms,
        total=_total_line(term_name(term), total, columns),
        people=None if columns is None else behind.everybody,
        at_least=behind.at_least,
        by_term=Breakdown(
            "terms",
            _("By term"),
            _("Term"),
            tuple(
                _total_line(term_name(one), total, columns)
                if one == term
                else _of_term(one, by_term.get(one, Tally()))
                for one in terms
            ),
        ),
        breakdowns=breakdowns,
    )


def _breakdowns(scope: Scope, found: Found, columns: Columns, behind: Behind) -> tuple[Breakdown, ...]:
    achievements = {one.achievement for one in found.badges} | {one.achievement for one in found.created}
    paths = names_of_paths(achievements, scope.group)
    parts: list[tuple[str, str, str, KeyOf, Mapping[Any, Any]]] = [
        ("kinds", _("By kind"), _("Kind"), lambda one: one.kind, KIND_NAMES),
        ("paths", _("By development path"), _("Path"), lambda one: paths.of(one.achievement), paths.names),
    ]
    if scope.places:
        regions = names_of_regions()
        parts.append(
            ("regions", _("By region"), _("Voivodeship"), lambda one: regions.of(one.place), regions.names)
        )
    return (
        *(
            Breakdown(code, title, column, _lines(_shown(found, key, names, columns, behind), names))
            for code, title, column, key, names in parts
        ),
        *_ways(found, columns, behind),
    )


def _ways(found: Found, columns: Columns, behind: Behind) -> Iterator[Breakdown]:
    """How badges came to people, when in more than one way, and what became of the letters."""
    # Nothing is created in a way.
    given = replace(found, created=())
    shown = _shown(given, lambda one: one.way, WAY_NAMES, columns, behind)
    if len({one.way for one in found.badges}) > 1:
        lines = (replace(line, created=None) for line in _lines(shown, WAY_NAMES))
        yield Breakdown("ways", _("By way of giving"), _("Way"), tuple(lines))
    if shown is None:
        return
    letters = next((one for one in shown.lines if one.key == Way.LETTER), None)
    if letters is None:
        return
    line = _line("", letters.tally, shown.columns, letters.numbers)
    apart = letters_apart(found.badges, behind.most) if line.held is not None else ()
    if apart:
        taken = replace(line, label=_("Took the badge"), created=None, offered=line.held)
        untaken = (Line(str(one.name), None, one.number, 0, 0) for one in apart)
        yield Breakdown("letters", _("Offered by e-mail"), _("Answer"), (taken, *untaken))


def _shown(
    found: Found, key: KeyOf, names: Mapping[Any, Any], columns: Columns, behind: Behind
) -> ShownTable | None:
    tallies = found.sorted_by(key)
    return shown_lines({one: tallies[one] for one in names if one in tallies}, columns, behind.most)


def _lines(shown: ShownTable | None, names: Mapping[Any, Any]) -> tuple[Line, ...]:
    if shown is None:
        return ()
    return tuple(
        _line(
            _("All others") if one.key is None else str(names[one.key]), one.tally, shown.columns, one.numbers
        )
        for one in shown.lines
    )


def _of_term(term: SchoolTerm, total: Tally) -> Line:
    """Of another term nobody counted the people: what its badges say by themselves has to do."""
    unknown = dict.fromkeys(Outcome, total.offered)
    people = {one: total.people_at_least([one], unknown) for one in Outcome}
    everybody = total.people_at_least(Outcome, unknown)
    return _total_line(term_name(term), total, columns_of(total, Behind(people, unknown, everybody)))


def _total_line(label: str, total: Tally, columns: Columns | None) -> Line:
    if columns is None:
        return Line(label, total.created, None)
    return _line(label, total, columns, tuple(total.number(column) for column in columns))


def _line(label: str, tally: Tally, columns: Columns, numbers: tuple[int, ...] | None) -> Line:
    if numbers is None or not tally.offered:
        return Line(label, tally.created, tally.offered)
    known = dict(zip(columns, numbers, strict=True))
    within = known.get((Outcome.WITHIN_LESSON,))
    not_yet = known.get((Outcome.NOT_YET,))
    held = None if not_yet is None else tally.offered - not_yet
    # Where the lesson's share is withheld the median would tell on which side of it most badges lie.
    wait = tally.wait() if held is not None and within is not None else None
    return Line(label, tally.created, tally.offered, held, within, wait)


def _percent(part: int | None, whole: int | None) -> int | None:
    return round(100 * part / whole) if part is not None and whole else None
