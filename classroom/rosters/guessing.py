"""Columns without a heading that is understood: what their contents look like."""

from collections.abc import Callable, Sequence

from classroom.rosters.cells import whole_number
from classroom.rosters.classes import looks_like_class
from classroom.rosters.dates import read_date
from classroom.rosters.headings import Field
from classroom.rosters.names import GivenNames, name_problem, tidy_name
from classroom.rosters.table import ColumnMapping

_SHARE_NEEDED = 0.8


def guess_fields(
    known: ColumnMapping, columns: dict[int, list[str]], given_names: GivenNames
) -> ColumnMapping:
    """`known` and what the other columns most probably are.

    Nothing is guessed while headings name the people. Of two columns of words the one with more given names
    is the given name; the left one is the family name when neither has more.
    """
    mapping = dict(known)
    if is_complete(mapping):
        return mapping
    words: list[int] = []
    for column, values in columns.items():
        field = _field_of(values, first=column == 0)
        if field is not None and field not in mapping:
            mapping[field] = column
        elif field is None and _mostly(values, _is_name):
            words.append(column)
    _assign_names(mapping, words, columns, given_names)
    return mapping


def is_complete(mapping: ColumnMapping) -> bool:
    """Whether a mapping says where people's names are."""
    return Field.FULL_NAME in mapping or (Field.FAMILY_NAME in mapping and Field.GIVEN_NAME in mapping)


def _assign_names(
    mapping: ColumnMapping, words: list[int], columns: dict[int, list[str]], given_names: GivenNames
) -> None:
    missing = [field for field in (Field.FAMILY_NAME, Field.GIVEN_NAME) if field not in mapping]
    if len(missing) == 1:
        if words:
            mapping[missing[0]] = words[0]
        else:
            known = mapping.pop(Field.FAMILY_NAME if missing[0] is Field.GIVEN_NAME else Field.GIVEN_NAME)
            mapping[Field.FULL_NAME] = known
    elif len(words) == 1:
        mapping[Field.FULL_NAME] = words[0]
    elif words:
        left, right = words[:2]
        counts = {column: sum(map(given_names.know, columns[column])) for column in (left, right)}
        given, family = (left, right) if counts[left] > counts[right] else (right, left)
        mapping[Field.FAMILY_NAME], mapping[Field.GIVEN_NAME] = family, given


def _field_of(values: Sequence[str], *, first: bool) -> Field | None:
    if _mostly(values, lambda value: read_date(value) is not None):
        return Field.BIRTH_DATE
    if _mostly(values, looks_like_class):
        return Field.CLASS_NAME
    if _mostly(values, lambda value: whole_number(value) is not None):
        return Field.ORDINAL if first else Field.REGISTER_NUMBER
    return None


def _mostly(values: Sequence[str], fits: Callable[[str], bool]) -> bool:
    filled = [value for value in values if value]
    return bool(filled) and sum(map(fits, filled)) >= _SHARE_NEEDED * len(filled)


def _is_name(value: str) -> bool:
    name = tidy_name(value)
    return bool(name) and name_problem(name) is None
