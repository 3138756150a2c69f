"""Who is whom: within one list, and against the students already known."""

from datetime import date

import pytest

from classroom.rosters import Decision, KnownStudent, dry_run, read_roster

HEADER = "Nr;Nazwisko;Imię;Data urodzenia;Klasa"


def report(*rows, existing=(), decisions=None):
    table = read_roster("\n".join([HEADER, *rows]).encode())
    return dry_run(table, existing=existing, decisions=decisions or {})


def findings(found):
    return [[(issue.code.value, issue.of) for issue in row.issues] for row in found.rows]


def known(student_id="s1", family="Kos", given="Anna", born=date(2010, 1, 2), class_name="2B", number=1):
    return KnownStudent(student_id, family, given, born, class_name, number)


@pytest.mark.parametrize(
    "first, second, finding",
    [
        ("1;Kos;Anna;2010-01-02;2B", "2;Kos;Anna;2010-01-02;2B", [("duplicate_in_file", "1")]),
        ("1;Kos;Anna;2010-01-02;2B", "1;KOS;ANNA;2.01.2010;2 b", [("duplicate_in_file", "1")]),
        ("1;Kos;Anna;2010-01-02;2B", "2;Anna;Kos;2010-01-02;2B", [("duplicate_in_file", "1")]),
        ("1;Kos;Anna;2010-01-02;2B", "2;Kos;Anna;2010-01-02;2C", [("same_person_in_two_classes", "1")]),
        ("1;Kos;Anna;2010-01-02;2B", "2;Kos;Anna;2010-01-03;2B", [("namesake_not_duplicate", "1")]),
        ("1;Kos;Anna;;2B", "2;Kos;Anna;;2B", [("namesake_not_duplicate", "1")]),
        ("1;Kos;Anna;;2B", "1;Kos;Anna;;2B", [("duplicate_in_file", "1")]),
        ("1;Kos;Anna;;2B", "1;Kos;Anna;;2C", [("possible_duplicate", "1")]),
        (
            "1;Kos;Anna;2010-01-02;2B",
            ";Kos;Anna;;2B",
            [("missing_register_number", None), ("possible_duplicate", "1")],
        ),
        ("1;Kos;Anna;2010-01-02;2B", "1;Lis;Anna;2010-01-02;2B", [("register_number_repeated", "1")]),
        ("1;Kos;Anna;2010-01-02;2B", "1;Lis;Anna;2010-01-02;2C", []),
    ],
)
def test_two_rows_of_one_list(first, second, finding):
    assert findings(report(first, second)) == [[], finding]


def test_a_new_list_makes_everybody():
    found = report("1;Kos;Anna;2010-01-02;2B")
    assert [(row.action.value, row.student_id) for row in found.rows] == [("create", None)]


@pytest.mark.parametrize(
    "row, action",
    [
        ("1;Kos;Anna;2010-01-02;2B", "unchanged"),
        ("1;KOS;ANNA;2010-01-02;2B", "unchanged"),
        (";Kos;Anna;;2B", "unchanged"),
        ("7;Kos;Anna;2010-01-02;2B", "update"),
        ("1;Kos;Anna;2010-01-03;2B", "create"),
        ("1;Kos;Ewa;2010-01-02;2B", "create"),
    ],
)
def test_a_known_student_is_matched_by_name_date_and_class(row, action):
    found = report(row, existing=[known()])
    assert found.rows[0].action.value == action
    assert found.rows[0].student_id == (None if action == "create" else "s1")
    assert found.not_in_file == (("s1",) if action == "create" else ())


def test_importing_the_same_list_twice_changes_nothing(sample, given_names):
    table = read_roster(sample("librus-like.csv"), given_names=given_names)
    first = dry_run(table, given_names=given_names)
    school = [
        KnownStudent(
            f"s{row.row}",
            row.family_name,
            row.given_name,
            row.birth_date,
            row.class_name,
            row.register_number,
        )
        for row in first.rows
        if row.state.value != "skip"
    ]
    again = dry_run(table, given_names=given_names, existing=school)
    assert again.counts == {"ready": 9, "decide": 0, "skip": 3, "create": 0, "update": 0, "unchanged": 9}
    assert [row.student_id for row in again.rows if row.student_id] == [
        student.student_id for student in school
    ]
    assert again.not_in_file == ()


def test_a_birth_date_that_becomes_known_is_an_update():
    found = report("1;Kos;Anna;2010-01-02;2B", existing=[known(born=None)])
    assert (found.rows[0].action.value, found.rows[0].student_id) == ("update", "s1")


def test_a_student_of_another_class_is_for_a_person_to_decide():
    row = "1;Kos;Anna;2010-01-02;2B"
    asked = report(row, existing=[known(class_name="2A")])
    assert findings(asked) == [[("known_in_another_class", None)]]
    assert (asked.rows[0].state.value, asked.rows[0].candidates) == ("decide", ("s1",))
    moved = report(row, existing=[known(class_name="2A")], decisions={2: Decision(student_id="s1")})
    assert (moved.rows[0].state.value, moved.rows[0].action.value) == ("ready", "update")
    somebody_else = report(row, existing=[known(class_name="2A")], decisions={2: Decision(new_person=True)})
    assert (somebody_else.rows[0].state.value, somebody_else.rows[0].action.value) == ("ready", "create")


def test_doubt_about_a_known_student_is_for_a_person_to_decide():
    two = [known("s1", born=None, number=4), known("s2", born=None, number=5)]
    found = report("9;Kos;Anna;;2B", existing=two)
    assert findings(found) == [[("possibly_known_student", None)]]
    assert found.rows[0].candidates == ("s1", "s2")
    assert found.not_in_file == ()


def test_a_doubtful_row_does_not_take_another_rows_student():
    found = report(
        ";Kos;Anna;;2B",
        "2;Kos;Anna;2010-01-03;2B",
        existing=[known("s1", born=date(2010, 1, 2), number=1), known("s2", born=date(2010, 1, 3), number=2)],
    )
    assert [row.student_id for row in found.rows] == ["s1", "s2"]


def test_a_row_that_is_left_out_takes_nobody():
    found = report("1;Kos;Anna;2010-01-02;2B", existing=[known()], decisions={2: Decision(leave_out=True)})
    assert (found.rows[0].student_id, found.not_in_file) == (None, ("s1",))
