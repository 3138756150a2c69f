"""Whatever comes in, the answer is a report or a refusal; and it comes quickly."""

import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from classroom.rosters import GivenNames, RosterReport, Table, dry_run, read_pasted, read_roster
from core.tables import TableUnreadable
from tests.classroom.rosters.workbooks import workbook

NAMES = GivenNames(["Anna", "Jan"])
XLSX = workbook([["Nazwisko", "Imię"], ["Nowak", "Anna"], ["Lis", "Jan"]])
WORDS = st.sampled_from(
    [
        *(
            "Nazwisko",
            "Imię",
            "Uczeń",
            "PESEL",
            "Klasa",
            "Nowak",
            "Anna",
            "Kos-Lis",
            "2B",
            "1.",
            "2010-01-02",
        ),
        *("31.02.2010", "44051401359", "Razem:", '"', "'", ";", ",", "\t", "\n", "\r", "=", "?", " ", "\xa0"),
        *("Ї", "\0", "\ud800", "١٢"),
    ]
)


def is_read_or_refused(data):
    """Whether it is refused, or the table and its report keep their promises."""
    try:
        table = read(data)
        report = dry_run(table, default_class="2B", given_names=NAMES)
    except TableUnreadable:
        return True
    return (
        Table.from_json(table.to_json()) == table
        and RosterReport.from_json(report.to_json()) == report
        and report.importable <= report.data_rows == len(table.rows)
        and all(row.family_name and row.given_name for row in report.rows if row.state.value != "skip")
    )


def read(data):
    if isinstance(data, str):
        return read_pasted(data, given_names=NAMES)
    return read_roster(data, given_names=NAMES)


@settings(max_examples=600, deadline=None)
@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xff")
@example(b"PK\x03\x04")
@example(b'";"')
def test_any_bytes(data):
    assert is_read_or_refused(data)


@settings(max_examples=600, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_pasted_text(text):
    assert is_read_or_refused(text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "cp1250", "cp1251", "iso-8859-2"]))
def test_any_text_in_any_encoding(text, encoding):
    assert is_read_or_refused(text.encode(encoding, "ignore"))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(XLSX) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_any_damaged_workbook(changes):
    damaged = bytearray(XLSX)
    for place, value in changes:
        damaged[place] = value
    assert is_read_or_refused(bytes(damaged))


def test_a_thousand_rows_are_read_in_well_under_two_seconds(given_names):
    rows = [
        f"{n};Nowak{chr(97 + n % 26)};Anna;44051401359;{1 + n % 28:02}.03.{1950 + n % 61};2B;x"
        for n in range(1_000)
    ]
    data = "\n".join(["Nr;Nazwisko;Imię;PESEL;Data urodzenia;Klasa;Uwagi", *rows]).encode()
    started = time.process_time()
    report = dry_run(read_roster(data, given_names=given_names), given_names=given_names)
    assert time.process_time() - started < 2
    assert report.importable == 1_000


def test_one_name_two_thousand_times_is_not_slow():
    rows = [
        f"{n};Nowak;Anna;{2000 + n % 20}-{1 + n // 20 % 12:02}-{1 + n // 240 % 28:02};2B"
        for n in range(2_000)
    ]
    without_dates = [";Nowak;Anna;;2B" for _ in range(2_000)]
    started = time.process_time()
    for people in (rows, without_dates):
        dry_run(read_roster("\n".join(["Nr;Nazwisko;Imię;Data urodzenia;Klasa", *people]).encode()))
    assert time.process_time() - started < 6


@pytest.mark.parametrize(
    "data",
    [
        b"\n" * 1_000_000 + b"a",
        b"a,\n" * 330_000,
        b";" * 1_000_000,
        b"\xb3" * 1_000_000,
        (b"a" + b" " * 1_998 + b"\n") * 500,
        (b'("' * 500 + b"\n") * 900,
        (b"Kos Ewa " * 12 + b"\n") * 2_000,
    ],
    ids=["blank lines", "commas", "blank cells", "one letter", "spaces", "open brackets", "many words"],
)
def test_a_megabyte_of_anything_is_answered_in_time(data):
    started = time.process_time()
    assert is_read_or_refused(data)
    assert time.process_time() - started < 8
