"""TX-02: what people wrote opens as text in a spreadsheet, and comes back as the same text."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from core.spreadsheets import csv_bytes, plain_text, text_cell, xlsx_bytes

HOSTILE = (
    "=1+1",
    "+48 600",
    "-2B",
    "@here",
    "\tx",
    "\rx",
    "＝1+1",
    '=HYPERLINK("http://x")',
    "'quoted",
    "Ola; Nowak",
)


def read_csv(made):
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("text", HOSTILE)
def test_tx_02_csv_text_is_never_calculated_and_comes_back(text):
    ((cell, number),) = read_csv(csv_bytes([[text, 7]]))

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    assert (plain_text(cell), number) == (text, "7")


@pytest.mark.parametrize("text", [text for text in HOSTILE if "\r" not in text])
def test_tx_02_xlsx_text_is_of_the_type_text(text):
    sheet = load_workbook(io.BytesIO(xlsx_bytes("Figures", [["A"], [text, None, 7]]))).active

    assert [(cell.data_type, cell.value) for cell in sheet[2]] == [("s", text), ("n", None), ("n", 7)]


def test_signs_that_no_sheet_can_hold_are_left_out():
    sheet = load_workbook(io.BytesIO(xlsx_bytes("Figures", [["O\x00la\x1b"]]))).active

    assert sheet["A1"].value == "Ola"


def test_a_title_that_no_sheet_may_have_loses_its_signs():
    assert load_workbook(io.BytesIO(xlsx_bytes("A/B: [x]", [["A"]]))).sheetnames == ["AB x"]


@given(st.text())
def test_text_comes_back_as_it_was(text):
    assert plain_text(text_cell(text)) == text
