"""A class list on its way in: read, mapped by a person, then imported whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from classroom.enums import ImportState
from classroom.given_names import given_names
from classroom.models import RosterImport
from classroom.rosters import Decision, Field, RosterReport, Split, Table, dry_run, read_pasted, read_roster
from classroom.selectors.known_students import known_students_of
from classroom.wording import unreadable
from core.refusals import Refusal
from core.tables import Limits, TableUnreadable
from core.text import clean_text
from people.models import School, User

FIELD_NAMES = frozenset(field.value for field in Field)


def limits() -> Limits:
    """The bounds the portal publishes (security-cases §2)."""
    published = settings.KOTYLION_LIMITS
    return Limits(
        file_bytes=published["roster_bytes"],
        rows=published["roster_rows"],
        columns=published["roster_columns"],
    )


@transaction.atomic
def start_import(
    school: School,
    *,
    actor: User,
    file: bytes | None = None,
    text: str = "",
    source_name: str = "",
    class_name: str = "",
) -> RosterImport:
    """Read an uploaded file or a pasted text and keep the dry run. PESEL is gone before anything is kept.

    Raises Refusal ROSTER_… for a list that cannot be read whole.
    """
    try:
        if file is not None:
            table = read_roster(file, given_names=given_names(), limits=limits())
        else:
            table = read_pasted(text, given_names=given_names(), limits=limits())
    except TableUnreadable as error:
        raise unreadable(error, "file") from error
    new = RosterImport(
        school=school,
        created_by=actor,
        source_name=_named(source_name),
        class_name=clean_text(class_name, limit=20, multiline=False, field="class_name")
        or table.suggested_class
        or "",
        table=table.to_json(),
        mapping={field.value: at for field, at in table.proposed.items()},
    )
    _run_dry(new, table, {})
    new.save()
    return new


def _named(name: str) -> str:
    """The file's own name, which is only shown again: no path, nothing invisible."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if sign.isprintable())[:120]


@transaction.atomic
def map_import(
    roster_import: RosterImport,
    *,
    mapping: Mapping[str, Any],
    class_name: str | None = None,
    decisions: Mapping[str, Any] | None = None,
) -> RosterImport:
    """Read the kept table again with another mapping and what a person decided; nothing is imported."""
    _check_waiting(roster_import)
    columns = _columns(mapping)
    if class_name is not None:
        roster_import.class_name = clean_text(class_name, limit=20, multiline=False, field="class_name")
    roster_import.mapping = {field.value: at for field, at in columns.items()}
    _run_dry(roster_import, Table.from_json(roster_import.table), decisions or {})
    roster_import.save()
    return roster_import


def _run_dry(roster_import: RosterImport, table: Table, decisions: Mapping[str, Any]) -> None:
    known = known_students_of(roster_import.school)
    try:
        report = dry_run(
            table,
            {Field(name): at for name, at in roster_import.mapping.items()},
            default_class=roster_import.class_name or None,
            existing=known,
            given_names=given_names(),
            decisions=_decisions(decisions, {student.student_id for student in known}),
            today=timezone.localdate(),
        )
    except TableUnreadable as error:
        if roster_import._state.adding:
            # Kept all the same, without a report: now a person shows where the names are.
            roster_import.report = {}
            return
        raise unreadable(error, "mapping") from error
    roster_import.report = report.to_json()


def _columns(mapping: Mapping[str, Any]) -> dict[Field, int]:
    columns: dict[Field, int] = {}
    for name, at in mapping.items():
        if at is None:
            continue
        if name not in FIELD_NAMES or not isinstance(at, int) or isinstance(at, bool):
            raise Refusal("MAPPING", _("Each column can be used once."), "mapping")
        columns[Field(name)] = at
    return columns


def _decisions(decisions: Mapping[str, Any], known_ids: set[str]) -> dict[int, Decision]:
    """{"<line>": {"givenName", "familyName", "studentId", "newPerson", "leaveOut"}} → decisions by line."""
    read: dict[int, Decision] = {}
    for line, said in list(decisions.items())[: settings.KOTYLION_LIMITS["roster_rows"]]:
        if not (line.isascii() and line.isdigit() and len(line) <= 6 and isinstance(said, Mapping)):
            raise Refusal("DECISIONS", _("These decisions cannot be read."), "decisions")
        student_id = said.get("studentId")
        if student_id is not None and student_id not in known_ids:
            raise Refusal("DECISIONS", _("These decisions cannot be read."), "decisions")
        read[int(line)] = Decision(
            name=_name(said),
            student_id=student_id,
            new_person=said.get("newPerson") is True,
            leave_out=said.get("leaveOut") is True,
        )
    return read


def _name(said: Mapping[str, Any]) -> Split | None:
    family, given = said.get("familyName"), said.get("givenName")
    if not (isinstance(family, str) and isinstance(given, str)):
        return None
    return Split(
        clean_text(family, limit=80, multiline=False, field="decisions", required=True),
        clean_text(given, limit=80, multiline=False, field="decisions", required=True),
    )


def _check_waiting(roster_import: RosterImport) -> None:
    if roster_import.state != ImportState.DRY_RUN:
        raise Refusal("IMPORT_OVER", _("This list is already imported or dropped."))


def report_of(roster_import: RosterImport) -> RosterReport | None:
    """The kept dry run; None while the name columns are not known, and after the import."""
    return (
        RosterReport.from_json(roster_import.report) if roster_import.report.get("rows") is not None else None
    )


@transaction.atomic
def drop_import(roster_import: RosterImport) -> None:
    """Give the list up; its rows are emptied at once. Dropping it again changes nothing."""
    if roster_import.state == ImportState.DRY_RUN:
        finish(roster_import, ImportState.DROPPED)


def finish(roster_import: RosterImport, state: ImportState) -> None:
    """Close the import. What it held of people is gone from here; the counts stay."""
    counts = roster_import.report.get("counts", {})
    roster_import.state = state
    roster_import.table, roster_import.mapping = {}, {}
    roster_import.report = {**roster_import.report.get("outcome", {}), "counts": counts}
    roster_import.finished_at = timezone.now()
    roster_import.save()
