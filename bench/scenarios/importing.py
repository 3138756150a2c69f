"""A roster of 1,000 rows with its report, then the import; reading the CSV and one bulk insert as the floor."""

from __future__ import annotations

import csv
import io
from functools import partial

from django.db import transaction

from bench.measuring import Row, Samples, row, timed
from bench.world import World
from classroom.models import RosterImport
from classroom.services.applying import apply_import
from classroom.services.importing import start_import
from people.enums import AccountKind, GroupKind
from people.models import Group, Membership, School, User

HEAD = ("Nr", "Nazwisko", "Imię", "Data urodzenia", "Oddział")
GIVEN = ("Ala", "Ola", "Jan", "Piotr", "Zofia", "Maja", "Adam", "Ewa", "Olena", "Taras")
LETTERS = "abcdefghij"


def run(world: World) -> list[Row]:
    rows = world.sizes.import_rows
    file = _roster(rows)
    reading, whole, floor = Samples(), Samples(), Samples()
    for turn in range(3):
        school = _empty_school(turn)
        teacher = world.people.teachers[0]
        read: RosterImport = timed(partial(start_import, school, actor=teacher, file=file), reading)
        found = read.report["rows"]
        assert len(found) == rows
        timed(partial(apply_import, read, actor=teacher), whole)
        assert Membership.objects.filter(group__parent=school.group).count() == rows
        timed(partial(_csv_and_insert, file, school, turn), floor)
    both = Samples(
        [a + b for a, b in zip(reading.wall, whole.wall, strict=True)],
        [a + b for a, b in zip(reading.cpu, whole.cpu, strict=True)],
    )
    return [
        row(
            "import", f"{rows} rows: read, report, import", both, floor, goal="≤ 5 s", met=both.median <= 5000
        ),
        row(
            "import",
            f"{rows} rows: the report alone",
            reading,
            floor,
            goal="≤ 5 s",
            met=reading.median <= 5000,
        ),
    ]


def _roster(rows: int) -> bytes:
    lines = [";".join(HEAD)]
    for n in range(rows):
        family = "Kowal" + "".join(LETTERS[int(digit)] for digit in f"{n:04d}")
        born_on, school_class = (
            f"{n % 28 + 1:02d}.{n % 12 + 1:02d}.2010",
            f"{n // 30 % 4 + 1}{chr(65 + n // 120)}",
        )
        lines.append(f"{n + 1};{family};{GIVEN[n % len(GIVEN)]};{born_on};{school_class}")
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _empty_school(turn: int) -> School:
    top = Group.objects.create(kind=GroupKind.SCHOOL, name=f"Szkoła {turn}")
    return School.objects.create(
        name=top.name, slug=f"roster-{turn}", type="LO", register_number=f"R{turn}", group=top
    )


def _csv_and_insert(file: bytes, school: School, turn: int) -> None:
    with transaction.atomic():
        group = Group.objects.create(kind=GroupKind.SCHOOL_CLASS, name="floor", parent=school.group)
        lines = list(csv.DictReader(io.StringIO(file.decode("utf-8-sig")), delimiter=";"))
        users = User.objects.bulk_create(
            User(
                username=f"floor-{turn}-{line['Nr']}", given_name=line["Imię"], family_name=line["Nazwisko"],
                kind=AccountKind.SCHOOL_MANAGED, password="!",
            )
            for line in lines
        )  # fmt: skip
        Membership.objects.bulk_create(Membership(group=group, user=user, role="student") for user in users)
