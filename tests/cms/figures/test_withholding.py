"""No figure tells about fewer than five people, and none can be calculated from those that are shown."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from cms.figures.counting import Counted, Way, with_waiting
from cms.figures.letters import DIVISIONS as DIVISIONS_OF_LETTERS
from cms.figures.letters import letters_apart
from cms.figures.school_terms import SchoolTerm
from cms.figures.tallies import WAITING, Outcome, Tally, together
from cms.figures.withholding import DIVISIONS, FEWEST, Behind, Columns, ShownTable, columns_of, shown_lines

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
    table = shown({"x": tally(20, 6, 5), "y": tally(30, 0, 7)})[1]

    assert table.columns == DIVISIONS[0]
    assert [(line.key, line.numbers) for line in table.lines] == [("x", (20, 6, 5)), ("y", (30, 0, 7))]


def test_fewer_than_five_people_have_no_figures_at_all():
    total = tally(2, 1, 1)

    assert columns_of(total, behind_of(total)) is None


def test_a_small_line_takes_the_next_larger_one_with_it():
    lines = shown({"x": tally(20), "y": tally(9), "z": tally(3)})[1].lines

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
    table = shown({"x": tally(20, 5, 5), "y": tally(10, 7, 6), "z": tally(3, 10, 3)})[1]

    assert table.columns == DIVISIONS[0]
    assert [(line.key, line.tally.offered, line.numbers) for line in table.lines] == [
        ("x", 30, (20, 5, 5)),
        ("y", 23, None),
        ("z", 16, None),
    ]


def test_outcomes_are_taken_together_where_more_can_be_shown_then():
    table = shown({"x": tally(20, 3, 2), "y": tally(10, 2, 4)})[1]

    assert table.columns == DIVISIONS[1]
    assert [line.numbers for line in table.lines] == [(20, 5), (10, 6)]


def test_people_who_are_known_count_where_badges_do_not_tell():
    few = Tally()
    for badge in range(5):
        few.add(badge, WAITING, 1)
        few.known[Outcome.NOT_YET].add(f"person {badge}")

    assert few.people_at_least(Outcome, dict.fromkeys(Outcome, 9)) == 5


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
        table = shown_lines(lines, columns, behind.most)
        if table is None:
            continue
        known = Attacker(table, columns, [whole.number(column) for column in columns])
        assert sum(known.offered.values()) == whole.offered
        for column in table.columns:
            rest = {row[0] for row in rows if known.is_silent(row[place]) and row[2] in column}
            assert len(rest) >= FEWEST or not rest
        for key, column in product(lines, {*columns, *table.columns}):
            mine = [row for row in rows if row[place] == key]
            having = [row for row in mine if row[2] in column]
            if 0 < len({row[0] for row in mine}) < FEWEST:
                assert key not in known.offered
                assert known.offered[None] >= FEWEST
            # What a few people have must be able to be something else.
            if 0 < len({row[0] for row in having}) < FEWEST:
                possible = known.possible(key, column)
                assert len(having) in possible
                assert len(possible) > 1
                assert not possible <= set(range(1, FEWEST))


TERM = SchoolTerm(2026, 1)
ANSWERS = ("opened", "declined", "expired")
# A list: how many of its people gave each answer.
LISTS = st.lists(st.tuples(*[st.sampled_from((0, 1, 2, 5, 6))] * len(ANSWERS)), min_size=1, max_size=3)


@settings(max_examples=400, deadline=None)
@given(LISTS, st.sampled_from((0, 1, 2, 5)))
def test_answers_to_letters_are_of_five_people_whoever_stands_on_several_lists(lists, having):
    """The same people stand on all lists, as far as they go, and have badges as well: the fewest that there can be."""
    badge, rows = UUID(int=1), []
    for at, numbers in enumerate(lists):
        for answer, number in zip(ANSWERS, numbers, strict=True):
            rows += [Counted(TERM, badge, "x", None, Way.LETTER, WAITING, number, answer, UUID(int=at))]
    people = dict.fromkeys(Outcome, 0) | {Outcome.NOT_YET: having}
    behind = with_waiting(Behind(people, people, having), rows)
    fewest = max(having, *(sum(numbers) for numbers in lists))

    assert behind.everybody <= fewest
    assert behind.people[Outcome.NOT_YET] <= fewest
    for part in letters_apart(rows, behind.most):
        asked = {
            str(name): answers for division in DIVISIONS_OF_LETTERS for name, answers in division.items()
        }
        of_list = [
            sum(
                number
                for answer, number in zip(ANSWERS, numbers, strict=True)
                if answer in asked[str(part.name)]
            )
            for numbers in lists
        ]
        assert part.number == sum(of_list)
        assert part.number == 0 or max(of_list) >= FEWEST


def tallied(rows, key):
    lines = defaultdict(Tally)
    for row in rows:
        lines[key(row)].add(row[1], STEP[row[2]], 1)
        if row[2] != Outcome.WITHIN_LESSON:
            lines[key(row)].known[row[2]].add(row[0])
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
    """Reads the totals and the table, and asks of a cell which numbers could stand in it.

    A world is how many badges of each line had each outcome; those that agree with everything shown are gone through.
    """

    def __init__(self, table: ShownTable, columns: Columns, totals: list[int]) -> None:
        self.offered = {line.key: line.tally.offered for line in table.lines}
        self.numbers = {line.key: line.numbers for line in table.lines}
        self.columns, self.totals = columns, totals
        self.worlds = {key: self._worlds(table.columns, key) for key in self.offered}

    def is_silent(self, key: object) -> bool:
        """Whether the line, or *all others* in which it stands, shows no outcomes."""
        return self.numbers[self._shown(key)] is None

    def possible(self, key: object, column: tuple[Outcome, ...]) -> set[int]:
        """The numbers that agree with everything shown."""
        line = self._shown(key)
        reached = {(0,) * len(self.columns)}
        for other in self.offered.keys() - {line}:
            mine = {self._sums(world) for world in self.worlds[other]}
            reached = {
                sums
                for before, more in product(reached, mine)
                if self._fits(sums := tuple(map(sum, zip(before, more, strict=True))))
            }
        found = {
            sum(world[one] for one in column)
            for world in self.worlds[line]
            if tuple(map(int.__sub__, self.totals, self._sums(world))) in reached
        }
        # Of *all others* any part may be this line's.
        return set(range(max(found) + 1)) if line is None else found

    def _shown(self, key: object) -> object:
        return key if key in self.offered else None

    def _worlds(self, columns: Columns, key: object) -> list[tuple[int, ...]]:
        offered, numbers = self.offered[key], self.numbers[key]
        every = (
            (one, other, offered - one - other)
            for one in range(offered + 1)
            for other in range(offered - one + 1)
        )
        return [
            world
            for world in every
            if numbers is None
            or all(
                sum(world[one] for one in column) == number
                for column, number in zip(columns, numbers, strict=True)
            )
        ]

    def _sums(self, world: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sum(world[one] for one in column) for column in self.columns)

    def _fits(self, sums: tuple[int, ...]) -> bool:
        return all(mine <= most for mine, most in zip(sums, self.totals, strict=True))
