"""Rows of one file that may be one person.

The same name with the same birth date is one person. Different birth dates, or in one class different
register numbers, are namesakes. Where neither is known, a person decides.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from enum import IntEnum

from classroom.rosters.draft import Draft
from classroom.rosters.issues import IssueCode


class _Relation(IntEnum):
    NAMESAKES = 0
    PERHAPS_ONE = 1
    ONE_PERSON = 2


def note_repeated_people(drafts: Iterable[Draft]) -> None:
    """Notes, on the later row, duplicates, people in two classes, namesakes and repeated register numbers."""
    earlier: dict[tuple[str, ...], _Earlier] = defaultdict(_Earlier)
    numbers: dict[tuple[str | None, int], Draft] = {}
    for draft in drafts:
        if draft.blocked:
            continue
        earlier[draft.words_key].compare(draft)
        if draft.blocked:
            continue
        earlier[draft.words_key].add(draft)
        if draft.register_number is not None:
            first = numbers.setdefault((draft.class_name, draft.register_number), draft)
            if first is not draft:
                draft.note(IssueCode.REGISTER_NUMBER_REPEATED, of=first.row)


class _Earlier:
    """The earlier rows of one name, by birth date, so that a list of one name repeated stays quick to
    read."""

    def __init__(self) -> None:
        self.by_date: dict[date | None, list[Draft]] = defaultdict(list)
        self.first: Draft | None = None

    def add(self, draft: Draft) -> None:
        self.first = self.first or draft
        self.by_date[draft.birth_date].append(draft)

    def compare(self, draft: Draft) -> None:
        if self.first is None:
            return
        closest, relation = self.first, _Relation.NAMESAKES
        for other in self._comparable(draft.birth_date):
            found = _relation(draft, other)
            if found > relation:
                closest, relation = other, found
            if relation is _Relation.ONE_PERSON:
                break
        if relation is _Relation.ONE_PERSON:
            same_class = closest.class_name == draft.class_name
            draft.note(
                IssueCode.DUPLICATE_IN_FILE if same_class else IssueCode.SAME_PERSON_IN_TWO_CLASSES,
                of=closest.row,
            )
        elif relation is _Relation.PERHAPS_ONE:
            draft.note(IssueCode.POSSIBLE_DUPLICATE, of=closest.row)
        elif closest.name_key == draft.name_key:
            draft.note(IssueCode.NAMESAKE_NOT_DUPLICATE, of=closest.row)

    def _comparable(self, born: date | None) -> Iterable[Draft]:
        if born is None:
            return (other for others in self.by_date.values() for other in others)
        return (*self.by_date.get(born, ()), *self.by_date.get(None, ()))


def _relation(one: Draft, other: Draft) -> _Relation:
    if one.birth_date and other.birth_date:
        return _Relation.ONE_PERSON if one.birth_date == other.birth_date else _Relation.NAMESAKES
    if one.class_name == other.class_name and one.register_number and other.register_number:
        return _Relation.ONE_PERSON if one.register_number == other.register_number else _Relation.NAMESAKES
    return _Relation.PERHAPS_ONE
