"""No figure tells about fewer than five people, and none can be calculated from those that are shown."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from cms.figures.tallies import WAITING, Outcome, Tally, together
from cms.figures.withholding import DIVISIONS, FEWEST, Behind, ShownLine, columns_of, shown_lines

STEP = {Outcome.WITHIN_LESSON: 0, Outcome.LATER: 4, Outcome.NOT_YET: WAITING}
MANY = dict.fromkeys(Outcome, 1)


def tally(within=0, later=0, not_yet=0, badge="a"):
    """Badges of one achievement: as many people as badges."""
    made = Tally()
    for step, number in zip(STEP.values(), (within, later, not_yet), strict=True):
        made.add(badge, step, number)
    return made


def behind_of(total):
    people = {one: total.number([one]) for one in Outcome}
    return Behind(people, MANY, sum(people.values()))


def shown(lines):
    total = together(lines.values())
    columns = columns_of(total, behind_of(total))
    return columns, shown_lines(lines, columns, MANY)


def test_lines_of_five_and_more_are_shown_as_they_are():
    columns, lines = shown({"x": tally(20, 6, 5), "y": tally(30, 0, 7)})

    assert columns == DIVISIONS[0]
    assert [(line.key, line.numbers) for line in lines] == [("x", (20, 6, 5)), ("y", (30, 0, 7))]


def test_fewer_than_five_people_have_no_figures_at_all():
    total = tally(2, 1, 1)

    assert columns_of(total, behind_of(total)) is None


def test_a_small_line_takes_the_next_larger_one_with_it():
    _columns, lines = shown({"x": tally(20), "y": tally(9), "z": tally(3)})

    assert [(line.key, line.numbers) for line in lines] == [("x", (20, 0, 0)), (None, (12, 0, 0))]


def test_two_lines_of_which_one_is_small_are_not_told_apart():
    assert shown({"x": tally(20), "y": tally(3)})[1] is None


def test_a_small_outcome_is_counted_with_its_neighbour():
    total = tally(40, 3, 5)

    assert columns_of(total, behind_of(total)) == DIVISIONS[1]


def test_four_who_came_late_and_nobody_who_waits_leave_only_what_is_held():
    total = tally(40, 4, 0)

    assert columns_of(total, behind_of(total)) == DIVISIONS[2]


def test_outcomes_of_one_line_are_never_withheld_alone():
    _columns, lines = shown({"x": tally(20, 5, 5), "y": tally(10, 7, 6), "z": tally(5, 6, 3)})

    assert [(line.key, line.tally.offered, line.numbers) for line in lines] == [
        ("x", 30, (20, 5, 5)),
        ("y", 23, None),
        ("z", 14, None),
    ]


def test_many_badges_of_one_person_are_one_person():
    alone = Tally()
    for badge in range(12):
        alone.add(badge, 0, 1)
    most = dict.fromkeys(Outcome, 12)

    assert alone.people_at_least(Outcome, most) == 1
    assert columns_of(alone, Behind(dict.fromkeys(Outcome, 1), most, 1)) is None


# A line: how many people have its badge with each outcome, whether they are the same people as in other lines, and the
# line it belongs to when badges are sorted in another way.
LINES = st.lists(
    st.tuples(
        st.tuples(*[st.sampled_from((0, 0, 1, 2, 5, 7))] * len(Outcome)), st.booleans(), st.sampled_from("xy")
    ),
    max_size=3,
)


def badges_of(lines):
    """One row a badge: whose, which, what became of it, and its line by either sorting."""
    return [
        (who if same else 100 * at + who, at, outcome, at, other)
        for at, (numbers, same, other) in enumerate(lines)
        for who, outcome in enumerate(
            one for one, number in zip(Outcome, numbers, strict=True) for _ in range(number)
        )
    ]


@settings(max_examples=400, deadline=None)
@given(LINES)
def test_no_combination_of_shown_numbers_reveals_one_to_four_people(described):
    rows = badges_of(described)
    whole = tallied(rows, lambda _row: "")[""] if rows else Tally()
    behind = really_behind(rows)
    columns = columns_of(whole, behind)
    people = {person for person, *_rest in rows}
    if columns is None:
        assert 0 < len(people) < FEWEST
        return
    for column in columns:
        having = {row[0] for row in rows if row[2] in column}
        assert len(having) >= FEWEST or not having
    for place in (3, 4):
        lines = tallied(rows, lambda row, place=place: row[place])
        answer = shown_lines(lines, columns, behind.most)
        if answer is None:
            continue
        known = Attacker(answer, [whole.number(column) for column in columns])
        assert sum(offered for offered, _numbers in known.everything) == whole.offered
        for column in columns:
            rest = {row[0] for row in rows if known.is_silent(row[place]) and row[2] in column}
            assert len(rest) >= FEWEST or not rest
        for key, number in product(lines, range(len(columns))):
            mine = [row for row in rows if row[place] == key]
            having = [row for row in mine if row[2] in columns[number]]
            if 0 < len({row[0] for row in mine}) < FEWEST:
                assert key not in known.lines
                assert not known.sizes_of_others() <= set(range(FEWEST))
            # What a few people have must be able to be something else.
            if 0 < len({row[0] for row in having}) < FEWEST:
                possible = known.possible(key, number)
                assert len(possible) > 1
                assert not possible <= set(range(1, FEWEST))


def tallied(rows, key):
    lines = defaultdict(Tally)
    for row in rows:
        lines[key(row)].add(row[1], STEP[row[2]], 1)
    return lines


def really_behind(rows):
    """What the database counts: people by outcome, and how many badges one of them has at most."""
    by_person = defaultdict(lambda: dict.fromkeys(Outcome, 0))
    for person, _badge, outcome, *_places in rows:
        by_person[person][outcome] += 1
    return Behind(
        people={one: sum(has[one] > 0 for has in by_person.values()) for one in Outcome},
        most={one: max((has[one] for has in by_person.values()), default=0) for one in Outcome},
        everybody=len(by_person),
    )


class Attacker:
    """Reads the table and asks of a cell which numbers could stand in it; knows how tables are made up, not who."""

    def __init__(self, answer: list[ShownLine], totals: list[int]) -> None:
        self.lines = {line.key: (line.tally.offered, line.numbers) for line in answer if line.key is not None}
        self.others = next(((one.tally.offered, one.numbers) for one in answer if one.key is None), None)
        self.everything = [*self.lines.values(), *([self.others] if self.others else [])]
        given = [numbers for _offered, numbers in self.everything if numbers is not None]
        self.left = [total - sum(one[at] for one in given) for at, total in enumerate(totals)]
        self.silent = [offered for offered, numbers in self.everything if numbers is None]

    def possible(self, key: str, column: int) -> set[int]:
        """The numbers that agree with everything shown."""
        if key in self.lines:
            offered, numbers = self.lines[key]
            return {numbers[column]} if numbers is not None else self._of_silent(offered, column)
        assert self.others is not None
        offered, numbers = self.others
        most = {numbers[column]} if numbers is not None else self._of_silent(offered, column)
        # Any part of *all others* may be this line's.
        return set(range(max(most) + 1))

    def is_silent(self, key: str) -> bool:
        """Whether the line, or *all others* in which it stands, shows no outcomes."""
        return self.lines.get(key, self.others)[1] is None

    def sizes_of_others(self) -> set[int]:
        """How many badges a line could have that stands among *all others*."""
        assert self.others is not None
        return set(range(self.others[0] + 1))

    def _of_silent(self, offered: int, column: int) -> set[int]:
        others = list(self.silent)
        others.remove(offered)
        reached = {(0,) * len(self.left)}
        for other in others:
            reached = {
                tuple(map(sum, zip(sums, split, strict=True)))
                for sums in reached
                for split in splits(other, self.left)
                if all(a + b <= most for a, b, most in zip(sums, split, self.left, strict=True))
            }
        return {
            split[column]
            for split in splits(offered, self.left)
            if tuple(most - mine for most, mine in zip(self.left, split, strict=True)) in reached
        }


def splits(number: int, most: list[int]):
    """Every way to write `number` as a sum of parts, each within its most."""
    if len(most) == 1:
        return [(number,)] if number <= most[0] else []
    return [
        (first, *rest)
        for first in range(min(number, most[0]) + 1)
        for rest in splits(number - first, most[1:])
    ]
