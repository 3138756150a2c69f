"""A class list on its way in, as the screen shows it: columns to match, rows with what would become of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet

from classroom.models import RosterImport
from classroom.rosters import RosterReport, RosterRow, RowState, Table
from classroom.rosters.classes import read_class_name
from classroom.wording import FIELDS, ISSUES, REQUIRED_FIELDS
from core.access import visible
from people.enums import GroupKind
from people.models import Group, User
from people.selectors.groups import groups_led_by, schools_of_staff


@dataclass(frozen=True)
class RosterColumn:
    index: int
    header: str
    sample: str
    field: str


@dataclass(frozen=True)
class RosterField:
    name: str
    label: str
    required: bool


@dataclass(frozen=True)
class RosterIssue:
    code: str
    blocking: bool
    message: str
    of: str


@dataclass(frozen=True)
class RosterSplit:
    given_name: str
    family_name: str


@dataclass(frozen=True)
class RowView:
    """`line` is the row's place in the file and the key of a decision; `row` is what the list itself calls it."""

    line: int
    row: str
    given_name: str
    family_name: str
    born_on: date | None
    class_name: str
    state: str
    issues: tuple[RosterIssue, ...]
    alternatives: tuple[RosterSplit, ...]
    candidate_ids: tuple[str, ...]

    @property
    def id(self) -> int:
        """What a page goes on from."""
        return self.line


@dataclass(frozen=True)
class RosterClass:
    name: str
    students: int
    exists: bool


@dataclass(frozen=True)
class ImportedClass:
    """`led`: by the viewer; who only runs the school has no board to open."""

    id: UUID
    name: str
    led: bool


@dataclass(frozen=True)
class ImportView:
    id: UUID
    state: str
    source_name: str
    class_name: str
    columns: tuple[RosterColumn, ...]
    fields: tuple[RosterField, ...]
    dropped_columns: tuple[str, ...]
    rows: tuple[RowView, ...]
    ready: int
    decide: int
    skipped: int
    total: int
    classes: tuple[RosterClass, ...]
    imported: tuple[ImportedClass, ...]


@visible(RosterImport)
def imports_visible_to(user: User | AnonymousUser) -> QuerySet[RosterImport]:
    """One's own, while one is on the school's staff: names of children are for who brought them."""
    if user.is_anonymous or not user.is_active:
        return RosterImport.objects.none()
    return RosterImport.objects.filter(created_by=user, school__in=schools_of_staff(user)).select_related(
        "school"
    )


def row_view(row: RosterRow) -> RowView:
    return RowView(
        line=row.line,
        row=row.row,
        given_name=row.given_name,
        family_name=row.family_name,
        born_on=row.birth_date,
        class_name=row.class_name or "",
        state=row.state.value,
        issues=tuple(
            RosterIssue(
                one.code.value, one.code.blocking, str(ISSUES[one.code]) % {"of": one.of or ""}, one.of or ""
            )
            for one in row.issues
        ),
        alternatives=tuple(RosterSplit(one.given_name, one.family_name) for one in row.choices),
        candidate_ids=row.candidates,
    )


def import_view(roster_import: RosterImport, viewer: User) -> ImportView:
    """After the import nothing of the rows is left: only the counts and the classes."""
    held = roster_import.report
    report = RosterReport.from_json(held) if held.get("rows") is not None else None
    table = Table.from_json(roster_import.table) if roster_import.table else None
    counts = report.counts if report else held.get("counts", {})
    return ImportView(
        id=roster_import.pk,
        state=roster_import.state,
        source_name=roster_import.source_name,
        class_name=roster_import.class_name,
        columns=_columns(table, roster_import.mapping),
        fields=tuple(
            RosterField(one.value, str(label), one in REQUIRED_FIELDS) for one, label in FIELDS.items()
        ),
        dropped_columns=tuple(table.dropped_headings) if table else (),
        rows=tuple(map(row_view, sorted(report.rows, key=_attention))) if report else (),
        ready=counts.get("ready", 0),
        decide=counts.get("decide", 0),
        skipped=counts.get("skip", 0),
        total=sum(counts.get(state.value, 0) for state in RowState),
        classes=_classes(roster_import, report.rows if report else ()),
        imported=_imported(held.get("class_ids", ()), viewer),
    )


def _attention(row: RosterRow) -> int:
    """Decisions first, then what is left out, then what is worth a look."""
    match row.state:
        case RowState.DECIDE:
            return 0
        case RowState.SKIP:
            return 1
    return 2 if row.issues else 3


def _columns(table: Table | None, mapping: dict[str, int]) -> tuple[RosterColumn, ...]:
    if table is None:
        return ()
    fields = {at: name for name, at in mapping.items()}
    return tuple(
        RosterColumn(
            at,
            table.heading(at),
            next((row.cells[at] for row in table.rows if row.cells[at]), ""),
            fields.get(at, ""),
        )
        for at in range(len(table.headings))
        if at not in table.dropped
    )


def _imported(ids: Collection[str], viewer: User) -> tuple[ImportedClass, ...]:
    if not ids:
        return ()
    led = Exists(groups_led_by(viewer).filter(pk=OuterRef("pk")))
    groups = Group.objects.filter(pk__in=ids).annotate(led=led).order_by("name")
    return tuple(
        ImportedClass(pk, name, is_led) for pk, name, is_led in groups.values_list("pk", "name", "led")
    )


def _classes(roster_import: RosterImport, rows: Iterable[RosterRow]) -> tuple[RosterClass, ...]:
    counted: dict[str, int] = {}
    for row in rows:
        if row.class_name and row.state is not RowState.SKIP:
            counted[row.class_name] = counted.get(row.class_name, 0) + 1
    if not counted:
        return ()
    open_classes = Group.objects.open().filter(
        parent_id=roster_import.school.group_id, kind=GroupKind.SCHOOL_CLASS
    )
    known = {
        read.name for name in open_classes.values_list("name", flat=True) if (read := read_class_name(name))
    }
    return tuple(RosterClass(name, count, name in known) for name, count in sorted(counted.items()))
