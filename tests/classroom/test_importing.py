"""A class list comes in as a file: matched, looked at, imported whole or not at all (the issue, step 2; UP-05)."""

from __future__ import annotations

import io
import json
import logging
import time
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from classroom.models import RosterImport
from classroom.services.applying import apply_import
from classroom.services.importing import start_import
from classroom.tasks import empty_old_imports
from people.models import Group, Membership, School, User
from tests.asking import ask, client_of
from tests.conftest import ClassOf

ROSTERS = Path(settings.CONTENT) / "rosters"
SHOW = """query($i: ID!) { rosterImport(id: $i) { state sourceName className ready decide skipped total
  imported { id name led } droppedColumns columns { index header field } fields { name required } classes { name students exists }
  rows { line row givenName familyName state issues { code blocking message of }
    alternatives { givenName familyName } } } }"""
MAP = """mutation($i: ID!, $m: JSON!, $c: String, $d: JSON) {
  mapRoster(importId: $i, mapping: $m, className: $c, decisions: $d) {
    import { ready decide skipped className } errors { field code } } }"""
APPLY = """mutation($i: ID!) { applyRoster(importId: $i) {
  import { state imported { id name led } total rows { row } } errors { code field } } }"""
DROP = "mutation($i: ID!) { dropRoster(importId: $i) { errors { code } } }"


def send(user: User | None, school: School, data: bytes, name: str = "lista.csv", **fields: str):
    return client_of(user).post(
        "/rosters/", {"schoolId": str(school.pk), "file": SimpleUploadedFile(name, data), **fields}
    )


def import_of(user: User, school: School, data: bytes, **fields: str) -> str:
    answer = send(user, school, data, **fields)
    assert answer.status_code == 201, answer.content
    return answer.json()["id"]


def listed(many: int, class_name: str = "3K") -> bytes:
    rows = "\n".join(
        f"{n};Nazwisko{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)};Jan;{class_name}"
        for n in range(1, many + 1)
    )
    return f"Lp.;Nazwisko;Imię;Klasa\n{rows}\n".encode()


def everything_in_the_database() -> str:
    found = []
    # Other tests declare models of their own, which have no table.
    tables = set(connection.introspection.table_names())
    for model in (one for one in apps.get_models() if one._meta.db_table in tables):
        found += [json.dumps(row, default=str, ensure_ascii=False) for row in model._base_manager.values()]
    return "\n".join(found)


def test_a_vulcan_shaped_file_becomes_the_classes_that_stand_in_it(teacher: User, school_a: School) -> None:
    made = import_of(teacher, school_a, (ROSTERS / "vulcan-like.csv").read_bytes())
    shown = ask(teacher, SHOW, i=made).data
    assert shown["state"] == "dry_run"
    assert any("PESEL" in heading for heading in shown["droppedColumns"])
    assert shown["total"] == shown["ready"] + shown["decide"] + shown["skipped"]
    decisions = {
        str(row["line"]): {"newPerson": True, **row["alternatives"][0]}
        if row["alternatives"]
        else {"newPerson": True}
        for row in shown["rows"]
        if row["state"] == "decide"
    }
    mapping = {column["field"]: column["index"] for column in shown["columns"] if column["field"]}
    mapped = ask(teacher, MAP, i=made, m=mapping, d=decisions).data
    assert (mapped["errors"], mapped["import"]["decide"]) == ([], 0)
    done = ask(teacher, APPLY, i=made).data
    assert done["errors"] == []
    assert done["import"]["state"] == "done"
    classes = done["import"]["imported"]
    assert [(one["name"], one["led"]) for one in classes] == [(one["name"], True) for one in shown["classes"]]
    people = Membership.objects.filter(group_id__in=[one["id"] for one in classes], role="student").count()
    assert people == mapped["import"]["ready"]


def test_a_coordinator_gets_classes_by_name_and_no_board_of_them(coordinator: User, school_a: School) -> None:
    made = import_of(coordinator, school_a, listed(1, "3K") + b"2;Lis;Ola;3L\n")
    done = ask(coordinator, APPLY, i=made).data
    assert done["errors"] == []
    assert [(one["name"], one["led"]) for one in done["import"]["imported"]] == [("3K", False), ("3L", False)]
    assert ask(coordinator, SHOW, i=made).data["imported"] == done["import"]["imported"]


def test_up_05_pesel_is_in_no_table_and_in_no_log(
    teacher: User, school_a: School, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    canary = "44051401458"
    data = f"Lp.;Nazwisko;Imię;PESEL;Klasa;Uwagi\n1;Nowak;Ola;{canary};3K;nr {canary}\n".encode()
    with caplog.at_level(logging.DEBUG):
        made = import_of(teacher, school_a, data)
        during = everything_in_the_database()
        ask(teacher, APPLY, i=made)
    assert "Nowak" in during
    printed = capsys.readouterr()
    for text in (during, everything_in_the_database(), caplog.text, printed.out, printed.err):
        assert canary not in text


def test_after_the_import_nothing_of_the_rows_is_left(teacher: User, school_a: School) -> None:
    made = import_of(teacher, school_a, listed(3))
    ask(teacher, APPLY, i=made)
    row = RosterImport.objects.get(pk=made)
    assert (row.table, row.mapping) == ({}, {})
    assert "Nazwisko" not in json.dumps(row.report)
    assert ask(teacher, SHOW, i=made).data["total"] == 3


def test_importing_again_changes_only_what_is_new(teacher: User, school_a: School) -> None:
    ask(teacher, APPLY, i=import_of(teacher, school_a, listed(3)))
    before = {user.pk for user in User.objects.filter(family_name__startswith="Nazwisko")}
    again = import_of(teacher, school_a, listed(4))
    assert [(one["name"], one["exists"]) for one in ask(teacher, SHOW, i=again).data["classes"]] == [
        ("3K", True)
    ]
    assert ask(teacher, APPLY, i=again).data["errors"] == []
    now = {user.pk for user in User.objects.filter(family_name__startswith="Nazwisko")}
    assert before < now
    assert len(now) == 4
    assert Group.objects.filter(name="3K").count() == 1


def test_a_persons_decisions_stand_and_who_somebody_is_is_never_guessed(
    teacher: User, school_a: School, class_2b: ClassOf, pa1: User
) -> None:
    born = pa1.born_on.isoformat()
    User.objects.filter(pk=pa1.pk).update(given_name="Ola", family_name="Nowak")
    data = f"Nazwisko;Imię;Data urodzenia;Klasa\nNowak;Ola;{born};3K\n".encode()
    made = import_of(teacher, school_a, data)
    (row,) = ask(teacher, SHOW, i=made).data["rows"]
    assert [issue["code"] for issue in row["issues"]] == ["known_in_another_class"]
    assert ask(teacher, APPLY, i=made).code == "DECISIONS_MISSING"
    assert not Group.objects.filter(name="3K").exists()
    mapping = {"family_name": 0, "given_name": 1, "birth_date": 2, "class_name": 3}
    decided = ask(teacher, MAP, i=made, m=mapping, d={str(row["line"]): {"studentId": str(pa1.pk)}}).data
    assert decided["import"]["decide"] == 0
    ask(teacher, APPLY, i=made)
    assert list(pa1.memberships.filter(left_at=None).values_list("group__name", flat=True)) == ["3K"]
    assert pa1.memberships.exclude(left_at=None).get().group == class_2b.group


def test_a_decision_cannot_name_a_student_of_another_school(
    teacher: User, school_a: School, pb: User
) -> None:
    made = import_of(teacher, school_a, listed(1))
    mapping = {"family_name": 1, "given_name": 2, "class_name": 3}
    assert ask(teacher, MAP, i=made, m=mapping, d={"2": {"studentId": str(pb.pk)}}).code == "DECISIONS"


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"family_name": 1, "given_name": 1}, "ROSTER_MAPPING_INVALID"),
        ({"family_name": 99, "given_name": 1}, "ROSTER_MAPPING_INVALID"),
        ({"pesel": 1, "family_name": 1, "given_name": 2}, "ROSTER_MAPPING_INVALID"),
        ({"family_name": 1}, "ROSTER_NAME_COLUMNS_MISSING"),
        ({"role": 1}, "MAPPING"),
        ({"family_name": "1; DROP"}, "MAPPING"),
        (["family_name"], "MAPPING"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(
    teacher: User, school_a: School, mapping: object, code: str
) -> None:
    made = import_of(teacher, school_a, listed(2))
    before = RosterImport.objects.values().get(pk=made)
    assert ask(teacher, MAP, i=made, m=mapping).code == code
    assert RosterImport.objects.values().get(pk=made) == before


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"x" * (1024 * 1024 + 1), 422, "ROSTER_TOO_BIG"),
        (b"x" * (1024 * 1024 + 200_000), 413, "ROSTER_TOO_BIG"),
        (b"", 422, "ROSTER_EMPTY"),
        (b"%PDF-1.7 ...", 422, "ROSTER_NOT_A_TABLE"),
        (bomb(), 422, "ROSTER_UNPACKS_TOO_BIG"),
        (listed(2001), 422, "ROSTER_TOO_MANY_ROWS"),
    ],
)
def test_up_05_a_file_that_cannot_be_read_whole_leaves_nothing(
    teacher: User, school_a: School, data: bytes, status: int, code: str
) -> None:
    answer = send(teacher, school_a, data, name="../../etc/lista.csv")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert RosterImport.objects.count() == 0


def test_a_pasted_text_goes_the_same_way(teacher: User, school_a: School, class_2b: ClassOf) -> None:
    answer = client_of(teacher).post(
        "/rosters/", {"groupId": str(class_2b.group.pk), "text": "Nowak Ola\nWójcik Jan"}
    )
    assert answer.status_code == 201
    shown = ask(teacher, SHOW, i=answer.json()["id"]).data
    assert (shown["className"], shown["ready"]) == ("2B", 2)
    ask(teacher, APPLY, i=answer.json()["id"])
    assert class_2b.group.memberships.filter(role="student").count() == 5


def test_nobody_else_reads_or_imports_the_list(
    teacher: User, teacher_c: User, teacher_b: User, coordinator: User, pa1: User, editor: User, operator: User,
    school_a: School,
) -> None:  # fmt: skip
    made = import_of(teacher, school_a, listed(2))
    for user in (teacher_c, teacher_b, coordinator, pa1, editor, operator):
        for document in (SHOW, APPLY, DROP):
            assert ask(user, document, i=made).code == "NOT_FOUND", user.username
    assert RosterImport.objects.get(pk=made).state == "dry_run"
    for user in (teacher_b, pa1, editor):
        assert send(user, school_a, listed(2)).status_code == 404
    assert send(None, school_a, listed(2)).status_code == 401
    assert RosterImport.objects.count() == 1


def test_uploading_needs_the_token_of_a_page(teacher: User, school_a: School) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(teacher, backend="django.contrib.auth.backends.ModelBackend")
    answer = browser.post("/rosters/", {"schoolId": str(school_a.pk), "text": "Nowak Ola"})
    assert answer.status_code == 403
    assert RosterImport.objects.count() == 0


def test_a_dropped_list_is_emptied_and_cannot_be_imported(teacher: User, school_a: School) -> None:
    made = import_of(teacher, school_a, listed(2))
    assert ask(teacher, DROP, i=made).data == {"errors": []}
    assert RosterImport.objects.get(pk=made).table == {}
    assert ask(teacher, APPLY, i=made).code == "IMPORT_OVER"
    assert ask(teacher, DROP, i=made).data == {"errors": []}


def test_a_list_forgotten_for_a_day_is_emptied(teacher: User, school_a: School) -> None:
    old, new = import_of(teacher, school_a, listed(2)), import_of(teacher, school_a, listed(2))
    RosterImport.objects.filter(pk=old).update(created_at=timezone.now() - timedelta(days=1, minutes=1))
    assert empty_old_imports() == 1
    assert RosterImport.objects.get(pk=old).state == "dropped"
    assert RosterImport.objects.get(pk=old).table == {}
    assert RosterImport.objects.get(pk=new).table != {}


def test_a_thousand_rows_in_the_statements_of_ten(teacher: User, school_a: School) -> None:
    counts = []
    for many, class_name in ((10, "3K"), (1000, "3L")):
        made = start_import(school_a, actor=teacher, file=listed(many, class_name))
        with CaptureQueriesContext(connection) as asked:
            before = time.process_time()
            apply_import(made, actor=teacher)
            spent = time.process_time() - before
        # Rows go in by portions: SQLite takes so many values in one statement.
        counts.append(sum(not one["sql"].startswith("INSERT") for one in asked))
    assert counts[0] == counts[1]
    assert spent < 5
    assert User.objects.filter(family_name__startswith="Nazwisko").count() == 1010
