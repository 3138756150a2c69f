"""One row on its way through the dry run."""

from dataclasses import dataclass, field
from datetime import date

from classroom.rosters.identity import name_key, words_key
from classroom.rosters.issues import Issue, IssueCode
from classroom.rosters.names import Split
from classroom.rosters.report import RosterRow, RowAction, RowState

_QUESTIONS_OF_NAMES = {IssueCode.AMBIGUOUS_NAME_SPLIT, IssueCode.GIVEN_FAMILY_POSSIBLY_SWAPPED}


@dataclass(slots=True)
class Draft:
    """What is known of a row so far.

    `name_settled`, `new_person` and a `student_id` from the start are what a person has already decided.
    """

    row: str
    line: int
    names: tuple[Split, ...] = field(default=(Split("", ""),), repr=False)
    birth_date: date | None = field(default=None, repr=False)
    class_name: str | None = None
    register_number: int | None = None
    issues: list[Issue] = field(default_factory=list)
    student_id: str | None = None
    candidates: tuple[str, ...] = ()
    changed: bool = True
    tidied: bool = False
    name_settled: bool = False
    new_person: bool = False

    def note(self, code: IssueCode, of: str | None = None) -> None:
        """Adds a finding; a question that a person has answered is not asked again."""
        if code in _QUESTIONS_OF_NAMES:
            settled = self.name_settled
        else:
            settled = code.needs_decision and (self.new_person or self.student_id is not None)
        if not settled:
            self.issues.append(Issue(code, of))

    def adopt(self, family_name: str, given_name: str) -> None:
        """Takes over a name that was settled before; the questions about its parts fall away."""
        self.names = (Split(family_name, given_name),)
        self.issues = [issue for issue in self.issues if issue.code not in _QUESTIONS_OF_NAMES]

    @property
    def blocked(self) -> bool:
        """Whether the row is left out."""
        return any(issue.code.blocking for issue in self.issues)

    @property
    def name_key(self) -> tuple[str, str]:
        """See `identity.name_key`."""
        return name_key(self.names[0].family_name, self.names[0].given_name)

    @property
    def words_key(self) -> tuple[str, ...]:
        """See `identity.words_key`."""
        return words_key(self.names[0].family_name, self.names[0].given_name)

    def finished(self) -> RosterRow:
        """The row of the report. A row that is left out says only why."""
        blocked = self.blocked
        issues = tuple(issue for issue in self.issues if issue.code.blocking or not blocked)
        if blocked:
            state, action = RowState.SKIP, RowAction.NOTHING
        else:
            asks = any(issue.code.needs_decision for issue in issues)
            state = RowState.DECIDE if asks else RowState.READY
            action = RowAction.CREATE
            if self.student_id is not None:
                action = RowAction.UPDATE if self.changed else RowAction.UNCHANGED
        return RosterRow(
            row=self.row,
            line=self.line,
            state=state,
            action=action,
            family_name=self.names[0].family_name,
            given_name=self.names[0].given_name,
            birth_date=self.birth_date,
            class_name=self.class_name,
            register_number=self.register_number,
            issues=issues,
            choices=self.names if len(self.names) > 1 and state is RowState.DECIDE else (),
            student_id=self.student_id,
            candidates=self.candidates,
            tidied=self.tidied,
        )
