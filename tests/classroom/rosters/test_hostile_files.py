"""Files made to harm, or simply unreadable: nothing is imported, and the refusal says which row and why."""

import io
import pickle
import time
import tracemalloc
import zipfile

import pytest

from classroom.rosters import dry_run, read_pasted, read_roster
from core.tables import Limits, TableUnreadable, UnreadableCode
from tests.classroom.rosters.workbooks import SHEET, cell, part, sheet, with_parts, workbook

HEADER = ["Nazwisko", "Imię", "Klasa"]
ROWS = [HEADER, ["Nowak", "Anna", "2B"], ["Lis", "Jan", "2B"]]


def refusal(data: bytes | str) -> tuple[str, int | None, int | None]:
    with pytest.raises(TableUnreadable) as caught:
        read_pasted(data) if isinstance(data, str) else read_roster(data)
    return caught.value.code.value, caught.value.row, caught.value.column


def lines(*rows: str) -> bytes:
    return "\r\n".join(["Nazwisko;Imię;Klasa", *rows]).encode()


def test_up_05_zip_bomb_is_refused_before_unpacking():
    plain = workbook(ROWS)
    bomb = with_parts(plain, {"xl/media/zeros.xml": b"\0" * 300_000_000})
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    started = time.process_time()
    assert refusal(bomb) == ("unpacks_too_big", None, None)
    spent = time.process_time() - started
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert spent < 0.5
    assert peak < 20_000_000


def test_up_05_a_part_that_grows_too_much_is_refused():
    assert refusal(with_parts(workbook(ROWS), {"xl/a.xml": b" " * 9_000_000})) == (
        "unpacks_too_big",
        None,
        None,
    )


def test_up_05_too_many_parts_are_refused():
    parts = {f"xl/part{number}.xml": b"<a/>" for number in range(200)}
    assert refusal(with_parts(workbook(ROWS), parts)) == ("unpacks_too_big", None, None)


def test_up_05_size_that_the_archive_lies_about_is_refused():
    data = bytearray(with_parts(workbook(ROWS), {"xl/a.xml": b"<a>" + b" " * 50_000 + b"</a>"}))
    at = data.rindex(b"xl/a.xml") - 46 + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    assert refusal(bytes(data)) == ("spreadsheet_broken", None, None)


def test_up_05_ten_million_rows_are_refused_at_their_row():
    far = sheet(
        f'<row r="1">{cell("A1", "Uczeń")}</row><row r="10000000">{cell("A10000000", "Nowak Anna")}</row>'
    )
    started = time.process_time()
    assert refusal(with_parts(workbook(ROWS), {SHEET: far})) == ("too_many_rows", 10_000_000, None)
    assert time.process_time() - started < 1


def test_up_05_a_sheet_that_only_claims_to_be_huge_is_read():
    plain = workbook(ROWS)
    xml = part(plain, SHEET).replace(b'ref="A1:C3"', b'ref="A1:XFD1048576"')
    assert b"XFD1048576" in xml
    table = read_roster(with_parts(plain, {SHEET: xml}))
    assert [row.cells for row in table.rows] == [("Nowak", "Anna", "2B"), ("Lis", "Jan", "2B")]


def test_up_05_formulas_are_refused_with_their_cell():
    assert refusal(workbook([HEADER, ["Nowak", '=HYPERLINK("http://evil.example","Anna")', "2B"]])) == (
        "formula",
        2,
        2,
    )
    assert refusal(lines("Nowak;Anna;2B", '"=HYPERLINK(""http://evil.example"")";Jan;2B')) == (
        "formula",
        3,
        1,
    )


@pytest.mark.parametrize(
    "formula", ['<f t="shared" si="0"/>', '<f t="array" ref="A2">SUM(B1:B9)</f>', "<f/>"]
)
def test_up_05_formulas_without_a_text_of_their_own_are_refused(formula):
    rows = f'<row r="1">{cell("A1", "Uczeń")}</row><row r="2"><c r="A2" t="str">{formula}<v>Nowak Anna</v></c></row>'
    assert refusal(with_parts(workbook(ROWS), {SHEET: sheet(rows)})) == ("formula", 2, 1)


def test_up_05_external_links_are_refused():
    plain = workbook(ROWS)
    assert refusal(with_parts(plain, {"xl/externalLinks/externalLink1.xml": b"<a/>"})) == (
        "external_links",
        None,
        None,
    )
    rels = "xl/_rels/workbook.xml.rels"
    link = (
        b'<Relationship Id="rId99" TargetMode="External" Target="http://evil.example/"'
        b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
    )
    spoilt = part(plain, rels).replace(b"</Relationships>", link)
    assert refusal(with_parts(plain, {rels: spoilt})) == ("external_links", None, None)


def test_up_05_macros_are_refused():
    assert refusal(with_parts(workbook(ROWS), {"xl/vbaProject.bin": b"x"})) == ("active_content", None, None)


def test_up_05_entity_expansion_is_refused():
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    bomb = sheet(f'<row r="1">{cell("A1", "&c;&c;&c;")}</row>', before=laughs)
    assert refusal(with_parts(workbook(ROWS), {SHEET: bomb})) == ("entities", None, None)
    utf_16 = bomb.decode().encode("utf-16")
    assert refusal(with_parts(workbook(ROWS), {SHEET: utf_16})) == ("entities", None, None)


@pytest.mark.parametrize(
    "xml",
    [
        b"<worksheet><sheetData><row r='1'>",
        sheet(f'<row r="2">{cell("A2", "x")}</row><row r="1">{cell("A1", "y")}</row>'),
        sheet(f'<row r="1">{cell("B1", "x")}{cell("A1", "y")}</row>'),
        sheet(f'<row r="1">{cell("A7", "x")}</row>'),
        sheet('<row r="nine"><c/></row>'),
        sheet('<row r="1"><c r="A1" t="s"><v>77</v></c></row>'),
    ],
    ids=[
        "cut off",
        "rows backwards",
        "cells backwards",
        "cell of another row",
        "row without number",
        "no such text",
    ],
)
def test_a_sheet_that_needs_repair_is_refused(xml):
    assert refusal(with_parts(workbook(ROWS), {SHEET: xml}))[0] == "spreadsheet_broken"


def test_deeply_nested_xml_is_refused():
    deep = b"<a>" * 200_000 + b"</a>" * 200_000
    assert refusal(with_parts(workbook(ROWS), {"xl/a.xml": deep, SHEET: b"<a>" * 9}))[0] in {
        "spreadsheet_broken",
        "unpacks_too_big",
    }


def test_half_a_workbook_is_refused():
    assert refusal(workbook(ROWS)[:-30]) == ("spreadsheet_broken", None, None)


def test_another_office_document_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refusal(file.getvalue()) == ("not_a_table", None, None)


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "empty"),
        (b"%PDF-1.7\n", "not_a_table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_a_table"),
        (bytes(range(256)) * 8, "encoding_unknown"),
        (b"\xff\x00\x01\x02" * 400, "not_a_table"),
        (b"<html><table><tr><td>Nowak</td></tr></table>", "not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "old_spreadsheet"),
    ],
)
def test_what_is_no_list_is_refused(data, code):
    assert refusal(data)[0] == code


def test_headings_alone_are_refused():
    assert refusal(lines()) == ("no_rows", None, None)
    assert refusal(workbook([HEADER])) == ("no_rows", None, None)


def test_columns_at_and_above_the_limit():
    header = ["Nazwisko", "Imię", *(f"Kolumna {number}" for number in range(3, 21))]
    twenty = [header, ["Nowak", "Anna", *("x" for _ in range(18))]]
    assert len(read_roster(workbook(twenty)).headings) == 20
    twenty_one = [*twenty, ["Lis", "Jan", *("x" for _ in range(19))]]
    assert refusal(workbook(twenty_one)) == ("too_many_columns", 3, 21)
    text = "\n".join(";".join(row) for row in twenty_one)
    assert refusal(text.encode()) == ("too_many_columns", 3, 21)


def test_rows_at_and_above_the_limit():
    people = [f"Nowak{chr(97 + n % 26)};Anna;2B" for n in range(2_001)]
    assert len(read_roster(lines(*people[:-1])).rows) == 2_000
    assert refusal(lines(*people)) == ("too_many_rows", 2_002, None)
    assert refusal(workbook([HEADER, *(row.split(";") for row in people)])) == ("too_many_rows", 2_002, None)


def test_bytes_at_and_above_the_limit():
    people = lines("Nowak;Anna;2B")
    limits = Limits(file_bytes=len(people))
    assert len(read_roster(people, limits=limits).rows) == 1
    with pytest.raises(TableUnreadable, match=r"^too_big$"):
        read_roster(people + b" ", limits=limits)
    assert refusal(b"a" * 1_048_577) == ("too_big", None, None)
    assert refusal("ą" * 524_289) == ("too_big", None, None)


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2028"])
def test_control_characters_are_refused_with_their_cell(character):
    assert refusal(lines("Nowak;Anna;2B", f"Lis;Ja{character}n;2B")) == ("control_character", 3, 2)


def test_gq_09_half_a_surrogate_pair_is_refused():
    assert refusal("Nowak Anna\nLis \ud800Jan") == ("control_character", 2, 1)
    assert refusal(b"Nowak;Anna\nLis;\xed\xa0\x80Jan") == ("encoding_unknown", 2, None)


def test_a_very_long_cell_is_refused():
    assert len(read_roster(lines("Nowak;Anna;2B", "Lis;Jan;" + "x" * 2_000)).rows) == 2
    assert refusal(lines("Nowak;Anna;2B", "Lis;Jan;" + "x" * 2_001)) == ("cell_too_long", 3, 3)
    assert refusal(lines("Nowak;Anna;2B", "Lis;" + "x" * 200_000 + ";2B")) == ("cell_too_long", 3, None)


def test_an_open_quotation_mark_swallows_nobody():
    assert refusal(lines("Nowak;Anna;2B", 'Lis;"Jan;2B', "Kos;Ewa;2B")) == ("quotes_broken", 3, None)


def test_rows_hidden_in_a_quoted_cell_are_not_imported_as_a_name():
    report = dry_run(read_roster(lines('Nowak;"Anna;2B', 'Lis;Jan";2B')))
    assert [(row.state.value, [issue.code.value for issue in row.issues]) for row in report.rows] == [
        ("skip", ["not_a_name"])
    ]


def test_a_row_with_a_cell_too_many_is_left_out():
    report = dry_run(read_roster(lines("Nowak;Anna;2B", "Lis;Jan;2B;2C", "Kos;Ewa;2B;")))
    assert [(row.row, [issue.code.value for issue in row.issues]) for row in report.rows] == [
        ("1", []),
        ("2", ["cells_shifted"]),
        ("3", []),
    ]


def test_cyrillic_in_an_encoding_nobody_uses_now_is_refused():
    text = "Прізвище;Імя\r\nВигадана;Соломія\r\nЗеленко;Данило"
    assert refusal(text.encode("koi8-u")) == ("encoding_unknown", 1, None)


def test_wrong_encoding_is_refused_with_its_row():
    text = "Nazwisko;Imię\r\nNowak;Anna\r\nŁoś;Żaneta"
    assert refusal(text.encode("cp852"))[:2] == ("encoding_unknown", 1)
    assert refusal(text.encode("utf-16-le")[:-1]) == ("not_a_table", None, None)
    broken = "Nazwisko;Imie\r\nNowak;Anna\r\nŁoś;Żaneta\r\n".encode()
    assert refusal(b"\xef\xbb\xbf" + broken + b"\xff;x") == ("encoding_unknown", 4, None)
    assert refusal(broken + "Gżegżółka;".encode() + b"\x81;x") == ("encoding_unknown", 4, None)


def test_a_refusal_carries_nothing_of_the_file():
    with pytest.raises(TableUnreadable) as caught:
        read_roster(b"Nazwisko;Imie\nTajna;Jan\xff\x81\n")
    refused = caught.value
    assert refused.__cause__ is None
    assert refused.__context__ is None
    assert "Tajna" not in repr(refused)
    assert b"Tajna" not in pickle.dumps(refused.args)


def test_every_refusal_has_a_code_of_the_list():
    assert {code.value for code in UnreadableCode} >= {"empty", "too_big", "formula", "entities"}


def test_a_mapping_that_names_nobody_is_refused():
    table = read_roster(lines("Nowak;Anna;2B"))
    for mapping, code in (({}, "name_columns_missing"), (table.proposed | {"status": 7}, "mapping_invalid")):
        with pytest.raises(TableUnreadable) as caught:
            dry_run(table, mapping)
        assert caught.value.code.value == code
