"""Rows against students the portal already knows, so that importing a list again changes only what is new."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from classroom.rosters.draft import Draft
from classroom.rosters.identity import words_key
from classroom.rosters.issues import IssueCode


@dataclass(frozen=True, slots=True)
class KnownStudent:
    """A student of the school as the portal has them; `class_name` as `classes.read_class_name` writes it."""

    student_id: str
    family_name: str = field(repr=False)
    given_name: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    class_name: str | None
    register_number: int | None = None


def match_known_students(drafts: Sequence[Draft], existing: Sequence[KnownStudent]) -> tuple[str, ...]:
    """Finds for each row the student it concerns, notes what is in doubt, and answers the ids nobody's row
    concerns.

    A student is the same when name and class agree and the birth dates do not differ; without dates to
    compare, the register numbers decide. The same name and birth date in another class, and any doubt, are
    for a person.
    """
    by_name: dict[tuple[str, ...], list[KnownStudent]] = defaultdict(list)
    for student in existing:
        by_name[words_key(student.family_name, student.given_name)].append(student)
    by_id = {student.student_id: student for student in existing}
    open_rows = [draft for draft in drafts if not draft.blocked]
    taken: set[str] = set()
    for draft in open_rows:
        if draft.student_id in by_id:
            _take(draft, by_id[draft.student_id], taken)
    for certain in (True, False):
        for draft in open_rows:
            if draft.student_id is None and not draft.new_person:
                free = [known for known in by_name.get(draft.words_key, ()) if known.student_id not in taken]
                _match(draft, free, taken, certain=certain)
    classes = {draft.class_name for draft in drafts if draft.class_name}
    concerned = taken | {candidate for draft in drafts for candidate in draft.candidates}
    return tuple(
        student.student_id
        for student in existing
        if student.class_name in classes and student.student_id not in concerned
    )


def _match(draft: Draft, students: list[KnownStudent], taken: set[str], *, certain: bool) -> None:
    """First the certain pairs of all rows, so that a doubtful row cannot take somebody else's student."""
    here = [known for known in students if known.class_name == draft.class_name and _may_be(draft, known)]
    sure = [known for known in here if _is_surely(draft, known)]
    if certain:
        if len(sure) == 1:
            _take(draft, sure[0], taken)
        return
    if len(here) == 1 and not _numbers_differ(draft, here[0]):
        _take(draft, here[0], taken)
    elif here:
        draft.candidates = tuple(known.student_id for known in here)
        draft.note(IssueCode.POSSIBLY_KNOWN_STUDENT)
    else:
        elsewhere = [
            known
            for known in students
            if known.class_name != draft.class_name
            and draft.birth_date
            and known.birth_date == draft.birth_date
        ]
        if elsewhere:
            draft.candidates = tuple(known.student_id for known in elsewhere)
            draft.note(IssueCode.KNOWN_IN_ANOTHER_CLASS)


def _may_be(draft: Draft, known: KnownStudent) -> bool:
    return not (draft.birth_date and known.birth_date) or draft.birth_date == known.birth_date


def _is_surely(draft: Draft, known: KnownStudent) -> bool:
    if draft.birth_date and known.birth_date:
        return draft.birth_date == known.birth_date
    return draft.register_number is not None and draft.register_number == known.register_number


def _numbers_differ(draft: Draft, known: KnownStudent) -> bool:
    if draft.birth_date and known.birth_date:
        return False
    return bool(
        draft.register_number and known.register_number and draft.register_number != known.register_number
    )


def _take(draft: Draft, known: KnownStudent, taken: set[str]) -> None:
    taken.add(known.student_id)
    draft.student_id = known.student_id
    if not draft.name_settled:
        # The portal's own way of splitting the name was settled before.
        draft.adopt(known.family_name, known.given_name)
    draft.changed = (
        (draft.names[0].family_name, draft.names[0].given_name) != (known.family_name, known.given_name)
        or (draft.birth_date is not None and draft.birth_date != known.birth_date)
        or draft.class_name != known.class_name
        or (draft.register_number is not None and draft.register_number != known.register_number)
    )
